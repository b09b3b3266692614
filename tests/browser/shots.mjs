// Takes pictures of eight kinds of page of a built site in four modes: wide, narrow, dark, and as the printer gets it.
//
//     node shots.mjs SITE FOLDER
//
// `shots` calls this, and builds the example where no site is given. Needs pdftoppm for what is printed.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve as absolute } from 'node:path';
import { argv, exit } from 'node:process';

import { start } from './chromium.mjs';
import { representatives } from './kinds.mjs';
import { MODES, open } from './modes.mjs';
import { serve } from './serve.mjs';

const SCREENS = ['light-1280', 'light-320', 'dark-1280'];
const QUERY = 'knife crime';
const PRINT_DOTS_PER_INCH = 80;
const PRINTED_PAGES_MOST = 4;

// Opens a page; on the search page, with something searched and found.
async function show(tab, base, path) {
  if (!path.endsWith('search.html')) {
    await tab.goto(base + path, { waitUntil: 'load' });
    return;
  }
  await tab.goto(`${base}${path}?${new URLSearchParams({ q: QUERY })}`, { waitUntil: 'load' });
  await tab.waitForFunction(() => [...document.querySelectorAll('[role=status]')].some(({ innerText }) => /\d/.test(innerText)));
}

async function print(tab, path) {
  const pdf = `${path}.pdf`;
  await tab.pdf({ path: pdf, format: 'A4', printBackground: false, displayHeaderFooter: false });
  execFileSync('pdftoppm', ['-png', '-r', String(PRINT_DOTS_PER_INCH), '-l', String(PRINTED_PAGES_MOST), pdf, path]);
  rmSync(pdf);
}

const [site, to] = argv.slice(2).map((path) => absolute(path));
if (!site || !to || !existsSync(join(site, 'index.html'))) {
  console.error(site && to ? `${site} has no index.html` : 'usage: node shots.mjs SITE FOLDER');
  exit(2);
}
mkdirSync(to, { recursive: true });
const pages = representatives(site);
const { base, close } = await serve(site);
const browser = await start();
for (const mode of MODES.filter(({ name }) => SCREENS.includes(name))) {
  const tab = await open(browser, mode);
  for (const { kind, path } of pages) {
    await show(tab, base, path);
    await tab.screenshot({ path: join(to, `${kind}-${mode.name}.png`), fullPage: true });
    if (mode === MODES[0]) await print(tab, join(to, `${kind}-print`));
  }
}
await browser.close();
await close();
for (const { kind, path } of pages) console.log(`${kind}: ${path}`);
console.log(`${pages.length} kinds of page in ${SCREENS.length + 1} modes, in ${to}`);
