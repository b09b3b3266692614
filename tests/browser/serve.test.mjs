// The plain file server sends what hosts send: types, compressed text, and the headers that the site's own `_headers` gives.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { headersFor, parseHeaders } from './headers.mjs';
import { serve } from './serve.mjs';
import { folderOf } from './small-sites.mjs';

const SITE = {
  '_headers': '# for every file\n/*\n  X-Site: one\n\n/a/*\n  X-Site: two\n/a/plain.txt\n  ! X-Site\n',
  'index.html': '<!DOCTYPE html><title>Home</title>',
  '404.html': '<!DOCTYPE html><title>Gone</title>',
  'a/plain.txt': 'words '.repeat(100),
  'a/index.html': '<!DOCTYPE html><title>A</title>',
  'feed.atom': '<feed/>',
  'dates.ics': 'BEGIN:VCALENDAR',
  'app.webmanifest': '{}',
  'pagefind/wasm.en.pagefind': 'binary',
};

test('files are sent with the types and headers of a host, below the sub-path alone', async () => {
  const { base, close } = await serve(folderOf(SITE), { subPath: '/some/where/' });
  const ask = async (path, headers = {}) => {
    const response = await fetch(new URL(path, base), { headers });
    return { response, text: await response.text(), header: (name) => response.headers.get(name) };
  };
  try {
    const types = {
      'index.html': 'text/html; charset=utf-8',
      '': 'text/html; charset=utf-8',
      'feed.atom': 'application/atom+xml',
      'dates.ics': 'text/calendar; charset=utf-8',
      'app.webmanifest': 'application/manifest+json',
      'pagefind/wasm.en.pagefind': 'application/octet-stream',
    };
    for (const [path, type] of Object.entries(types)) {
      const { response, header } = await ask(path);
      assert.deepEqual([response.status, header('content-type')], [200, type], path);
    }
    const plain = await ask('a/plain.txt', { 'accept-encoding': 'gzip' });
    assert.deepEqual([plain.header('content-encoding'), plain.text], ['gzip', SITE['a/plain.txt']]);
    assert.ok(Number(plain.header('content-length')) < 100);
    assert.equal((await ask('a/plain.txt', { 'accept-encoding': 'identity' })).header('content-encoding'), null);
    assert.deepEqual([(await ask('')).header('x-site'), (await ask('a/')).header('x-site'), plain.header('x-site')], ['one', 'one, two', null]);
    for (const path of ['gone.html', 'a', '..%2f..%2fetc/passwd']) {
      const { response, text } = await ask(path);
      assert.deepEqual([response.status, text], [404, SITE['404.html']], path);
    }
    const outside = await ask('/index.html');
    assert.deepEqual([outside.response.status, outside.text], [404, 'Not found\n']);
  } finally {
    await close();
  }
});

test('a site without headers is not served, for nothing would hold it to a policy', async () => {
  await assert.rejects(serve(folderOf({ 'index.html': '' })), /has no _headers/);
});

test('a line that no host could read is told with its number', () => {
  for (const [text, told] of [['X: y', /_headers:1: neither a path nor a header/], ['/*\n  what', /_headers:2: no header under a path/]]) {
    assert.throws(() => parseHeaders(text), told);
  }
});

test('signs of a pattern stand for themselves, but for the star', () => {
  const rules = parseHeaders('/a.html\n  X: one\n/b*/c\n  X: two\n');
  const at = (path) => headersFor(rules, path).x;
  assert.deepEqual([at('/a.html'), at('/abhtml'), at('/b/x/c'), at('/b/x/d')], ['one', undefined, 'two', undefined]);
});
