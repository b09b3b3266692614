// On paper a page has its headings and no navigation.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { bringLook } from './in-page.mjs';

const NAVIGATION_LEAST = 16; // letters of its first links, which the text of a page would hardly hold in a row
const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024;

// Runs in the page. Headings within navigation are navigation.
function headings() {
  const all = [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6), main [role=heading]')];
  return all.filter((element) => !element.closest('nav, [role=navigation], [data-enhanced]') && look.visible(element));
}

// What of the page is wrong when it is shown as it would be printed.
export async function printFaults(tab) {
  await bringLook(tab);
  await tab.evaluate(`window.headingsOnScreen = (${headings})()`);
  await tab.emulateMedia({ media: 'print' });
  const faults = await tab.evaluate(() => {
    const gone = headingsOnScreen.filter((element) => !look.visible(element));
    const navigation = [...document.querySelectorAll('nav, [role=navigation], [role=search], search')].filter(look.visible);
    const skip = [...document.body.querySelectorAll(':scope > a[href^="#"]')].filter(look.visible);
    return [
      ...(headingsOnScreen.some(({ localName }) => localName === 'h1') ? [] : [look.fault('print', document.body, 'has no h1')]),
      ...gone.map((element) => look.fault('print', element, 'is missing in print')),
      ...[...navigation, ...skip].map((element) => look.fault('print', element, 'is navigation, and is printed')),
    ];
  });
  await tab.emulateMedia({ media: null });
  return faults;
}

const flat = (text) => text.normalize('NFKC').replace(/[\s\u00ad-]+/gu, '');

// Whether a part of the structure begins with these words. Poppler drops what follows a ligature, so that there the
// beginning of the words is enough.
function isSaid(words, part) {
  const pieces = piecesOf(part);
  const beginning = flat(pieces.find((piece) => piece !== '') ?? '');
  return flat(pieces.join('')).startsWith(flat(words)) || (beginning !== '' && flat(words).startsWith(beginning));
}

// The tagged structure of a PDF and its text, as poppler tells them.
function read(pdf) {
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-print-'));
  const options = { encoding: 'utf8', maxBuffer: OUTPUT_LIMIT_BYTES, stdio: ['ignore', 'pipe', 'ignore'] };
  try {
    const path = join(folder, 'page.pdf');
    writeFileSync(path, pdf);
    return {
      structure: execFileSync('pdfinfo', ['-struct-text', path], options),
      text: execFileSync('pdftotext', [path, '-'], options),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// What is wrong with the PDF that comes out of the printer.
export async function pdfFaults(tab) {
  await bringLook(tab);
  const wanted = await tab.evaluate(`(${headings})().filter((element) => element.matches('h1, h2') && !look.isForReadersAlone(element)).map((element) => [element.localName, element.innerText])`);
  const lists = await tab.evaluate(() =>
    [...document.querySelectorAll('nav')].filter(look.visible).map((nav) => [...nav.querySelectorAll('a')].slice(0, 3).map((link) => link.innerText).join('')),
  );
  const { structure, text } = read(await tab.pdf({ format: 'A4', tagged: true }));
  const told = [];
  const parts = structure.split(/^\s*(?=H[1-6]\b)/m).slice(1);
  for (const [level, words] of wanted) {
    const tag = level.toUpperCase();
    const found = parts.some((part) => part.startsWith(tag) && isSaid(words, part));
    if (!found) told.push({ key: `pdf ${level}`, text: `the PDF has no ${level} “${words}”` });
  }
  const all = flat(text);
  for (const list of lists) {
    if (flat(list).length >= NAVIGATION_LEAST && all.includes(flat(list))) told.push({ key: 'pdf navigation', text: `the PDF has the navigation “${list.slice(0, 60)}”` });
  }
  return told;
}

// The words of a structure: poppler puts each piece between quotation marks.
function piecesOf(structure) {
  return [...structure.matchAll(/^\s*"(.*)"\s*$/gm)].map((match) => match[1]);
}
