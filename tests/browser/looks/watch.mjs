// Notes what a page should not do while it is open: speak in the console, fail, ask another host, or break the policy.

import { isRefusedIcon } from './icon.mjs';

const shorten = (text) => text.replace(/\s+/g, ' ').slice(0, 300);

// Starts to watch a tab. `take()` gives what was noted since the last time. Only addresses below `base` may be asked for.
export function watch(tab, base) {
  let noted = [];
  const note = (key, text) => noted.push({ key: `${key} ${text}`, text: `${key}: ${shorten(text)}` });

  tab.on('console', (message) => {
    const text = message.text();
    if (/^Failed to load resource/.test(text)) return; // the failed request tells it better
    if (isRefusedIcon(text)) return;
    if (/Content Security Policy/i.test(text)) note('breaks the Content-Security-Policy', text);
    else note(`console ${message.type()}`, text);
  });
  tab.on('pageerror', (error) => note('script fails', error.message));
  tab.on('dialog', (dialog) => {
    note('opens a dialog', dialog.message());
    dialog.dismiss().catch(() => {});
  });
  tab.on('popup', (popup) => note('opens a window', popup.url()));
  tab.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(base) && !/^(data|blob):/.test(address)) note('asks for', address);
  });
  tab.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason given';
    const isNoFault = reason === 'net::ERR_ABORTED' || reason === 'csp' || isRefusedIcon(request.url());
    if (!isNoFault) note('cannot load', `${request.url()} (${reason})`);
  });
  tab.on('response', (response) => {
    if (response.status() >= 400) note('cannot load', `${response.url()} (${response.status()})`);
  });

  return {
    take() {
      const taken = noted;
      noted = [];
      return taken;
    },
  };
}
