// Takes pictures of pages of a built site, for the eye of whoever works on the theme.
//
//     node screenshot.mjs --site SITE --to FOLDER [--width 320,1280] [--scheme light,dark] [--print] [--pdf] PAGE…
//
// PAGE is a path within the site (`priorities/knife-crime.html`). Each page is taken whole, once per width and scheme;
// with --print as it looks on paper, with --pdf as the printer gets it. Says what it wrote.

import { mkdirSync } from 'node:fs';
import { join, resolve as absolute } from 'node:path';
import { exit } from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import { start } from './chromium.mjs';

const HEIGHT_PIXELS = 900;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    site: { type: 'string', default: 'site' },
    to: { type: 'string' },
    width: { type: 'string', default: '1280' },
    scheme: { type: 'string', default: 'light' },
    print: { type: 'boolean', default: false },
    pdf: { type: 'boolean', default: false },
  },
});
const widths = values.width.split(',').map(Number);
const schemes = values.scheme.split(',');
const known = widths.every((width) => width > 0) && schemes.every((scheme) => ['light', 'dark'].includes(scheme));
if (!values.to || positionals.length === 0 || !known) {
  console.error('usage: node screenshot.mjs --site SITE --to FOLDER [--width N,…] [--scheme light,dark] [--print] [--pdf] PAGE…');
  exit(2);
}

mkdirSync(values.to, { recursive: true });
const browser = await start();
for (const colorScheme of schemes) {
  for (const width of widths) {
    const tab = await browser.newPage({ viewport: { width, height: HEIGHT_PIXELS }, colorScheme });
    if (values.print) await tab.emulateMedia({ media: 'print', colorScheme });
    for (const page of positionals) {
      await tab.goto(pathToFileURL(join(absolute(values.site), page)).href, { waitUntil: 'load' });
      const parts = [page.replace(/\.html$/, '').replaceAll('/', '-'), width, colorScheme, ...(values.print ? ['print'] : [])];
      const path = join(values.to, `${parts.join('-')}.${values.pdf ? 'pdf' : 'png'}`);
      if (values.pdf) await tab.pdf({ path, format: 'A4', printBackground: true });
      else await tab.screenshot({ path, fullPage: true });
      console.log(path);
    }
    await tab.close();
  }
}
await browser.close();
