// What is said of an icon on the disk is let be where the icon is there, and nowhere else.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { isRefusedIcon } from './looks/icon.mjs';

test('an icon that is there may be refused, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'icon-'));
  for (const name of ['favicon.svg', 'style.css']) writeFileSync(join(folder, name), '');
  const address = (name) => pathToFileURL(join(folder, name)).href;
  const said = (name) => `Not allowed to load local resource: ${address(name)}`;
  assert.ok(isRefusedIcon(address('favicon.svg')) && isRefusedIcon(said('favicon.svg')));
  for (const words of [address('gone-icon.svg'), said('style.css'), address('style.css'), 'https://www.example.org/favicon.svg', `It speaks of ${address('favicon.svg')}`]) {
    assert.equal(isRefusedIcon(words), false, words);
  }
  rmSync(folder, { recursive: true });
});
