// Narrows how the plans line up by keyboard alone, from disk and below a sub-path of a server under the site's own headers.
//
//     node filter.mjs SITE
//
// Ends with `N passed, N failed`.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve as absolute } from 'node:path';
import { exit } from 'node:process';
import { pathToFileURL } from 'node:url';

import { start } from './chromium.mjs';
import { tabTo } from './looks/keyboard.mjs';
import { watch } from './looks/watch.mjs';
import { MODES, open } from './modes.mjs';
import { serve } from './serve.mjs';

const PAGE = 'alignment.html';

// What a reader sees: the rows, the links, and how many of them the page says there are.
const seen = (tab) =>
  tab.evaluate(() => {
    const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    const said = document.querySelector('main [role=status]').textContent.match(/\d+/g).map(Number);
    const tiers = new Set(shown('td').map((cell) => cell.dataset.tier));
    return { rows: shown('tr[data-topics]').length, links: shown('[data-relation]').length, said, tiers: tiers.size };
  });

const agrees = ({ rows, links, said }) => assert.deepEqual([said[0], said[2]], [rows, links], 'what is said and what is shown');

// The steps of one visit, in order: each is a sentence and what shows it.
function visit({ tab, base, noted }) {
  let all;
  let narrowed;
  return [
    ['the whole tables are there at first', async () => {
      await tab.goto(`${base}${PAGE}`);
      all = await seen(tab);
      agrees(all);
      assert.equal(all.rows, all.said[1]);
    }],
    ['a tier is chosen by keyboard, and its column alone is left', async () => {
      await tabTo(tab, 'the first choice', () => document.activeElement === document.querySelector('#fm-filter select'));
      await tab.keyboard.press('ArrowDown');
      narrowed = await seen(tab);
      agrees(narrowed);
      assert.ok(narrowed.links > 0 && narrowed.links < all.links, `${narrowed.links} of ${all.links} links are left`);
      assert.equal(narrowed.tiers, 1);
    }],
    ['the address leads back to what was chosen', async () => {
      const address = tab.url();
      assert.match(address, /#tier=/);
      await tab.goto('about:blank');
      await tab.goto(address);
      assert.deepEqual(await seen(tab), narrowed);
    }],
    ['the skip link changes nothing, and the address still leads back', async () => {
      const address = tab.url();
      await tabTo(tab, 'the skip link', () => document.activeElement.matches('a[href^="#"]'));
      await tab.keyboard.press('Enter');
      await tab.waitForFunction(() => document.activeElement === document.querySelector('main'));
      await tab.waitForURL(address);
      assert.deepEqual(await seen(tab), narrowed);
    }],
    ['on paper it says what it is narrowed to, and has nothing to press', async () => {
      await tab.emulateMedia({ media: 'print' });
      const printed = await tab.evaluate(() => {
        const shown = (selector) => [...document.querySelectorAll(`#fm-filter ${selector}`)].filter((element) => element.checkVisibility());
        return { choices: shown('select').map(({ name }) => name), told: shown('[role=status]').length, buttons: shown('button').length };
      });
      assert.deepEqual(printed, { choices: ['tier'], told: 1, buttons: 0 });
      await tab.emulateMedia({ media: null });
    }],
    ['everything is shown again', async () => {
      await tabTo(tab, 'the button', () => document.activeElement === document.querySelector('#fm-filter button'));
      await tab.keyboard.press('Enter');
      await tab.waitForFunction(() => !location.hash);
      assert.deepEqual(await seen(tab), all);
    }],
    ['on paper the whole tables say nothing of a choice', async () => {
      await tab.emulateMedia({ media: 'print' });
      assert.equal(await tab.evaluate(() => document.querySelector('#fm-filter').checkVisibility()), false);
      await tab.emulateMedia({ media: null });
    }],
    ['nothing is complained of', async () => assert.deepEqual(noted.take().map(({ text }) => text), [])],
  ];
}

const folder = process.argv[2] && absolute(process.argv[2]);
if (!folder || !existsSync(join(folder, PAGE))) {
  console.error(folder ? `${folder} has no ${PAGE}` : 'usage: node filter.mjs SITE');
  exit(2);
}
const server = await serve(folder);
const browser = await start();
let [passed, failed] = [0, 0];
for (const mode of MODES.filter(({ name }) => ['light-1280', 'light-320'].includes(name))) {
  for (const base of [server.base, `${pathToFileURL(folder).href}/`]) {
    const tab = await open(browser, mode);
    const noted = watch(tab, base);
    for (const [sentence, shows] of visit({ tab, base, noted })) {
      try {
        await shows();
        passed += 1;
      } catch (fault) {
        failed += 1;
        console.log(`FAILED ${mode.name} ${base}: ${sentence}: ${fault.message}`);
        break; // what follows starts from what did not come about
      }
    }
    await tab.close();
  }
}
await browser.close();
await server.close();
console.log(`${passed} passed, ${failed} failed`);
exit(failed > 0 || passed === 0 ? 1 : 0);
