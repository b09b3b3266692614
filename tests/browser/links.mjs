// Opens every page of a built site in Chromium, and follows every address on it.
//
//     node links.mjs SITE [--server]
//
// The pages come straight from the disk; with --server they come from a plain file server, below a sub-path of it.
// A page must load without a word in the console, ask for nothing but files of the site, and every address on it must
// lead to a file and, where it has a fragment, to an id on that page. Ends with `N passed, N failed`; exit 1 on a failure.

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve as absolute } from 'node:path';
import { exit } from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import { start } from './chromium.mjs';
import { collect } from './collect.mjs';
import { isRefusedIcon } from './looks/icon.mjs';
import { serve } from './serve.mjs';
import { filesOf, resolve, within } from './site.mjs';

const FOLLOWED = ['http:', 'https:', 'mailto:', 'tel:'];
const FAULTS_SHOWN = 200;
const PAGE_LIMIT_MS = 20_000;

const isPage = (path) => /\.x?html?$/i.test(path);
const isRedirect = (html) => /<meta[^>]*http-equiv\s*=\s*["']?refresh/i.test(html);

// Where the pages of a folder are opened from: `base` is the address of the folder itself.
async function place(folder, fromServer) {
  if (fromServer) return serve(folder);
  return { base: `${pathToFileURL(folder).href}/`, close: async () => {} };
}

const addressOf = (folder, base, path) => base + within(folder, path).split('/').map(encodeURIComponent).join('/');

// Loads pages one after another in one tab and gives what each holds and what went wrong while it loaded.
async function reader(browser, folder, base) {
  const tab = await browser.newPage();
  tab.setDefaultTimeout(PAGE_LIMIT_MS);
  let faults = [];
  tab.on('console', (message) => {
    const told = /^Failed to load resource/.test(message.text()) || isRefusedIcon(message.text()); // the failed request tells it better
    if (['error', 'warning'].includes(message.type()) && !told) faults.push(`console ${message.type()}: ${message.text()}`);
  });
  tab.on('pageerror', (error) => faults.push(`script fails: ${error.message}`));
  tab.on('dialog', (dialog) => {
    faults.push(`opens a dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  tab.on('request', (request) => {
    if (!request.url().startsWith(base)) faults.push(`asks for ${request.url().slice(0, 200)}`);
  });
  tab.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason given';
    if (reason === 'net::ERR_ABORTED' || isRefusedIcon(request.url())) return; // the tab went on to the next page
    faults.push(`cannot load ${request.url().slice(0, 200)} (${reason})`);
  });

  tab.on('response', (response) => {
    if (response.status() >= 400) faults.push(`cannot load ${response.url().slice(0, 200)} (${response.status()})`);
  });

  return async (path) => {
    const address = addressOf(folder, base, path);
    const html = readFileSync(path, 'utf8');
    faults = [];
    try {
      if (isRedirect(html)) return { ...(await tab.evaluate(collect, { html, base: address })), faults };
      await tab.goto(address, { waitUntil: 'load' });
      const held = await tab.evaluate(collect, { html: null, base: address });
      return { ...held, faults };
    } catch (error) {
      faults.push(`cannot be read: ${error.message.split('\n')[0]}`);
      return { ids: [], names: [], links: [], faults };
    }
  };
}

// Whether an address is one of the site's own host, be it the disk or a server; what lies beside the site is told as such.
const isOfTheSite = (address, base) => address !== null && new URL(address).protocol === new URL(base).protocol && new URL(address).host === new URL(base).host;

// Reads the front page, every page it leads to, and then every other page of the folder.
async function readAll(folder, base, read) {
  const pages = new Map();
  const queue = [join(folder, 'index.html')];
  const visit = async () => {
    while (queue.length > 0) {
      const path = queue.shift();
      if (pages.has(path) || !existsSync(path)) continue;
      const page = await read(path);
      pages.set(path, page);
      for (const link of page.links) {
        link.target = isOfTheSite(link.address, base) ? resolve(folder, base, link.address) : null;
        const next = link.target?.path;
        if (next && isPage(next) && !link.loads) queue.push(next);
      }
    }
  };
  await visit();
  const reached = pages.size;
  queue.push(...filesOf(folder).filter(isPage));
  await visit();
  return { pages, reached };
}

// The ids that a file offers to fragments; null for a file that has none that we can know.
function anchorsOf(pages, path) {
  const page = pages.get(path);
  if (page) return (page.anchors ??= new Set([...page.ids, ...page.names]));
  if (!path.endsWith('.svg')) return null;
  return new Set([...readFileSync(path, 'utf8').matchAll(/\sid\s*=\s*["']([^"']+)["']/g)].map((match) => match[1]));
}

// What is wrong with one address, or null.
function faultOf(link, pages) {
  if (link.address === null) return 'is no address that can be read';
  const scheme = link.address.slice(0, link.address.indexOf(':') + 1);
  if (link.target === null) {
    if (link.loads) return 'is loaded from outside the site';
    return FOLLOWED.includes(scheme) ? null : `has the scheme ${scheme}`;
  }
  if (link.target.fault) return link.target.fault;
  const { path, fragment } = link.target;
  if (fragment === '' || fragment.toLowerCase() === 'top') return null;
  const anchors = anchorsOf(pages, path);
  return anchors === null || anchors.has(fragment) ? null : `leads to #${fragment}, which that page does not have`;
}

function repeated(values) {
  const seen = new Set();
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))];
}

// Counts and faults of a whole site.
function judge(folder, pages) {
  const count = { passed: 0, links: 0, external: 0, anchors: 0 };
  const faults = [];
  for (const [path, page] of pages) {
    const name = within(folder, path);
    const own = [...page.faults, ...repeated(page.ids).map((id) => `has the id ${JSON.stringify(id)} twice`)];
    if (own.length === 0) count.passed += 1;
    faults.push(...own.map((fault) => `${name}: ${fault}`));
    for (const link of page.links) {
      count.links += 1;
      if (link.target === null) count.external += 1;
      if (link.target?.fragment) count.anchors += 1;
      const fault = faultOf(link, pages);
      if (fault === null) count.passed += 1;
      else faults.push(`${name}: ${link.element} ${link.attribute}="${link.written}" ${fault}`);
    }
  }
  return { count, faults };
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { server: { type: 'boolean', default: false } } });
  const folder = positionals[0] && absolute(positionals[0]);
  if (!folder || !existsSync(join(folder, 'index.html'))) {
    console.error(folder ? `${folder} has no index.html` : 'usage: node links.mjs SITE [--server]');
    exit(2);
  }
  const { base, close } = await place(folder, values.server);
  const browser = await start();
  const read = await reader(browser, folder, base);
  const { pages, reached } = await readAll(folder, base, read).finally(() => browser.close());
  await close();
  const { count, faults } = judge(folder, pages);
  for (const fault of faults.slice(0, FAULTS_SHOWN)) console.log(fault);
  if (faults.length > FAULTS_SHOWN) console.log(`… and ${faults.length - FAULTS_SHOWN} more`);
  console.log(
    `${pages.size} pages (${reached} reached from the front page), ${count.links} links ` +
      `(${count.external} to other hosts, not asked), ${count.anchors} anchors`,
  );
  console.log(`${count.passed} passed, ${faults.length} failed`);
  exit(faults.length > 0 ? 1 : 0);
}

await main();
