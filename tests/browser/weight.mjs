// Weighs every page of a built site: bytes over the wire, compressed and with headers, and requests, with an empty cache.
//
//     node weight.mjs SITE
//
// Scripts, styles, pictures and the icon count. Fails where the median page is heavier than what is promised; the search
// page, which loads an index, is weighed and left out of the median. Ends with `N passed, N failed`; exit 1 on a failure.

import { existsSync } from 'node:fs';
import { join, resolve as absolute } from 'node:path';
import { argv, exit } from 'node:process';

import { start } from './chromium.mjs';
import { MODES, open } from './modes.mjs';
import { serve } from './serve.mjs';
import { pagesOf } from './survey.mjs';

const BYTES_MOST = 30_000;
const REQUESTS_MOST = 4;
const HEAVIEST_SHOWN = 5;
const APART = ['search.html'];

// A way to weigh pages: `{ bytes, requests }` of an address. A browser fetches the icon
// when it likes, and not for every page: it counts once for each, and is asked for here.
async function scales(browser) {
  const tab = await open(browser, MODES[0]);
  const session = await tab.context().newCDPSession(tab);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const requests = new Map(); // the address and the bytes of each, by its number
  const running = new Set();
  session.on('Network.requestWillBeSent', ({ request, requestId }) => {
    if (!request.url.startsWith('http')) return;
    requests.set(requestId, { address: request.url, bytes: 0 });
    running.add(requestId);
  });
  session.on('Network.loadingFailed', ({ requestId }) => running.delete(requestId));
  session.on('Network.loadingFinished', ({ encodedDataLength, requestId }) => {
    running.delete(requestId);
    if (requests.has(requestId)) requests.get(requestId).bytes = encodedDataLength;
  });
  return async (address) => {
    requests.clear();
    await tab.goto(address, { waitUntil: 'load' });
    // A script may ask for more once the page has loaded: wait until the page has nothing to do and nothing is on its way.
    do await tab.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 })));
    while (running.size > 0);
    const icon = await tab.evaluate(() => document.querySelector('link[rel~=icon]')?.href ?? null);
    const seen = [...requests.values()].filter((request) => request.address !== icon);
    if (icon?.startsWith('http')) seen.push({ address: icon, bytes: await weightOf(icon) });
    return { bytes: seen.reduce((sum, { bytes }) => sum + bytes, 0), requests: seen.length };
  };
}

// What an answer weighs without its headers.
async function weightOf(address) {
  const response = await fetch(address, { headers: { 'accept-encoding': 'gzip' } });
  await response.arrayBuffer();
  return Number(response.headers.get('content-length'));
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

async function main() {
  const folder = argv[2] && absolute(argv[2]);
  if (!folder || !existsSync(join(folder, 'index.html'))) {
    console.error(folder ? `${folder} has no index.html` : 'usage: node weight.mjs SITE');
    exit(2);
  }
  const { base, close } = await serve(folder);
  const browser = await start();
  const weigh = await scales(browser);
  const weights = [];
  for (const { path } of pagesOf(folder)) weights.push({ path, ...(await weigh(base + path)) });
  await browser.close();
  await close();

  const apart = weights.filter(({ path }) => APART.includes(path));
  const rest = weights.filter(({ path }) => !APART.includes(path));
  const heaviest = rest.toSorted((a, b) => b.bytes - a.bytes);
  for (const { path, bytes, requests } of [...apart, ...heaviest.slice(0, HEAVIEST_SHOWN)]) {
    console.log(`${path}: ${kilobytes(bytes)}, ${requests} requests`);
  }
  const middle = { bytes: median(rest.map(({ bytes }) => bytes)), requests: median(rest.map(({ requests }) => requests)) };
  const most = { bytes: heaviest[0].bytes, requests: Math.max(...rest.map(({ requests }) => requests)) };
  console.log(
    `${rest.length} pages: median ${kilobytes(middle.bytes)} and ${middle.requests} requests, ` +
      `most ${kilobytes(most.bytes)} and ${most.requests} requests`,
  );
  const failed = [
    middle.bytes > BYTES_MOST && `the median page is over ${kilobytes(BYTES_MOST)}`,
    middle.requests > REQUESTS_MOST && `the median page needs more than ${REQUESTS_MOST} requests`,
  ].filter(Boolean);
  for (const fault of failed) console.log(fault);
  console.log(`${2 - failed.length} passed, ${failed.length} failed`);
  exit(failed.length > 0 ? 1 : 0);
}

await main();
