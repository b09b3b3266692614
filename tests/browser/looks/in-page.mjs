// Puts `look` into a page. A page's policy does not hold for what a debugger brings along, so it need not be loosened.

import { readFileSync } from 'node:fs';

const SOURCE = ['in-page.js', 'in-page-keyboard.js'].map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n');

export async function bringLook(tab) {
  await tab.evaluate(`${SOURCE};0`);
}
