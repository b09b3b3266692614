// Looks at the pages of a built site in Chromium, below a sub-path of a plain file server and under the site's own headers.
//
//     node pages.mjs SITE [--all] [--one-of N] [--workers N] [--only WORD]
//
// Every page is looked at in one mode and one page of every template in all modes; with --all every page in all of them.
// With --one-of 4, one page of every four is looked at, and those of the templates. --only picks the pages whose path holds the
// word. Ends with `N passed, N failed`, counted in checks; exit 1 on a failure.

import { existsSync } from 'node:fs';
import { join, resolve as absolute } from 'node:path';
import { exit } from 'node:process';
import { parseArgs } from 'node:util';

import { start } from './chromium.mjs';
import { axeFaults } from './looks/axe.mjs';
import { keyboardFaults } from './looks/keyboard.mjs';
import { layoutFaults, spacingFaults } from './looks/layout.mjs';
import { pdfFaults, printFaults } from './looks/print.mjs';
import { watch } from './looks/watch.mjs';
import { wordFaults } from './looks/words.mjs';
import { MODES, open } from './modes.mjs';
import { serve } from './serve.mjs';
import { pagesOf, viewsOf } from './survey.mjs';

const NARROW_PIXELS = 320;
const GROUPS_SHOWN = 100;

// One worker: its tabs, one a mode, and what each notes. They are opened when first needed.
function worker(browser, base, kinds) {
  const tabs = new Map();
  const tabFor = async (mode, options) => {
    const key = `${mode.name} ${options?.scripts ?? true}`;
    if (!tabs.has(key)) {
      const tab = await open(browser, mode, options);
      tabs.set(key, { tab, noted: watch(tab, base) });
    }
    return tabs.get(key);
  };

  // Looks at one view: `[{ check, faults }]`, and what axe was not sure of.
  return async ({ page, mode, first }) => {
    const { tab, noted } = await tabFor(mode);
    const looked = [];
    const look = async (check, faults) => looked.push({ check, faults: await faults });
    noted.take();
    await tab.goto(base + page.path, { waitUntil: 'load' });

    await look('keyboard', keyboardFaults(tab, kinds.get(mode)));
    const { faults, incomplete } = await axeFaults(tab, mode);
    await look('axe', faults);
    await look('layout', layoutFaults(tab));
    await look('spacing', spacingFaults(tab, looked.at(-1).faults));

    if (first) {
      await look('print', printFaults(tab));
      if (page.richest) await look('PDF', pdfFaults(tab));
      const { tab: quiet, noted: notedWithoutScripts } = await tabFor(mode, { scripts: false });
      await quiet.goto(base + page.path, { waitUntil: 'load' });
      await look('words', wordFaults(tab, quiet));
      await look('quiet without scripts', notedWithoutScripts.take());
      const size = tab.viewportSize();
      await tab.setViewportSize({ ...size, width: NARROW_PIXELS });
      await look('layout at 320 px', layoutFaults(tab));
      await look('spacing at 320 px', spacingFaults(tab, looked.at(-1).faults));
      await tab.setViewportSize(size);
    }
    await look('quiet', noted.take());
    return { looked, incomplete };
  };
}

// Looks at all views, a few at a time, and gives the results in the order of the views.
async function lookAtAll(browser, base, views, workers) {
  const results = [];
  let next = 0;
  const kinds = new Map(MODES.map((mode) => [mode, new Set()])); // of stops, whose focus has been seen on the screen
  const run = async () => {
    const look = worker(browser, base, kinds);
    while (next < views.length) {
      const index = next;
      next += 1;
      try {
        results[index] = await look(views[index]);
      } catch (error) {
        const text = `cannot be looked at: ${error.message.split('\n')[0]}`;
        results[index] = { looked: [{ check: 'look', faults: [{ key: text, text }] }], incomplete: [] };
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, run));
  return results;
}

// Prints what was found, the same fault of many views once, and gives how many checks passed and failed.
function tell(views, results) {
  const groups = new Map();
  const undecided = new Map();
  let passed = 0;
  let failed = 0;
  for (const [index, { looked, incomplete }] of results.entries()) {
    const { page, mode } = views[index];
    for (const rule of incomplete) undecided.set(rule, (undecided.get(rule) ?? 0) + 1);
    for (const { check, faults } of looked) {
      if (faults.length === 0) passed += 1;
      else failed += 1;
      for (const { key, text } of faults) {
        const group = groups.get(`${check} ${key}`) ?? { line: `${page.path} [${mode.name}]: ${check}: ${text}`, places: new Set() };
        group.places.add(`${page.path} [${mode.name}]`);
        groups.set(`${check} ${key}`, group);
      }
    }
  }
  for (const { line, places } of [...groups.values()].slice(0, GROUPS_SHOWN)) {
    console.log(places.size > 1 ? `${line} (and in ${places.size - 1} more views, such as ${[...places].at(-1)})` : line);
  }
  if (groups.size > GROUPS_SHOWN) console.log(`… and ${groups.size - GROUPS_SHOWN} more`);
  const rules = [...undecided].sort().map(([rule, count]) => `${rule} ${count}`);
  console.log(`left by axe to people, in elements: ${rules.join(', ') || 'none'}`);
  return { passed, failed };
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      'one-of': { type: 'string', default: '1' },
      workers: { type: 'string', default: '2' },
      only: { type: 'string', default: '' },
    },
  });
  const folder = positionals[0] && absolute(positionals[0]);
  if (!folder || !existsSync(join(folder, 'index.html'))) {
    console.error(folder ? `${folder} has no index.html` : 'usage: node pages.mjs SITE [--all] [--one-of N] [--workers N] [--only WORD]');
    exit(2);
  }
  const pages = pagesOf(folder).filter(({ path }) => path.includes(values.only));
  const [workers, of] = [Number(values.workers), Number(values['one-of'])];
  if (pages.length === 0 || [workers, of].some((number) => !Number.isInteger(number) || number < 1)) {
    console.error(pages.length === 0 ? `no page of ${folder} has “${values.only}” in its path` : '--workers and --one-of take a whole number');
    exit(2);
  }
  const views = viewsOf(pages, { all: values.all, of });
  const { base, close } = await serve(folder);
  const browser = await start();
  const results = await lookAtAll(browser, base, views, workers).finally(() => browser.close());
  await close();
  const { passed, failed } = tell(views, results);
  const templates = pages.filter(({ richest }) => richest).length;
  const inOneMode = views.filter(({ first }) => first).length;
  const times = values.all
    ? `${pages.length} pages times ${MODES.length} modes`
    : `${inOneMode === pages.length ? '' : `${inOneMode} of `}${pages.length} pages times 1 mode, ${templates} templates and views times ${MODES.length} modes`;
  console.log(`${times}: ${views.length} views, ${passed + failed} checks`);
  console.log(`${passed} passed, ${failed} failed`);
  exit(failed > 0 || passed === 0 ? 1 : 0);
}

await main();
