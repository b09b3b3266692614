// Goes through a page with the keyboard alone: the skip link, every stop, what each looks like, and the way out.

import { PNG } from 'pngjs';

import { bringLook } from './in-page.mjs';

const STOPS_MOST = 2000;
const ROOM_PIXELS = 6;
const CONTRAST_LEAST = 3; // WCAG 1.4.11, of the indicator against what was there before

function luminance(data, at) {
  const [red, green, blue] = [data[at], data[at + 1], data[at + 2]].map((value) =>
    value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

// How many pixels of two pictures of one place differ enough to be noticed.
function changedPixels(one, other) {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  let changed = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    if (a.data[at] === b.data[at] && a.data[at + 1] === b.data[at + 1] && a.data[at + 2] === b.data[at + 2]) continue;
    const [dark, light] = [luminance(a.data, at), luminance(b.data, at)].sort((x, y) => x - y);
    if ((light + 0.05) / (dark + 0.05) >= CONTRAST_LEAST) changed += 1;
  }
  return changed;
}

// The focused element with and without the focus, as pictures: a line of one pixel along half its edge must change.
async function pictureFaults(tab) {
  const clip = await tab.evaluate((room) => look.keyboard.box(room), ROOM_PIXELS);
  if (clip.width < 1 || clip.height < 1) return []; // told as out of sight
  const focused = await tab.screenshot({ clip });
  await tab.evaluate(() => look.keyboard.blur());
  const blurred = await tab.screenshot({ clip });
  await tab.evaluate(() => look.keyboard.focus());
  const needed = Math.max(1, clip.width + clip.height - 4 * ROOM_PIXELS);
  return changedPixels(focused, blurred) >= needed ? [] : [await tab.evaluate(() => look.keyboard.unseen())];
}

// The page must have been loaded and not been touched. With `pictures` each kind of stop is looked at on the screen too.
export async function keyboardFaults(tab, { pictures }) {
  await bringLook(tab);
  await tab.evaluate(() => look.keyboard.begin());
  const faults = [];
  const kinds = new Set();
  let hasStops = false;
  for (let count = 0; ; count += 1) {
    await tab.keyboard.press('Tab');
    const stop = await tab.evaluate(() => look.keyboard.stop());
    faults.push(...stop.faults);
    if (stop.first) {
      hasStops = true;
      faults.push(...(await tab.evaluate(() => look.keyboard.first())));
    }
    if (stop.end) break;
    if (count > STOPS_MOST) {
      faults.push({ key: 'keyboard trap', text: `the page has not been left after ${STOPS_MOST} stops` });
      break;
    }
    if (pictures && !kinds.has(stop.kind)) {
      kinds.add(stop.kind);
      faults.push(...(await pictureFaults(tab)));
    }
  }
  faults.push(...(await tab.evaluate(() => look.keyboard.missed())));
  if (!hasStops) return [...faults, { key: 'skip link', text: 'nothing can be reached with Tab, not even a skip link' }];
  await tab.evaluate(() => document.activeElement?.blur());
  return [...faults, ...(await skipLinkFaults(tab))];
}

// The skip link works: the main part has the focus after it. Asked on a fresh load, for a trap may have caught the focus.
async function skipLinkFaults(tab) {
  await tab.reload({ waitUntil: 'load' });
  await bringLook(tab);
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Enter');
  return tab.evaluate(() => look.keyboard.skipped());
}
