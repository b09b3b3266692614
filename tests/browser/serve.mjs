// A plain file server: a built site below any sub-path, with the headers of the site's own `_headers`, and text compressed.
//
//     node serve.mjs SITE [SUB-PATH]      serves until it is ended, and says where

import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve as absolute, sep } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { headersFor, rulesOf } from './headers.mjs';

export const SUB_PATH = '/any/sub/path/';

const TEXT_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml',
  '.atom': 'application/atom+xml',
  '.ics': 'text/calendar; charset=utf-8',
};
const OTHER_TYPES = {
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.pdf': 'application/pdf',
};
const ANY_TYPE = 'application/octet-stream'; // what hosts send for endings they do not know, Pagefind's among them

// The file that a path of the site leads to, or null. A folder is its index.html, where the address ends with a slash.
function fileFor(folder, path) {
  let file = join(folder, path);
  if (file !== folder && !file.startsWith(folder + sep)) return null;
  if (path.endsWith('/')) file = join(file, 'index.html');
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

function answer(response, status, file, headers, compressed, bodyWanted) {
  const type = TEXT_TYPES[extname(file)] ?? OTHER_TYPES[extname(file)] ?? ANY_TYPE;
  let body = readFileSync(file);
  const sent = { ...headers, 'content-type': type, 'x-content-type-options': 'nosniff' };
  if (extname(file) in TEXT_TYPES) {
    sent.vary = 'accept-encoding';
    if (compressed) {
      body = gzipSync(body);
      sent['content-encoding'] = 'gzip';
    }
  }
  response.writeHead(status, { ...sent, 'content-length': body.length });
  response.end(bodyWanted ? body : undefined);
}

// Serves `folder` below `subPath` on a free port: `{ base, close }`, the base being the address of the front page's folder.
export async function serve(folder, { subPath = SUB_PATH, port = 0 } = {}) {
  const root = absolute(folder);
  const rules = rulesOf(root);
  const server = createServer((request, response) => {
    const compressed = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    const bodyWanted = request.method !== 'HEAD';
    let path = null;
    try {
      path = decodeURIComponent(new URL(request.url, 'http://site').pathname);
    } catch {
      // An address that cannot be read is an address that is not there.
    }
    const within = path?.startsWith(subPath) ? path.slice(subPath.length - 1) : null;
    const headers = headersFor(rules, within ?? '/');
    const file = within && fileFor(root, within);
    const missing = fileFor(root, '/404.html');
    if (file) answer(response, 200, file, headers, compressed, bodyWanted);
    else if (within !== null && missing) answer(response, 404, missing, headers, compressed, bodyWanted);
    else response.writeHead(404, { ...headers, 'content-type': 'text/plain' }).end('Not found\n');
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${server.address().port}${subPath}`;
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { base, close };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, subPath = '/'] = argv.slice(2);
  if (!folder || !/^\/([^/]+\/)*$/.test(subPath)) {
    console.error('usage: node serve.mjs SITE [/SUB/PATH/]');
    exit(2);
  }
  console.log((await serve(folder, { subPath })).base);
}
