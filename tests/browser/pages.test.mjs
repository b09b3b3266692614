// Pages with one fault each, and a clean one, go through the looks that pages.mjs takes.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { run } from './small-sites.mjs';

const page = (body, { head = '', kind = 'plain', skip = '<a class="skip" href="#main">Skip to main content</a>' } = {}) =>
  `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page</title><link rel="icon" href="pic.svg"><link rel="stylesheet" href="style.css">${head}</head>
<body class="${kind}">${skip}
<header><nav aria-label="Main"><ul><li><a href="index.html">The first page</a></li><li><a href="alone.html">Another page</a></li></ul></nav></header>
<main id="main" tabindex="-1"><h1>A page of this site</h1>${body}</main></body></html>
`;
const script = (name) => ({ head: `<script src="${name}.js" defer></script>` });

const STYLE = `
:root { color-scheme: light dark }
body { margin: 1rem; font: 1rem/1.5 sans-serif; background: Canvas; color: CanvasText }
a { display: inline-block; min-height: 24px; color: LinkText }
:focus-visible { outline: 3px solid #b0460b }
.skip { position: absolute; top: -10rem }
.skip:focus { top: 0 }
.pale { color: #999 }
.tall { height: 200vh }
.wide { width: 31rem }
.scroller { overflow-x: auto }
.bare { width: 31rem; height: 1rem }
.box { width: 9.5em; overflow: hidden; white-space: nowrap }
.low { height: 1.5em; width: 14em }
.unseen:focus-visible { outline: 0 }
.white:focus-visible { outline-color: #fff; background: #fff; background: transparent }
.covered { clip-path: inset(0) }
.bar { position: fixed; inset: auto 0 0; height: 8rem; background: #ddd }
.tiny a { min-height: 0; font-size: 8px; line-height: 8px; display: block }
.pixels { height: 26px; overflow: hidden }
.shadow:focus-visible { outline: 0; box-shadow: 0 0 0 3px #b0460b }
@media print { nav, .skip, .screen { display: none } .printed { display: block } }
@media (prefers-color-scheme: dark) { .dim { color: #555 } }
`;

const SITE = {
  '_headers': "/*\n  Content-Security-Policy: default-src 'self'; img-src 'self' https:\n",
  'index.html': page('<p>One.</p><h2>More of it</h2><p>Two <a href="alone.html">words</a>.</p><p data-enhanced hidden></p>', script('good')),
  'alone.html': page('<p>Three.</p><noscript><p>There are no scripts.</p></noscript>'),
  'moved.html': '<!DOCTYPE html><html lang="en"><head><title>Moved</title><meta http-equiv="refresh" content="0; url=index.html"></head><body></body></html>',
  'style.css': STYLE,
  'pic.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>\n',
  'good.js': 'const one = document.querySelector("[data-enhanced]"); one.textContent = "Added"; one.hidden = false;',
};

test('clean pages pass, one of each template in every mode', () => {
  const { status, text } = run('pages.mjs', SITE);
  assert.match(text, /\n2 pages times 1 mode, 1 templates and views times 6 modes: 7 views, 46 checks\n46 passed, 0 failed\n$/);
  assert.equal(status, 0);
});

test('with --one-of one page of so many is looked at, and those of the templates', () => {
  const more = Object.fromEntries([3, 4, 5, 6].map((number) => [`alone-${number}.html`, SITE['alone.html']]));
  const { status, text } = run('pages.mjs', { ...SITE, ...more }, '--one-of', '3');
  assert.match(text, /\n3 of 6 pages times 1 mode, 1 templates and views times 6 modes: 8 views, /);
  assert.equal(status, 0);
  assert.match(run('pages.mjs', SITE, '--one-of', '0').text, /take a whole number/);
});

test('with --all every page is looked at in every mode', () => {
  const { status, text } = run('pages.mjs', SITE, '--all');
  assert.match(text, /\n2 pages times 6 modes: 12 views, 71 checks\n71 passed, 0 failed\n$/);
  assert.equal(status, 0);
});

const SCRIPTS = {
  'speaks.js': 'console.log("hello");',
  'fails.js': 'undefined.x;',
  'holds.js': 'document.querySelector("#held").addEventListener("keydown", (event) => event.preventDefault());',
  'circles.js':
    'const [a, b] = document.querySelectorAll(".round"); b.addEventListener("keydown", (event) => { if (event.key === "Tab") { event.preventDefault(); a.focus(); } });',
  'passes.js': 'const [a, b] = document.querySelectorAll(".pass"); a.addEventListener("focus", () => b.focus());',
  'writes.js': 'document.querySelector("#made").textContent = "Only here";',
  'reveals.js': 'for (const one of document.querySelectorAll("[hidden]")) one.hidden = false;',
  'removes.js': 'document.querySelector("#made").remove();',
};
const link = (attributes, words = 'words') => `<p>Two <a href="index.html" ${attributes}>${words}</a>.</p>`;

