// The ways in which people see a page: a window's width, a colour scheme, forced colours, text twice as large.

export const MODES = [
  { name: 'light-1280', width: 1280, colorScheme: 'light' },
  { name: 'light-320', width: 320, colorScheme: 'light' },
  { name: 'dark-1280', width: 1280, colorScheme: 'dark' },
  { name: 'dark-320', width: 320, colorScheme: 'dark' },
  { name: 'forced-colours', width: 1280, colorScheme: 'light', forcedColors: 'active' },
  { name: 'text-200', width: 1280, colorScheme: 'light', textSizePixels: 32 },
];

const HEIGHT_PIXELS = 900;
const LIMIT_MS = 30_000;

// A tab that shows pages in one mode. With `scripts: false` no script of a page runs in it.
export async function open(browser, mode, { scripts = true } = {}) {
  const context = await browser.newContext({
    viewport: { width: mode.width, height: HEIGHT_PIXELS },
    colorScheme: mode.colorScheme,
    forcedColors: mode.forcedColors ?? 'none',
    reducedMotion: 'reduce', // so that what scrolls has arrived when it is looked at
    javaScriptEnabled: scripts,
  });
  const tab = await context.newPage();
  tab.setDefaultTimeout(LIMIT_MS);
  if (mode.textSizePixels) {
    // As people set it in their browser: the default size of text, which a page may not override with a size of its own.
    const session = await context.newCDPSession(tab);
    await session.send('Page.setFontSizes', { fontSizes: { standard: mode.textSizePixels, fixed: mode.textSizePixels } });
  }
  return tab;
}
