// What a page holds, read in one call within the browser.

// The ids of a page and every address in it. Runs in the page, so it may use nothing from outside itself.
// `html` is parsed instead of the page where it is given: a page that redirects cannot be looked at in peace.
export function collect({ html, base }) {
  const root = html === null ? document : new DOMParser().parseFromString(html, 'text/html');
  const declared = root.querySelector('base[href]')?.getAttribute('href');
  const start = declared ? new URL(declared, base).href : base;
  const links = [];

  const add = (element, attribute, written, loads) => {
    let address = null;
    try {
      address = new URL(written.trim(), start).href;
    } catch {
      // An address that cannot be read stays null and is told as such.
    }
    links.push({ element: element.localName, attribute, written, address, loads });
  };
  const addSet = (element, attribute) => {
    for (const candidate of element.getAttribute(attribute).split(/,\s+/)) {
      const written = candidate.trim().split(/\s+/)[0];
      if (written) add(element, attribute, written, true);
    }
  };

  const LOADING_RELATIONS = ['stylesheet', 'icon', 'preload', 'modulepreload', 'manifest', 'apple-touch-icon', 'mask-icon'];
  for (const element of root.querySelectorAll('*')) {
    const follows = ['a', 'area'].includes(element.localName);
    for (const attribute of ['href', 'xlink:href']) {
      if (!element.hasAttribute(attribute) || element.localName === 'base') continue;
      const isLink = element.localName === 'link';
      const loads = isLink ? LOADING_RELATIONS.some((relation) => element.relList.contains(relation)) : !follows;
      add(element, attribute, element.getAttribute(attribute), loads);
    }
    for (const attribute of ['src', 'poster', 'data', 'background']) {
      const known = attribute !== 'data' || element.localName === 'object';
      if (known && element.hasAttribute(attribute)) add(element, attribute, element.getAttribute(attribute), true);
    }
    for (const attribute of ['action', 'formaction']) {
      if (element.hasAttribute(attribute)) add(element, attribute, element.getAttribute(attribute), false);
    }
    for (const attribute of ['srcset', 'imagesrcset']) {
      if (element.hasAttribute(attribute)) addSet(element, attribute);
    }
    if (element.localName === 'meta' && /^refresh$/i.test(element.getAttribute('http-equiv') ?? '')) {
      const target = /url\s*=\s*['"]?([^'"]*)/i.exec(element.getAttribute('content') ?? '');
      if (target) add(element, 'content', target[1], false);
    }
  }

  const ids = [...root.querySelectorAll('[id]')].map((element) => element.id);
  const names = [...root.querySelectorAll('a[name]')].map((element) => element.getAttribute('name'));
  return { ids, names, links };
}
