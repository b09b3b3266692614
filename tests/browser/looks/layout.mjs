// Nothing makes a page scroll sideways, is cut off or lies upon something else, whatever the width and the spacing of text.

import { bringLook } from './in-page.mjs';

export async function layoutFaults(tab) {
  await bringLook(tab);
  return tab.evaluate(() => look.layout());
}

// The same with the spacing of WCAG 1.4.12; what is wrong without it too is told by `layoutFaults`.
export async function spacingFaults(tab, known) {
  await bringLook(tab);
  const faults = await tab.evaluate(() => {
    look.space(true);
    const found = look.layout();
    look.space(false);
    return found;
  });
  const keys = new Set(known.map(({ key }) => key));
  return faults
    .filter(({ key }) => !keys.has(key))
    .map(({ key, text }) => ({ key, text: `with wider spacing of text ${text}` }));
}
