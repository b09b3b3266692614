// Small sites to try the checks on: written into folders that are gone after the tests.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const made = [];
after(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

// Files by path, as a folder.
export function folderOf(files) {
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-checks-'));
  made.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

// What a script of ours says of these files, and its exit code.
export function run(script, files, ...options) {
  const done = spawnSync('node', [join(HERE, script), folderOf(files), ...options], { encoding: 'utf8' });
  return { status: done.status, text: done.stdout + done.stderr };
}
