// Starts the Chromium that is installed on this machine, in a way that never asks the network for anything.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const QUIET = [
  '--no-sandbox', // tests may run as root, in a container
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost', // whatever a page or the browser asks for
];

// Where the browser is.
export function installed() {
  const found = [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path));
  if (!found) throw new Error(`no Chromium at ${PLACES.join(', ')}; install it, or name it in the variable CHROMIUM`);
  return found;
}

export function start() {
  return chromium.launch({ executablePath: installed(), headless: true, args: QUIET });
}
