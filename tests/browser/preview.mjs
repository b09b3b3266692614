// Edits a small site while `folkmoot serve` shows it in Chromium, and looks at what the page does.
//
//     node preview.mjs BINARY
//
// BINARY is the command, such as target/release/folkmoot. Ends with `N passed, N failed`; exit 1 on a failure.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { argv, exit } from 'node:process';
import { createInterface } from 'node:readline';

import { start } from './chromium.mjs';
import { axeFaults } from './looks/axe.mjs';
import { keyboardFaults } from './looks/keyboard.mjs';
import { layoutFaults } from './looks/layout.mjs';
import { watch } from './looks/watch.mjs';
import { MODES, open } from './modes.mjs';
import { take } from './steps.mjs';

const WORDS = 'Words that fill a line or two of a page which is long enough for a reader to have scrolled down in it. '.repeat(4);
const LONG = [
  '# A long page',
  ...Array.from({ length: 30 }, (_, index) => `Paragraph ${index + 1} begins. ${WORDS}`),
  '<details>\n<summary>More about this</summary>\n\nIt is open.\n\n</details>',
  'The end links to [the other page](other.md).',
];
const SITE = {
  'folkmoot.yaml': 'title: A site to try\n',
  'content/index.md': '# Welcome\n\nSee [the long page](long.md) and [the other page](other.md).\n',
  'content/long.md': LONG.join('\n\n'),
  'content/other.md': '# The other page\n\nShort.\n',
  'content/<script>.md': '# A hostile name\n\nAs file names go.\n',
};

// A folder with the site, and what edits it as an editor does.
function folderOf(files) {
  const root = mkdtempSync(join(tmpdir(), 'folkmoot-preview-'));
  const place = (path) => join(root, path);
  const write = (path, text) => {
    mkdirSync(dirname(place(path)), { recursive: true });
    writeFileSync(place(path), text);
  };
  const edit = (path, from, to) => {
    const text = readFileSync(place(path), 'utf8');
    assert.ok(text.includes(from), `${path} has no “${from}”`);
    write(path, text.replace(from, to));
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const rename = (from, to) => renameSync(place(from), place(to));
  return { root, write, edit, rename, remove: () => rmSync(root, { recursive: true, force: true }) };
}

// Starts the command on a folder: `{ base, stop }`.
async function serve(binary, root, port = 0, ...options) {
  const child = spawn(binary, ['serve', '-r', root, '-p', `${port}`, ...options], { stdio: ['ignore', 'inherit', 'pipe'] });
  const ended = once(child, 'exit');
  const said = [];
  const lines = createInterface({ input: child.stderr });
  const base = await new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      said.push(line);
      const address = line.match(/Serving (http:\/\/\S+?:\d+\/)/)?.[1];
      if (address) resolve(address);
    });
    ended.then(() => reject(new Error(`the server ended: ${said.join('\n')}`)));
  });
  const stop = async () => {
    child.kill('SIGINT');
    await ended;
  };
  return { base, stop };
}

const panel = 'dialog.folkmoot-findings';
const bar = 'section.folkmoot-bar';

// The page is there, and hears of changes.
const ready = (tab) => tab.waitForSelector('html[data-folkmoot-preview=on]', { state: 'attached' });
const visit = async (tab, address) => {
  await tab.goto(address);
  await ready(tab);
};
const textOf = (tab, selector) => tab.evaluate((wanted) => document.querySelector(wanted)?.innerText ?? '', selector);
const hasText = (tab, text) => tab.waitForFunction((wanted) => document.querySelector('main')?.innerText.includes(wanted), text);
const looked = async (tab, mode) => {
  // The bar stays in view while a page is read, and at the end of the page it has a place of its own.
  await tab.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  const faults = [...(await axeFaults(tab, mode)).faults, ...(await layoutFaults(tab))];
  assert.deepEqual(faults.map(({ text }) => text), []);
};

