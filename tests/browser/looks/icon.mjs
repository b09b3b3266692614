// The icon of a page that lies on the disk: Chromium asks for it in its own name, and refuses itself where the page has just been
// left. That is no fault of the page. An icon that is not there is one.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const REFUSAL = /^(?:Not allowed to load local resource: )?(file:\S+icon\.(?:svg|ico|png))$/;

// Whether these words of the console, or this address that could not be loaded, are about an icon that is there.
export function isRefusedIcon(words) {
  const address = REFUSAL.exec(words)?.[1];
  return address !== undefined && existsSync(fileURLToPath(address));
}
