// Searches a built site by keyboard alone, below a sub-path of a plain file server and under the site's own headers.
//
//     node search.mjs SITE [--required] [--query WORDS] [--patience SECONDS]
//
// A site without search.html has nothing to search; with --required that is a failure. --patience is how long results may
// take before the search has failed. Ends with `N passed, N failed`; exit 1 on a failure.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve as absolute } from 'node:path';
import { exit } from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import { start } from './chromium.mjs';
import { axeFaults } from './looks/axe.mjs';
import { keyboardFaults, tabTo } from './looks/keyboard.mjs';
import { layoutFaults, spacingFaults } from './looks/layout.mjs';
import { watch } from './looks/watch.mjs';
import { MODES, open } from './modes.mjs';
import { serve } from './serve.mjs';
import { take } from './steps.mjs';

const PAGE = 'search.html';
const A_TO_Z = 'a-to-z.html';
const MANY = 'community safety'; // what finds more than one batch of results

const onSearchField = () => {
  const { localName, name, form } = document.activeElement;
  return localName === 'input' && name === 'q' && new URL(form.action).pathname.endsWith('/search.html');
};
const onSkipLink = () => document.activeElement.matches('a[href="#main"], a[href="#fm-main"]');
const onResult = (index) => document.activeElement === document.querySelectorAll('main ol > li')[index]?.querySelector('a');
const onKinds = () => document.activeElement.localName === 'select' && document.activeElement.name === 'kind';

const onButton = () => document.activeElement.matches('main form button') && document.activeElement.type === 'submit';

// What the page says of its results once it says a number that is not `before`: the words, the number, the links.
async function found(tab, before = null) {
  await tab.waitForFunction((old) => {
    const text = [...document.querySelectorAll('main [role=status]')].map((status) => status.innerText).join(' ').trim();
    return /\d/.test(text) && text !== old;
  }, before);
  return tab.evaluate(() => {
    const words = [...document.querySelectorAll('main [role=status]')].map((status) => status.innerText).join(' ').trim();
    const links = [...document.querySelectorAll('main ol > li')].map((item) => item.querySelector('a')?.href);
    return { words, number: Number(words.replace(/[,.\s](?=\d{3})/g, '').match(/\d+/)[0]), links, address: location.href };
  });
}

const asked = (tab) => tab.evaluate(() => document.querySelector('main input[name=q]').value);
const askedOf = (address) => new URL(address).searchParams.get('q');