function editing({ tab, site, base }) {
  const long = `${base}long.html`;
  return [
    ['an edit is shown, and the reader keeps place, focus and what was open', async () => {
      await visit(tab, long);
      await tab.evaluate(() => {
        document.querySelector('main details').open = true;
        const paragraph = [...document.querySelectorAll('main p')].find(({ innerText }) => innerText.startsWith('Paragraph 20 '));
        scrollTo({ top: scrollY + paragraph.getBoundingClientRect().top - 40, behavior: 'instant' });
        document.querySelector('main a[href="other.html"]').focus({ preventScroll: true });
      });
      // What is put in above moves everything down; the reader is to see the same.
      site.edit('content/long.md', 'Paragraph 2 begins.', `New words stand here. ${WORDS}\n\nParagraph 2 begins.`);
      await hasText(tab, 'New words stand here.');
      await tab.waitForLoadState('load');
      const seen = () => {
        const paragraph = [...document.querySelectorAll('main p')].find(({ innerText }) => innerText.startsWith('Paragraph 20 '));
        const top = paragraph.getBoundingClientRect().top;
        return { top, open: document.querySelector('main details').open, focus: document.activeElement.getAttribute('href') };
      };
      await tab.waitForFunction(() => history.scrollRestoration === 'auto');
      const { top, open: isOpen, focus } = await tab.evaluate(seen);
      assert.ok(Math.abs(top - 40) < 3, `what stood 40 px below the top stands at ${top}`);
      assert.deepEqual([isOpen, focus], [true, 'other.html']);
    }],
    ['a page that did not change is left alone', async () => {
      await visit(tab, long);
      await tab.evaluate(() => (window.marker = 'here'));
      // What a first answer leads to shows before the second comes.
      for (const [from, to] of [['Short.', 'Short, and edited.'], ['Short, and edited.', 'Short, and edited twice.']]) {
        const heard = tab.waitForResponse((response) => response.url().includes('/_folkmoot/state'));
        site.edit('content/other.md', from, to);
        await (await heard).finished();
      }
      assert.equal(await tab.evaluate(() => window.marker), 'here');
    }],
    ['a style sheet is exchanged without loading the page', async () => {
      await tab.evaluate(() => (window.marker = 'here'));
      const style = (text) => site.write('themes/civic/static/style.css', text);
      style('h1 { color: rgb(1, 2, 3) }\n');
      await tab.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)');
      style('h1 { color: rgb(3, 2, 1) }\n');
      await tab.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color === 'rgb(3, 2, 1)');
      await tab.waitForFunction(() => document.querySelectorAll('link[data-folkmoot-old]').length === 0);
      assert.equal(await tab.evaluate(() => window.marker), 'here', 'the page was loaded again');
      rmSync(join(site.root, 'themes'), { recursive: true });
      await tab.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color !== 'rgb(3, 2, 1)');
    }],
    ['a page that is renamed takes the browser along', async () => {
      site.rename('content/other.md', 'content/another.md');
      site.edit('content/long.md', 'other.md', 'another.md');
      site.edit('content/index.md', 'other.md', 'another.md');
      await tab.waitForSelector('main a[href="another.html"]');
      await visit(tab, `${base}another.html`);
      site.rename('content/another.md', 'content/other.md');
      site.edit('content/long.md', 'another.md', 'other.md');
      site.edit('content/index.md', 'another.md', 'other.md');
      await tab.waitForURL((address) => address.pathname !== '/another.html');
      assert.equal(await tab.evaluate(() => document.querySelector('h1').innerText), 'The other page');
    }],
  ];
}

const BROKEN = 'other-<b>bold</b>.md';

function breaking({ tab, site, base, noted }) {
  return [
    ['what keeps the site from being made is listed over the last good page, with file and line', async () => {
      await visit(tab, `${base}long.html`);
      await tab.evaluate(() => document.querySelector('main a[href="other.html"]').focus());
      site.write('content/broken.md', `---\ntitle: Broken\ntitle: <b>Twice</b>\n---\n\nSee [it](${BROKEN}).\n`);
      await tab.waitForSelector(`${panel}[open]`);
      const text = await textOf(tab, panel);
      assert.match(text, /content\/broken\.md:3:\d+/);
      assert.match(text, /Error: /);
      const { link, bold, inside, label } = await tab.evaluate((wanted) => {
        const shown = document.querySelector(wanted);
        return {
          link: shown.querySelector('a').getAttribute('href'),
          bold: shown.querySelectorAll('b').length,
          inside: shown.contains(document.activeElement),
          label: document.getElementById(shown.getAttribute('aria-labelledby')).innerText,
        };
      }, panel);
      assert.ok(link.startsWith('vscode://file/') && link.includes('/content/broken.md:3:'), link);
      assert.deepEqual([bold, inside], [0, true]);
      assert.match(label, /^The site cannot be made: \d+ errors?$/);
      assert.match(await textOf(tab, 'main'), /A long page/);
      assert.match(await textOf(tab, bar), /this is the last good version/);
    }],
    ['Escape closes it, the focus returns, and it stays away until something else is found', async () => {
      await tab.keyboard.press('Escape');
      await tab.waitForSelector(panel, { state: 'hidden' });
      assert.equal(await tab.evaluate(() => document.activeElement.getAttribute('href')), 'other.html');
      await visit(tab, `${base}long.html`);
      await tab.waitForSelector(bar);
      assert.equal(await tab.locator(`${panel}[open]`).count(), 0);
      site.edit('content/broken.md', 'title: Broken', 'title: Broken\nstatus: <i>unknown</i>');
      await tab.waitForSelector(`${panel}[open]`);
      await tab.keyboard.press('Escape');
      await tab.locator(`${bar} button`).click();
      await tab.waitForSelector(`${panel}[open]`);
    }],
    ['when all is mended it goes away by itself', async () => {
      site.write('content/broken.md', '---\ntitle: Mended\n---\n\nAll is well.\n');
      await tab.waitForSelector(panel, { state: 'hidden' });
      await tab.waitForFunction((wanted) => !document.querySelector(wanted)?.innerText.includes('last good version'), bar);
    }],
    ['nothing was said in the console, failed, or was asked of others', async () => {
      assert.deepEqual(noted.take().map(({ text }) => text), []);
    }],
  ];
}

