// A check that cannot fail is no check: small sites with one fault each, and a clean one, go through the scripts.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { run } from './small-sites.mjs';

const page = (body, head = '') =>
  `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head>\n<body>${body}</body></html>\n`;

const CLEAN = {
  'index.html': page(
    '<h1 id="top-of-it">Hi</h1><a href="a%20b/two.html#caf%C3%A9">two</a> <a href="#top-of-it">up</a> ' +
      '<a href="https://example.org/">out</a> <a href="mailto:a@example.org">post</a> <a href="old.html">old</a>' +
      '<img src="pic.svg" alt="A square" srcset="pic.svg 1x, pic.svg 2x">',
    '<link rel="stylesheet" href="style.css"><link rel="canonical" href="https://example.org/"><script src="app.js" defer></script>',
  ),
  'a b/two.html': page('<h1>Two</h1><h2 id="café">Café</h2><a href="../index.html">back</a><a href="../pic.svg#square">square</a>'),
  'old.html': page('<a href="index.html">moved</a>', '<meta http-equiv="refresh" content="0; url=index.html">'),
  'alone.html': page('<h1>Nobody links here</h1>'),
  'style.css': 'h1 { color: black }\n',
  'app.js': 'document.body.dataset.ready = "yes";\n',
  'pic.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect id="square" width="9" height="9"/></svg>\n',
};

test('a clean site passes', () => {
  const { status, text } = run('links.mjs', CLEAN);
  assert.match(text, /4 pages \(3 reached from the front page\), 15 links \(3 to other hosts, not asked\), 3 anchors/);
  assert.match(text, /\n19 passed, 0 failed\n$/);
  assert.equal(status, 0);
});

const script = (text) => `<script src="data:text/javascript,${encodeURIComponent(text)}"></script>`;

// Each fault stands on a page of its own that nobody links to; what is told of that page must hold the second text.
const FAULTS = {
  'missing-page': [page('<a href="gone.html">x</a>'), 'a href="gone.html" leads to gone.html, which does not exist'],
  'folder': [page('<a href="a%20b/">x</a>'), 'leads to the folder a b'],
  'missing-anchor': [page('<a href="old.html#nope">x</a>'), 'leads to #nope, which that page does not have'],
  'missing-anchor-of-its-own': [page('<a href="#nope">x</a>'), 'href="#nope" leads to #nope'],
  'missing-anchor-of-a-picture': [page('<a href="pic.svg#nope">x</a>'), 'leads to #nope'],
  'from-the-root': [page('<a href="/index.html">x</a>'), 'leads out of the site'],
  'script-as-address': [page('<a href="javascript:void(0)">x</a>'), 'has the scheme javascript:'],
  'missing-picture': [page('<img src="gone.png" alt="">'), 'img src="gone.png" leads to gone.png'],
  'missing-in-a-set': [page('<img src="pic.svg" srcset="pic.svg 1x, gone.png 2x" alt="">'), 'img srcset="gone.png" leads to'],
  'picture-of-another-host': [page('<img src="https://example.invalid/a.png" alt="">'), 'is loaded from outside the site'],
  'request-to-another-host': [page('', '<script src="https://example.invalid/a.js"></script>'), 'asks for https://example.invalid/a.js'],
  'missing-in-a-style': [page('<p style="background: url(gone.png)">x</p>'), 'cannot load file:'],
  'word-in-the-console': [page('', script('console.warn("beware")')), 'console warning: beware'],
  'script-that-fails': [page('', script('undefined.x')), 'script fails:'],
  'redirect-into-nothing': [page('', '<meta http-equiv="refresh" content="0; url=gone.html">'), 'meta content="gone.html" leads to'],
  'id-twice': [page('<p id="a">x</p><p id="a">y</p>'), 'has the id "a" twice'],
  'link-made-by-a-script': [page('<p></p>', '<script src="made.js" defer></script>'), 'a href="made.html" leads to made.html'],
};

test('links: each fault is told at its page, and nothing else is', () => {
  const files = { ...CLEAN, 'made.js': 'const a = document.createElement("a"); a.href = "made.html"; document.body.append(a);' };
  for (const [name, [text]] of Object.entries(FAULTS)) files[`${name}.html`] = text;
  const { status, text } = run('links.mjs', files);
  const lines = text.split('\n');
  for (const [name, [, expected]] of Object.entries(FAULTS)) {
    const told = lines.filter((line) => line.startsWith(`${name}.html: `));
    assert.ok(told.some((line) => line.includes(expected)), `${name} was not told:\n${text}`);
  }
  for (const path of Object.keys(CLEAN)) assert.ok(!lines.some((line) => line.startsWith(`${path}: `)), text);
  assert.match(text, /\n\d+ passed, [1-9]\d* failed\n$/);
  assert.equal(status, 1);
});

test('a folder without a front page is no site', () => {
  assert.equal(run('links.mjs', { 'two.html': page('') }).status, 2);
});

test('valid pages pass the validator', () => {
  const { status, text } = run('validate.mjs', { 'index.html': page('<h1>Hi</h1>'), 'style.css': 'not { css' });
  assert.equal(text, '1 passed, 0 failed\n');
  assert.equal(status, 0);
});

test('the validator tells errors and warnings, each with its place', () => {
  const { status, text } = run('validate.mjs', {
    'index.html': page('<h1>Hi</h1>'),
    'error.html': page('<h1>Hi</h1><ul><p>x</p></ul>'),
    'warning.html': page('<h1>Hi</h1><section><p>no heading</p></section>'),
  });
  assert.match(text, /error\.html:3:\d+: error: /);
  assert.match(text, /warning\.html:3:\d+: warning: /);
  assert.match(text, /\n1 passed, 2 failed\n$/);
  assert.equal(status, 1);
});