// The steps of one visit, in order: each is a sentence and what shows it.
function visit({ tab, base, query, noted }) {
  let all;
  let some;
  return [
    ['the search is reached from the front page', async () => {
      await tab.goto(base + 'index.html');
      await tabTo(tab, 'a search field', onSearchField);
    }],
    ['a query is typed, sent with Enter, and the number of results is announced', async () => {
      await tab.keyboard.type(query);
      await tab.keyboard.press('Enter');
      await tab.waitForURL((address) => address.pathname.endsWith(`/${PAGE}`));
      all = await found(tab);
      assert.ok(all.number > 1, `${all.words}: too few results to go on`);
      assert.ok(all.words.includes(query), `“${all.words}” does not say what was asked`);
      assert.ok(all.links.length > 1 && all.links.length <= all.number, `${all.links.length} links for ${all.number} results`);
      assert.ok(all.links.every((link) => link?.startsWith(base)), `a result leads out of the site: ${all.links}`);
    }],
    ['the address and the field keep the query', async () => {
      assert.equal(askedOf(tab.url()), query);
      assert.equal(await asked(tab), query);
    }],
    ['a jump within the page leaves what has been typed since', async () => {
      await tabTo(tab, 'the field', onSearchField);
      await tab.keyboard.type(' and more');
      const typed = await asked(tab);
      await tabTo(tab, 'the skip link', onSkipLink, null, 'Shift+Tab');
      await tab.keyboard.press('Enter');
      await tab.waitForFunction(() => location.hash !== '');
      await tab.goBack();
      await tab.waitForFunction(() => location.hash === '');
      assert.equal(await asked(tab), typed);
      await tab.reload();
      assert.deepEqual((await found(tab)).links, all.links);
    }],
    ['the results are moved through', async () => {
      await tabTo(tab, 'the first result', onResult, 0);
      await tabTo(tab, 'the second result', onResult, 1);
    }],
    ['the results are filtered by kind', async () => {
      await tabTo(tab, 'the kinds', onKinds, null, 'Shift+Tab');
      const kinds = await tab.evaluate(() => [...document.activeElement.options].map(({ text }) => text));
      // The kind of the first result is one that has results.
      const tags = await tab.evaluate(() => document.querySelector('main ol > li').innerText);
      const kind = kinds.slice(1).find((name) => tags.includes(name));
      assert.ok(kind, `the first result names no kind out of ${kinds.join(', ')}: ${tags}`);
      await tab.keyboard.type(kind);
      await tabTo(tab, 'the button', onButton); // which searches, where choosing alone does not
      await tab.keyboard.press('Enter');
      some = await found(tab, all.words);
      assert.ok(some.number > 0 && some.number < all.number, `${some.number} of ${all.number} results`);
      const shown = await tab.evaluate(() => [...document.querySelectorAll('main ol > li')].map((item) => item.innerText));
      assert.ok(shown.every((text) => text.includes(kind)), `a result of another kind than ${kind}: ${shown.join(' | ')}`);
    }],
    ['loading the page again shows the same', async () => {
      await tab.reload();
      const again = await found(tab);
      assert.deepEqual([again.words, again.links, await asked(tab)], [some.words, some.links, query]);
    }],
    ['a result is followed with Enter', async () => {
      await tabTo(tab, 'the first result', onResult, 0);
      await tab.keyboard.press('Enter');
      await tab.waitForURL(some.links[0]);
    }],
    ['Back shows the query and its results again', async () => {
      await tab.goBack();
      const again = await found(tab);
      assert.deepEqual([again.words, again.links, await asked(tab)], [some.words, some.links, query]);
    }],
    ['a query without results says so', async () => {
      await tab.goto(`${base}${PAGE}?q=zzzzqqqq`);
      await tab.waitForFunction(() => [...document.querySelectorAll('main [role=status]')].some(({ innerText }) => innerText.includes('zzzzqqqq')));
      assert.equal(await tab.evaluate(() => document.querySelectorAll('main ol > li').length), 0);
    }],
    ['nothing was said in the console, failed, or was asked of others', async () => {
      assert.deepEqual(noted.take().map(({ text }) => text), []);
    }],
  ];
}

// More results, where there are any, which the example must have.
function more({ tabFor, base, required }) {
  const told = () => document.querySelector('main [role=status]').innerText;
  const linksOf = (tab) => tab.evaluate(() => [...document.querySelectorAll('main ol > li')].map((item) => item.querySelector('a').href));
  const PARTS = '**/pagefind/fragment/**';
  return [['more results are shown once, and what keeps them away is told', async () => {
    const tab = await tabFor(MODES[0]);
    await tab.goto(`${base}${PAGE}?${new URLSearchParams({ q: MANY })}`);
    const { links: first, words } = await found(tab);
    const isThere = await tab.evaluate(() => document.querySelector('main ol ~ p button')?.checkVisibility() ?? false);
    assert.ok(isThere || !required, `nothing more is found for “${MANY}”`);
    if (!isThere) return;
    await tabTo(tab, 'the button for more', () => document.activeElement.matches('main ol ~ p button'));
    await tab.route(PARTS, (route) => route.abort());
    await tab.keyboard.press('Enter');
    await tab.waitForFunction((old) => document.querySelector('main [role=status]').innerText !== old, words);
    const fault = await tab.evaluate(told);
    assert.doesNotMatch(fault, /\d/, 'a failure that tells a number of results');
    assert.deepEqual(await linksOf(tab), first, 'what was shown before the failure');
    await tab.unroute(PARTS);
    await tab.evaluate(() => [1, 2].forEach(() => document.activeElement.click())); // the second before the first is done
    await tab.waitForFunction((old) => document.querySelector('main [role=status]').innerText !== old, fault);
    await tab.waitForLoadState('networkidle');
    const links = await linksOf(tab);
    assert.deepEqual([links.slice(0, first.length), new Set(links).size], [first, links.length], 'results that are shown twice');
    assert.ok(links.length > first.length);
  }]];
}

