// Pages that weigh too much, or need too much, are told.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { run } from './small-sites.mjs';

const page = (head) => `<!DOCTYPE html><html lang="en"><head><title>A page</title><link rel="icon" href="icon.svg">${head}</head><body><h1>A page</h1></body></html>`;
const SITE = {
  '_headers': "/*\n  Content-Security-Policy: default-src 'self'\n",
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'index.html': page(''),
  'style.css': '',
};
// Numbers that hardly compress, the same in every run.
const long = Array.from({ length: 9000 }, (_, index) => Math.trunc(Math.abs(Math.sin(index)) * 1e9).toString(36)).join('');

test('light pages pass, and the search page may be heavy', () => {
  const { status, text } = run('weight.mjs', { ...SITE, 'search.html': page('<script src="long.js"></script>'), 'long.js': `/*${long}*/` });
  assert.match(text, /search\.html: [3-9]\d\.\d kB, 3 requests\n/);
  assert.match(text, /\n1 pages: median 0\.\d kB and 2 requests, most 0\.\d kB and 2 requests\n2 passed, 0 failed\n$/);
  assert.equal(status, 0);
});

test('a heavy median page fails', () => {
  const { status, text } = run('weight.mjs', { ...SITE, 'index.html': page('<link rel="stylesheet" href="style.css">'), 'style.css': `/*${long}*/` });
  assert.match(text, /the median page is over 30\.0 kB\n1 passed, 1 failed\n$/);
  assert.equal(status, 1);
});

test('many requests fail, those of scripts after the page has loaded too', () => {
  const files = { 'asks.js': 'addEventListener("load", () => Promise.all(["a", "b"].map((name) => fetch(`${name}.json`))));', 'a.json': '{}', 'b.json': '{}' };
  const { status, text } = run('weight.mjs', { ...SITE, ...files, 'index.html': page('<script src="asks.js"></script>') });
  assert.match(text, /and 5 requests, most .* and 5 requests\nthe median page needs more than 4 requests\n1 passed, 1 failed\n$/);
  assert.equal(status, 1);
});