// Each fault stands on a page of its own; what is told of that page must hold the second text, and the mode where it is given.
const FAULTS = {
  'contrast': [page('<p class="pale">Pale</p>'), 'axe: color-contrast'],
  'best-practice': [page('<h4>Too deep</h4>'), 'axe: heading-order'],
  'target-size': [page('<p class="tiny"><a href="index.html">a</a><a href="alone.html">b</a></p>'), 'axe: target-size'],
  'console': [page('', script('speaks')), 'quiet: console log: hello'],
  'script-fails': [page('', script('fails')), 'quiet: script fails:'],
  'foreign': [page('<img src="https://example.invalid/a.png" alt="">'), 'quiet: asks for: https://example.invalid/a.png'],
  'missing': [page('<img src="gone.png" alt="">'), 'gone.png (404)'],
  'inline-script': [page('<script>document.title = "x"</script>'), 'quiet: breaks the Content-Security-Policy'],
  'inline-style': [page('<p style="margin: 0">x</p>'), 'quiet without scripts: breaks the Content-Security-Policy'],
  'scrolls': [page('<p class="wide">Wide</p>'), 'layout at 320 px: main#main > p.wide “Wide” makes the page scroll sideways'],
  'scrolls-without-text': [
    page('<div class="scroller" tabindex="0" role="region" aria-label="Wide"><p class="wide">Wide</p></div><div class="bare"></div>'),
    'layout at 320 px: main#main > div.bare “” makes the page scroll sideways',
  ],
  'clips': [page('<p class="box">Seven words stand</p>'), 'spacing: with wider spacing of text main#main > p.box “Seven words stand” is cut off'],
  'overlaps': [page('<div class="low">These words fill one line</div><div>and these follow</div>'), 'spacing: with wider spacing of text main#main > div.low'],
  'no-skip-link': [page('<p>x</p>', { skip: '' }), 'keyboard: li > a “The first page” is the first stop, and no link to the main part'],
  'skip-link-unseen': [page('', { skip: '<a class="skip" href="#main" id="s">Skip</a>', head: '<link rel="stylesheet" href="unseen.css">' }), 'has the focus and cannot be seen'],
  'skip-link-elsewhere': [page('').replace(' tabindex="-1"', ''), 'has the focus after the skip link, and not the main part'],
  'focus-unseen': [page(link('class="unseen"')), 'keyboard: p > a.unseen “words” does not show that it has the focus'],
  'focus-white': [page(link('class="white"')), 'keyboard: p > a.white “words” does not show that it has the focus'],
  'focus-covered': [page(link('class="covered"')), 'keyboard: p > a.covered “words” hardly changes on the screen'],
  'focus-hidden': [page(`<div class="tall"></div>${link('id="under"')}<div class="bar"></div>`), 'keyboard: p > a#under “words” has the focus and is out of sight'],
  'trap': [page(link('id="held"'), script('holds')), 'keyboard: p > a#held “words” gets the focus again before the page has been left'],
  'circle': [page(link('class="round"') + link('class="round"') + link('id="after"'), script('circles')), 'keyboard: p > a.round “words” gets the focus again'],
  'unreached': [page(link('class="pass"') + link('class="pass"', 'other words'), script('passes')), 'keyboard: p > a.pass “words” cannot be reached with Tab'],
  'left-out': [page('<p><button tabindex="-1">Press</button></p>'), 'keyboard: p > button “Press” cannot be reached with Tab'],
  'control-by-script': [page('<form id="made" hidden><button>Only here</button></form><p id="told" hidden>Said too</p>', script('reveals')), 'words: is said by a script alone: “Said too”'],
  'words-by-script': [page('<p id="made"></p>', script('writes')), 'words: is said by a script alone: “Only here”'],
  'words-removed': [page('<p id="made">Only there</p>', script('removes')), 'words: is taken away by a script: “Only there”'],
  'navigation-printed': [page('<nav class="printed" aria-label="Here"><a href="index.html">x</a></nav>'), 'print: main#main > nav.printed “x” is navigation, and is printed'],
  'heading-unprinted': [page('<h2 class="screen">Gone</h2>'), 'print: main#main > h2.screen “Gone” is missing in print'],
  'navigation-in-pdf': [page('<nav class="printed" aria-label="Here" id="here"><a href="index.html">The first of them</a> <a href="alone.html">The other</a></nav>', { kind: 'pdf' }), 'PDF: the PDF has the navigation “The first of them'],
  'heading-not-in-pdf': [page('<h2 class="screen" id="gone">Gone</h2>', { kind: 'pdf-heading' }), 'PDF: the PDF has no h2 “Gone”'],
  'dark': [page('<p class="dim">Dim</p>', { kind: 'dark' }), '[dark-1280]: axe: color-contrast'],
  'text-size': [page('<p class="pixels">Pixels</p>', { kind: 'text' }), '[text-200]: layout: main#main > p.pixels'],
  'forced-colours': [page(link('class="shadow"'), { kind: 'forced' }), '[forced-colours]: keyboard: p > a.shadow “words” does not show'],
};

test('a run that would look at nothing is wrong usage', () => {
  for (const options of [['--only', 'nowhere'], ['--workers', '0'], ['--workers', 'two'], ['--workers', '1.5']]) {
    const { status, text } = run('pages.mjs', SITE, ...options);
    assert.equal(status, 2, text);
    assert.doesNotMatch(text, /passed/);
  }
});

test('each fault is told at its page, and nothing else is', () => {
  const files = { ...SITE, ...SCRIPTS, 'unseen.css': '#s:focus { top: -10rem }' };
  for (const [name, [text]] of Object.entries(FAULTS)) files[`${name}.html`] = text;
  const { status, text } = run('pages.mjs', files);
  const lines = text.split('\n');
  for (const [name, [, expected]] of Object.entries(FAULTS)) {
    const told = lines.filter((line) => line.startsWith(`${name}.html [`));
    assert.ok(told.some((line) => line.includes(expected)), `${name} was not told:\n${text}`);
  }
  assert.ok(!lines.some((line) => line.startsWith('control-by-script.html [') && line.includes('Only here')), text);
  for (const path of Object.keys(SITE)) assert.ok(!lines.some((line) => line.startsWith(`${path} [`)), text);
  assert.match(text, /\n\d+ passed, [1-9]\d* failed\n$/);
  assert.equal(status, 1);
});