// The bar and the panel, looked at as every page is.
function looks({ browser, site, base }) {
  const inMode = (mode, path, look) => async () => {
    const tab = await open(browser, mode);
    await visit(tab, base + path);
    await tab.waitForSelector(`${bar} a`);
    await look(tab);
    await tab.context().close();
  };
  const calm = MODES.map((mode) => [`the bar works for everyone [${mode.name}]`, inMode(mode, 'long.html', async (tab) => {
    assert.match(await textOf(tab, bar), /Edit this page/);
    await looked(tab, mode);
    const faults = await keyboardFaults(tab, new Set());
    assert.deepEqual(faults.map(({ text }) => text), []);
    await tab.emulateMedia({ media: 'print' });
    assert.equal(await tab.locator(bar).isVisible(), false, 'the bar is printed');
  })]);
  const broken = MODES.map((mode) => [`the panel works for everyone [${mode.name}]`, inMode(mode, 'long.html', async (tab) => {
    await tab.waitForSelector(`${panel}[open]`);
    const { faults } = await axeFaults(tab, mode);
    assert.deepEqual(faults.map(({ text }) => text), []);
    // It lies upon the page, which is what it is for; all of it must be within reach.
    const { within, wide } = await tab.evaluate((wanted) => {
      const shown = document.querySelector(wanted);
      const { left, top, right, bottom } = shown.getBoundingClientRect();
      const isWithin = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      return { within: isWithin, wide: shown.scrollWidth > shown.clientWidth };
    }, panel);
    assert.deepEqual({ within, wide }, { within: true, wide: false });
  })]);
  return [
    ...calm,
    ['the site is broken again', async () => site.write('content/broken.md', '---\ntitle: Broken\ntitle: Twice\n---\n\nWords.\n')],
    ...broken,
    ['the site is mended again', async () => site.write('content/broken.md', '---\ntitle: Mended\n---\n\nWords.\n')],
  ];
}

// A server that ends and starts again at the same port, with the page open all the while.
function restarting({ binary, tab, site, base, server }) {
  return [
    ['a page finds the server again after a restart, and shows what changed meanwhile', async () => {
      await visit(tab, `${base}other.html`);
      await server.current.stop();
      await tab.waitForFunction((wanted) => document.querySelector(wanted)?.innerText.includes('The preview has stopped'), bar);
      site.edit('content/other.md', 'Short, and edited twice.', 'Changed while nobody served');
      server.current = await serve(binary, site.root, new URL(base).port);
      await hasText(tab, 'Changed while nobody served');
      await tab.waitForFunction((wanted) => !document.querySelector(wanted)?.innerText.includes('has stopped'), bar);
    }],
    ['a site that cannot be made from the start says why, and appears when it is mended', async () => {
      await server.current.stop();
      site.write('content/broken.md', '---\ntitle: Broken\ntitle: Twice\n---\n\nWords.\n');
      server.current = await serve(binary, site.root, new URL(base).port);
      await tab.goto(`${base}other.html`);
      await hasText(tab, 'content/broken.md:3:');
      await ready(tab);
      await looked(tab, MODES[0]);
      site.write('content/broken.md', '---\ntitle: Mended\n---\n\nWords.\n');
      await hasText(tab, 'Changed while nobody served');
    }],
    ['with --navigate the tab that was seen last goes to the page that was saved, and no other does', async () => {
      await server.current.stop();
      server.current = await serve(binary, site.root, new URL(base).port, '--navigate');
      await tab.bringToFront();
      await visit(tab, `${base}long.html`);
      const last = await tab.context().newPage();
      await visit(last, `${base}long.html`);
      site.edit('content/other.md', 'nobody served', 'somebody served');
      await last.waitForURL(`${base}other.html`);
      assert.equal(tab.url(), `${base}long.html`);
      await last.close();
    }],
  ];
}

async function main() {
  const binary = argv[2];
  if (!binary) {
    console.error('usage: node preview.mjs BINARY');
    exit(2);
  }
  const site = folderOf(SITE);
  const server = { current: await serve(binary, site.root) };
  const { base } = server.current;
  const browser = await start();
  const tab = await open(browser, MODES[0]);
  const all = { binary, browser, tab, site, base, server, noted: watch(tab, base) };
  const { passed, failed } = await take([...editing(all), ...breaking(all), ...looks(all), ...restarting(all)]);
  await browser.close();
  await server.current.stop();
  site.remove();
  console.log(`${passed} passed, ${failed} failed`);
  exit(failed > 0 ? 1 : 0);
}

await main();