// The results, looked at as every page is.
function looks({ tabFor, base, query }) {
  return MODES.map((mode) => [`the results work for everyone [${mode.name}]`, async () => {
    const tab = await tabFor(mode);
    await tab.goto(`${base}${PAGE}?${new URLSearchParams({ q: query })}`);
    await found(tab);
    const keyboard = await keyboardFaults(tab, new Set());
    const { faults } = await axeFaults(tab, mode);
    const layout = await layoutFaults(tab);
    const spacing = await spacingFaults(tab, layout);
    assert.deepEqual([...keyboard, ...faults, ...layout, ...spacing].map(({ text }) => text), []);
  }]);
}

// Where nothing can be searched, the page leads to the A to Z and says why.
async function leadsToAToZ(tab, address) {
  await tab.goto(address);
  const told = await tab.evaluate((name) => {
    const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const links = [...document.querySelectorAll('main a')].filter((link) => new URL(link.href).pathname.endsWith(`/${name}`) && isShown(link));
    const fields = [...document.querySelectorAll('main input[name=q]')].filter(isShown);
    return { reasons: links.map((link) => link.closest('p, li, div').innerText), fields: fields.length };
  }, A_TO_Z);
  assert.equal(told.fields, 0, 'there is a field that finds nothing');
  assert.ok(told.reasons.length > 0, 'no link to the A to Z is to be seen');
  assert.ok(told.reasons.some((reason) => reason.split(/\s+/).length >= 8), `no reason is given: ${told.reasons.join(' | ')}`);
  return told.reasons;
}

function without({ browser, base, folder, query }) {
  const reasons = [];
  const disk = `${pathToFileURL(join(folder, PAGE)).href}?${new URLSearchParams({ q: query })}`;
  return [
    ['without scripts the A to Z is offered, with the reason', async () => {
      const tab = await open(browser, MODES[0], { scripts: false });
      reasons.push(await leadsToAToZ(tab, base + PAGE));
    }],
    ['from a disk the A to Z is offered, with the reason', async () => {
      const tab = await open(browser, MODES[0]);
      const noted = watch(tab, pathToFileURL(folder).href);
      reasons.push(await leadsToAToZ(tab, disk));
      assert.deepEqual(noted.take().map(({ text }) => text), []);
    }],
    ['the two reasons are not the same', async () => assert.notDeepEqual(reasons[0], reasons[1])],
  ];
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      required: { type: 'boolean', default: false },
      query: { type: 'string', default: 'knife crime' },
      patience: { type: 'string', default: '30' },
    },
  });
  const folder = positionals[0] && absolute(positionals[0]);
  if (!folder || !existsSync(join(folder, 'index.html'))) {
    console.error(folder ? `${folder} has no index.html` : 'usage: node search.mjs SITE [--required] [--query WORDS]');
    exit(2);
  }
  if (!existsSync(join(folder, PAGE))) {
    console.log(`this site has no ${PAGE}, so that there is nothing to search`);
    console.log(values.required ? '0 passed, 1 failed' : '0 passed, 0 failed');
    exit(values.required ? 1 : 0);
  }
  const { base, close } = await serve(folder);
  const browser = await start();
  const tab = await open(browser, MODES[0]);
  tab.setDefaultTimeout(Number(values.patience) * 1000);
  const site = { required: values.required, browser, folder, base, query: values.query, tab, noted: watch(tab, base), tabFor: (mode) => open(browser, mode) };
  const { passed, failed } = await take([...without(site), ...visit(site), ...more(site), ...looks(site)]);
  await browser.close();
  await close();
  console.log(`${passed} passed, ${failed} failed`);
  exit(failed > 0 ? 1 : 0);
}

await main();
