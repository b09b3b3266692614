// Goes through a page with the keyboard alone: the skip link, every stop, what each looks like, and the way out.

import { PNG } from 'pngjs';

import { bringLook } from './in-page.mjs';

const STOPS_MOST = 2000;
const PRESSES_AT_ONCE = 20;
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

// A stop with and without the focus, as pictures: a line of one pixel along half its edge must change.
async function pictureFaults(tab, index) {
  await tab.evaluate((at) => look.keyboard.focus(at), index);
  const clip = await tab.evaluate((room) => look.keyboard.box(room), ROOM_PIXELS);
  if (clip.width < 1 || clip.height < 1) return []; // told as out of sight
  const focused = await tab.screenshot({ clip });
  await tab.evaluate(() => look.keyboard.blur());
  const blurred = await tab.screenshot({ clip });
  const needed = Math.max(1, clip.width + clip.height - 4 * ROOM_PIXELS);
  return changedPixels(focused, blurred) >= needed ? [] : [await tab.evaluate((at) => look.keyboard.unseen(at), index)];
}

// Presses Tab, or another key, until what has the focus is what `wanted`, a function that runs in the page, says.
export async function tabTo(tab, what, wanted, argument, key = 'Tab') {
  for (let count = 0; count < STOPS_MOST; count += 1) {
    await tab.keyboard.press(key);
    if (await tab.evaluate(wanted, argument)) return;
  }
  throw new Error(`${key} does not come to ${what}`);
}

// Presses Tab until the page has been left, or goes round in circles. The presses are sent many at a time, for each costs
// a way to the browser and back; the page itself notes every stop.
async function walk(tab) {
  const session = await tab.context().newCDPSession(tab);
  const press = (type) => session.send('Input.dispatchKeyEvent', { type, key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 });
  for (let count = 0; count < STOPS_MOST; count += PRESSES_AT_ONCE) {
    await Promise.all(Array.from({ length: PRESSES_AT_ONCE }, () => [press('rawKeyDown'), press('keyUp')]).flat());
    const walked = await tab.evaluate(() => look.keyboard.walked());
    if (walked.end) {
      await session.detach();
      return walked;
    }
  }
  throw new Error(`the page has not been left after ${STOPS_MOST} presses of Tab`);
}

// The page must have been loaded and not been touched. `kinds` are the kinds of stop whose focus has been looked at on the
// screen; each new one is, and is added.
export async function keyboardFaults(tab, kinds) {
  await bringLook(tab);
  await tab.evaluate(() => look.keyboard.begin());
  const { stops, missed } = await walk(tab);
  const faults = [...stops.flatMap((stop) => stop.faults), ...missed];
  if (stops.length === 1) return [...faults, { key: 'skip link', text: 'nothing can be reached with Tab, not even a skip link' }];
  for (const [index, { kind }] of stops.entries()) {
    if (!kind || kinds.has(kind)) continue;
    kinds.add(kind);
    faults.push(...(await pictureFaults(tab, index)));
  }
  if (!(await tab.evaluate(() => look.keyboard.backToSkipLink()))) return faults; // told as the first stop that it is
  await tab.keyboard.press('Enter');
  return [...faults, ...(await tab.evaluate(() => look.keyboard.skipped()))];
}
