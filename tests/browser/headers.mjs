// The headers that a host sends with a file of a site: what the site's own `_headers` says, read as hosts read it.
//
// A line that starts with `/` is a pattern for paths, in which `*` stands for anything; the indented lines under it are headers.
// Every rule that matches applies. A header that several rules set is sent once with the values joined by a comma, so that
// of two Content-Security-Policies both hold; `! Name` takes back what the rules before said.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Whether a site without `_headers` is served with the policies below instead. Set to false once every site has the file.
export const HEADERS_MAY_BE_MISSING = false;

const POLICY = (scripts) =>
  `default-src 'none'; script-src ${scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; ` +
  `manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

const FALLBACK = [
  { matches: (path) => path !== '/search.html', set: [['Content-Security-Policy', POLICY("'self'")]], unset: [] },
  { matches: (path) => path === '/search.html', set: [['Content-Security-Policy', POLICY("'self' 'wasm-unsafe-eval'")]], unset: [] },
];

const SPECIAL = /[.+?^${}()|[\]\\]/g;

function patternOf(text) {
  const path = text.replace(/^https:\/\/[^/]+/, '');
  const expression = new RegExp(`^${path.replace(SPECIAL, '\\$&').replaceAll('*', '.*')}$`);
  return (asked) => expression.test(asked);
}

// The rules of a `_headers` file. A line that no host could read is an error, for it would be dropped without a word.
export function parseHeaders(text) {
  const rules = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const words = line.trim();
    if (words === '' || words.startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      if (!/^(\/|https:\/\/)/.test(words)) throw new Error(`_headers:${index + 1}: neither a path nor a header: ${words}`);
      rules.push({ matches: patternOf(words), set: [], unset: [] });
      continue;
    }
    const rule = rules.at(-1);
    const taken = /^!\s*([\w-]+)$/.exec(words);
    const given = /^([\w-]+)\s*:\s*(.+)$/.exec(words);
    if (!rule || !(taken || given)) throw new Error(`_headers:${index + 1}: no header under a path: ${words}`);
    if (taken) rule.unset.push(taken[1]);
    else rule.set.push([given[1], given[2]]);
  }
  return rules;
}

// The rules of a built site.
export function rulesOf(folder) {
  const path = join(folder, '_headers');
  if (existsSync(path)) return parseHeaders(readFileSync(path, 'utf8'));
  if (HEADERS_MAY_BE_MISSING) return FALLBACK;
  throw new Error(`${folder} has no _headers, so no Content-Security-Policy to hold it to`);
}

// The headers for a path of the site, which starts with `/`.
export function headersFor(rules, path) {
  const headers = new Map();
  for (const rule of rules.filter(({ matches }) => matches(path))) {
    for (const name of rule.unset) headers.delete(name.toLowerCase());
    for (const [name, value] of rule.set) {
      const before = headers.get(name.toLowerCase());
      headers.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`);
    }
  }
  return Object.fromEntries(headers);
}
