// Runs Lighthouse on six pages of a built site and prints what it says of each.
//
//     node lighthouse.mjs SITE [PAGE…]
//
// It is installed from the folder lighthouse when it is first needed. PAGE is a path within the site; without one, a page
// of each kind that counts most is taken. Exit 1 where a score is below 100. This is no test: it measures time.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve as absolute } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { installed, QUIET } from './chromium.mjs';
import { representatives } from './kinds.mjs';
import { serve } from './serve.mjs';

const HOME = join(dirname(fileURLToPath(import.meta.url)), 'lighthouse');
const KINDS = ['home', 'section', 'priority', 'board', 'alignment', 'search'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const PLACES_SHOWN = 3;
const RUNS_MOST = 5; // other work on the machine makes a page slower, and nothing makes it faster: the best run counts

async function tools() {
  if (!existsSync(join(HOME, 'node_modules'))) execFileSync('npm', ['ci'], { cwd: HOME, stdio: 'inherit' });
  const find = createRequire(join(HOME, 'package.json')).resolve;
  const { default: lighthouse } = await import(pathToFileURL(find('lighthouse')));
  const { launch } = await import(pathToFileURL(find('chrome-launcher')));
  return { lighthouse, launch };
}

// What keeps a category below 100: each audit that counts, and where it found something.
function faults(report, category) {
  return report.categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && report.audits[id].score !== null && report.audits[id].score < 1)
    .map(({ id }) => {
      const { title, displayValue, score, details } = report.audits[id];
      const places = (details?.items ?? []).slice(0, PLACES_SHOWN).map((item) => item.node?.snippet ?? item.url ?? item.description ?? JSON.stringify(item));
      return `  ${category}: ${title} (${Math.round(score * 100)}${displayValue ? `, ${displayValue}` : ''}) ${places.join(' | ')}`;
    });
}

// The best of some runs on one page; one is enough where it is at 100.
async function measure(lighthouse, address, port) {
  let best;
  let fault;
  for (let run = 0; run < RUNS_MOST && !(best?.categories.performance.score === 1); run += 1) {
    const { lhr } = await lighthouse(address, { port, onlyCategories: CATEGORIES, logLevel: 'silent' });
    // A busy machine may lose the trace of a page.
    if (lhr.runtimeError) fault = new Error(`${address}: ${lhr.runtimeError.message}`);
    else if (!best || lhr.categories.performance.score > best.categories.performance.score) best = lhr;
  }
  if (!best) throw fault;
  return best;
}

const [site, ...named] = argv.slice(2);
const folder = site && absolute(site);
if (!folder || !existsSync(join(folder, 'index.html'))) {
  console.error(folder ? `${folder} has no index.html` : 'usage: node lighthouse.mjs SITE [PAGE…]');
  exit(2);
}
const pages = named.length > 0 ? named.map((path) => ({ kind: path, path })) : representatives(folder, KINDS);
const { lighthouse, launch } = await tools();
const { base, close } = await serve(folder, { subPath: '/' }); // Lighthouse looks for robots.txt at the root
const chrome = await launch({ chromePath: installed(), chromeFlags: ['--headless=new', ...QUIET] });
let below = 0;
for (const { kind, path } of pages) {
  const lhr = await measure(lighthouse, base + path, chrome.port);
  const scores = CATEGORIES.map((category) => Math.round(lhr.categories[category].score * 100));
  below += scores.filter((score) => score < 100).length;
  console.log(`${kind} (${path}): ${CATEGORIES.map((category, index) => `${category} ${scores[index]}`).join(', ')}`);
  for (const [index, category] of CATEGORIES.entries()) {
    if (scores[index] < 100) console.log(faults(lhr, category).join('\n'));
  }
}
await chrome.kill();
await close();
console.log(below === 0 ? `${pages.length} pages, all at 100` : `${below} scores below 100`);
exit(below > 0 ? 1 : 0);
