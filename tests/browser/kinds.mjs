// The pages that stand for a whole site where a few have to do: for pictures, and for measures that take long.

import { pagesOf } from './survey.mjs';

const has = (template, ...classes) => classes.every((name) => template.split(' ').includes(name));
const first = (name) => (pages) => pages.find(({ path }) => path === name);
const longest = (fits) => (pages) => pages.filter(({ template }) => fits(template)).toSorted((a, b) => b.bytes - a.bytes)[0];

const KINDS = {
  home: first('index.html'),
  section: longest((template) => has(template, 'section') && !has(template, 'report')),
  priority: longest((template) => has(template, 'priority')),
  board: longest((template) => has(template, 'board')),
  alignment: first('alignment.html'),
  timeline: first('timeline.html'),
  structure: first('structure.html'),
  search: (pages) => first('search.html')(pages) ?? first('a-to-z.html')(pages),
};

// `{ kind, path }` of each kind that is asked for; a site that lacks one is told.
export function representatives(folder, kinds = Object.keys(KINDS)) {
  const pages = pagesOf(folder);
  return kinds.map((kind) => {
    const page = KINDS[kind](pages);
    if (!page) throw new Error(`${folder} has no page to stand for ${kind}`);
    return { kind, path: page.path };
  });
}
