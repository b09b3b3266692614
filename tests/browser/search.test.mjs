// A search page of our own making, without Pagefind, and faulty ones drawn from it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { run } from './small-sites.mjs';

const page = (body) => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page</title><link rel="icon" href="icon.svg"><link rel="stylesheet" href="style.css"><script src="search.js" defer></script></head>
<body><a class="skip" href="#main">Skip to main content</a><main id="main" tabindex="-1"><h1>Find something</h1>${body}</main></body></html>
`;

const FORM = `<form action="search.html" hidden><label>Words <input name="q"></label>
<label>Kind <select name="kind"><option value="">All kinds</option><option>Priority</option><option>Plan</option></select></label><button>Search</button></form>`;

const SITE = {
  '_headers': "/*\n  Content-Security-Policy: default-src 'self'\n",
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'style.css': '.skip { position: absolute; top: -10rem } .skip:focus { top: 0 } a, input, select, button { min-height: 24px; display: inline-block } :focus-visible { outline: 3px solid #b0460b }',
  'index.html': page(FORM.replace(' hidden', '')),
  'a-to-z.html': page(''),
  'one.html': page(''),
  'two.html': page(''),
  'search.html': page(`<p id="script">Search needs scripts, which are off: <a href="a-to-z.html">A to Z</a></p>
<p id="disk" hidden>Search needs a server and this is a disk: <a href="a-to-z.html">A to Z</a></p>${FORM}<p role="status"></p><ol></ol>`),
  'search.js': `
const form = document.querySelector('form');
if (document.querySelector('#script')) {
  const pages = [['one.html', 'Priority'], ['two.html', 'Plan']];
  document.querySelector('#script').hidden = true;
  const asked = new URLSearchParams(location.search);
  if (location.protocol === 'file:') document.querySelector('#disk').hidden = false;
  else form.hidden = false;
  if (asked.get('q') && location.protocol !== 'file:') {
    form.q.value = asked.get('q');
    form.kind.value = asked.get('kind') ?? '';
    const found = asked.get('q') === 'knife crime' ? pages.filter(([, kind]) => [kind, ''].includes(form.kind.value)) : [];
    document.querySelector('[role=status]').textContent = found.length + ' results for ' + asked.get('q');
    for (const [address, kind] of found) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = address;
      link.textContent = address;
      item.append(link, ' ' + kind);
      document.querySelector('ol').append(item);
    }
  }
}
`,
};

test('a search that works by keyboard passes', () => {
  const { status, text } = run('search.mjs', SITE);
  assert.match(text, /\n21 passed, 0 failed\n$/);
  assert.equal(status, 0);
});

const changed = (path, from, to) => {
  assert.ok(SITE[path].includes(from), from);
  return { ...SITE, [path]: SITE[path].replaceAll(from, to) };
};

const FAULTS = {
  'an address that does not keep the query': [changed('search.html', '<form action="search.html"', '<form method="post" action="search.html"'), 'the results are filtered by kind'],
  'a number that is not announced': [{ ...changed('search.html', 'role="status"', 'id="found"'), 'search.js': SITE['search.js'].replace('[role=status]', '#found') }, 'the number of results is announced'],
  'a field that a jump empties': [changed('search.js', "const found", "addEventListener('popstate', () => { form.q.value = asked.get('q'); }); const found"), 'a jump within the page'],
  'a field that a reload empties': [changed('search.js', "form.q.value = asked.get('q');", ''), 'the address and the field keep the query'],
  'links that the keyboard does not reach': [changed('search.js', 'link.href = address;', 'link.href = address; link.tabIndex = -1;'), 'the results are moved through'],
  'a word in the console': [changed('search.js', 'const found', 'console.log("found"); const found'), 'nothing was said in the console'],
  'results that are hard to read': [{ ...SITE, 'style.css': `${SITE['style.css']} li { color: #999 }` }, 'the results work for everyone [light-1280]'],
  'no reason without scripts': [changed('search.html', 'Search needs scripts, which are off: ', ''), 'without scripts the A to Z is offered'],
  'no way out on a disk': [changed('search.js', "document.querySelector('#disk').hidden = false", ''), 'from a disk the A to Z is offered'],
};

for (const [name, [files, expected]] of Object.entries(FAULTS)) {
  test(`${name} is told`, () => {
    const { status, text } = run('search.mjs', files, '--patience', '10');
    assert.ok(text.split('\n').some((line) => line.startsWith('FAILED  ') && line.includes(expected)), text);
    assert.equal(status, 1);
  });
}

test('a site without a search fails where one is required, and there alone', () => {
  const { 'search.html': _, ...files } = SITE;
  assert.match(run('search.mjs', files).text, /\n0 passed, 0 failed\n$/);
  assert.equal(run('search.mjs', files, '--required').status, 1);
});
