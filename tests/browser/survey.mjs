// Which pages of a built site are looked at, and in which modes.

import { readFileSync, statSync } from 'node:fs';

import { MODES } from './modes.mjs';
import { filesOf, within } from './site.mjs';

const isPage = (path) => /\.x?html?$/i.test(path);
const isRedirect = (html) => /<meta[^>]*http-equiv\s*=\s*["']?refresh/i.test(html);
const OWN_FILES = /^(pagefind|assets)\//; // what a search brings along are no pages of the site

// What a page has in common with others: the template or view that drew it, and its language.
function templateOf(html) {
  const classes = /<body[^>]*\sclass="([^"]*)"/i.exec(html)?.[1] ?? '';
  const language = /<html[^>]*\slang="([^"]*)"/i.exec(html)?.[1] ?? '';
  return `${classes.trim().split(/\s+/).join(' ')} (${language})`;
}

// The pages of a site, `{ path, template, richest }`: the richest of each template, which is its longest, stands for it.
export function pagesOf(folder) {
  const pages = [];
  for (const file of filesOf(folder)) {
    const path = within(folder, file);
    if (!isPage(path) || OWN_FILES.test(path)) continue;
    const html = readFileSync(file, 'utf8');
    if (!isRedirect(html)) pages.push({ path, template: templateOf(html), bytes: statSync(file).size });
  }
  const richest = new Map();
  for (const page of pages) {
    if (page.bytes > (richest.get(page.template)?.bytes ?? -1)) richest.set(page.template, page);
  }
  return pages.map((page) => ({ ...page, richest: richest.get(page.template) === page }));
}

// The views, `{ page, mode, first }`: each page in the first mode, or of every so many one, and in the others as well if it stands
// for a template or `all` is asked for. What does not depend on the mode is looked at in the `first` view of a page alone.
export function viewsOf(pages, { all, of = 1 }) {
  return MODES.flatMap((mode, index) =>
    pages.filter((page, place) => (index === 0 && place % of === 0) || all || page.richest).map((page) => ({ page, mode, first: index === 0 })),
  );
}
