// Keeps a page of the preview up to date, and shows what was found. Stands in every page while it is served, never in the
// site that is built. Text that comes from the server is only ever set as text.

(() => {
  const OWN = '/_folkmoot/';
  const PAGE = document.currentScript.dataset.page; // what identifies the bytes of this page
  const AGAIN_MS = 1000;
  const SETTLED_MS = 300;
  const FIELDS = 'input:not([type=password], [type=file], [type=hidden]), select, textarea';
  const ANCHORS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'li', 'dt', 'dd', 'tr', 'figure', 'summary'].map((name) => `main ${name}`).join();

  // ----- what a tab remembers; a browser may forbid it, and then a reload begins at the top

  const recall = (store, key) => {
    try {
      return window[store].getItem(`folkmoot-${key}`);
    } catch {
      return null;
    }
  };
  const remember = (store, key, value) => {
    try {
      if (value === null) window[store].removeItem(`folkmoot-${key}`);
      else window[store].setItem(`folkmoot-${key}`, value);
    } catch {
      // Forbidden, or full.
    }
  };

  // ----- keeping the reader's place over a reload

  // A path to an element by its nearest ancestor with an id.
  const pathOf = (element) => {
    const parts = [];
    let at = element;
    for (; at && at !== document.documentElement; at = at.parentElement) {
      if (at.id) {
        parts.unshift(`#${CSS.escape(at.id)}`);
        return parts.join(' > ');
      }
      const alike = [...at.parentElement.children].filter(({ localName }) => localName === at.localName);
      parts.unshift(`${at.localName}:nth-of-type(${alike.indexOf(at) + 1})`);
    }
    return ['html', ...parts].join(' > ');
  };
  const find = (path) => {
    try {
      return document.querySelector(path);
    } catch {
      return null;
    }
  };
  const wordsOf = (element) => element.textContent.replace(/\s+/g, ' ').trim().slice(0, 120);
  const isOurs = (element) => Boolean(element.closest('.folkmoot-bar, .folkmoot-findings'));

  // What an element is known by once the page is another: where it stood, and its words, for what stands above may have changed.
  const labelOf = (element) => wordsOf(element.localName === 'details' ? (element.querySelector('summary') ?? element) : element);
  const markOf = (element) => ({ path: pathOf(element), name: element.localName, words: labelOf(element) });
  const refind = ({ path, name, words }) => {
    const there = find(path);
    if (there?.localName === name && labelOf(there) === words) return there;
    const alike = [...document.getElementsByTagName(name)].filter((element) => words && labelOf(element) === words && !isOurs(element));
    return alike.length === 1 ? alike[0] : there?.localName === name ? there : null;
  };

  // The first few texts that are in view, for the first of them may be the very one that changes.
  const anchors = () => {
    const inView = [];
    for (const element of document.querySelectorAll(ANCHORS)) {
      const { top, bottom, height } = element.getBoundingClientRect();
      if (height > 0 && bottom > 0 && top < innerHeight) inView.push({ path: pathOf(element), words: wordsOf(element), top });
      if (inView.length === 5) break;
    }
    return inView;
  };

  const keepPlace = () => {
    const theirs = (selector) => [...document.querySelectorAll(selector)].filter((element) => !isOurs(element));
    const focused = document.activeElement;
    const place = {
      address: location.pathname,
      scroll: [scrollX, scrollY],
      anchors: scrollY > 0 ? anchors() : [],
      focus: focused && focused !== document.body && !isOurs(focused) ? markOf(focused) : null,
      details: theirs('details').map((element) => [markOf(element), element.open]),
      fields: theirs(FIELDS).map((field) => [pathOf(field), field.value, field.checked ?? null]),
    };
    remember('sessionStorage', 'place', JSON.stringify(place));
    history.scrollRestoration = 'manual';
  };

  const restoreScroll = ({ scroll, anchors: kept }) => {
    const all = kept.length > 0 ? [...document.querySelectorAll(ANCHORS)] : [];
    const same = kept.map((anchor) => ({ ...anchor, element: all.find((element) => wordsOf(element) === anchor.words) }));
    const anchor = same.find(({ element }) => element) ?? kept.map((one) => ({ ...one, element: find(one.path) })).find(({ element }) => element);
    const top = anchor ? scrollY + anchor.element.getBoundingClientRect().top - anchor.top : scroll[1];
    scrollTo({ left: scroll[0], top, behavior: 'instant' });
  };

  const restorePlace = () => {
    const place = JSON.parse(recall('sessionStorage', 'place') ?? 'null');
    remember('sessionStorage', 'place', null);
    if (place?.address !== location.pathname) return;
    for (const [mark, open] of place.details) {
      const element = refind(mark);
      if (element) element.open = open;
    }
    for (const [path, value, checked] of place.fields) {
      const field = find(path);
      if (!field?.matches(FIELDS) || (field.value === value && (field.checked ?? null) === checked)) continue;
      if (checked !== null) field.checked = checked;
      if (!['checkbox', 'radio'].includes(field.type)) field.value = value;
      // The scripts of the site hear of it as if it had been typed.
      for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
    }
    if (place.focus) refind(place.focus)?.focus({ preventScroll: true });
    restoreScroll(place);
    // Once more when all is there, for pictures move what is below them, and a browser goes to the anchor in the address; but
    // not against a reader who has begun to move.
    let hasMoved = false;
    for (const event of ['wheel', 'keydown', 'pointerdown', 'touchstart']) {
      addEventListener(event, () => (hasMoved = true), { once: true, passive: true });
    }
    addEventListener('load', () => {
      if (!hasMoved) restoreScroll(place);
      // A browser puts back its own idea of the place just after this, where it is let.
      setTimeout(() => (history.scrollRestoration = 'auto'), SETTLED_MS);
    }, { once: true });
  };

  let isLeaving = false;
  const reload = () => {
    if (isLeaving) return;
    isLeaving = true;
    dismissPanel(); // which gives the focus back
    keepPlace();
    location.reload();
  };
  const goTo = (path) => {
    const address = `/${path.split('/').map(encodeURIComponent).join('/')}`.replace(/(^|\/)index\.html$/, '$1');
    if (isLeaving || address === location.pathname) return;
    isLeaving = true;
    location.assign(address);
  };

  // ----- style sheets, which change without a reload

  // The new sheet takes the place of the old one once it is there, so that the page is never without.
  const swap = (link) => {
    const fresh = link.cloneNode();
    const address = new URL(link.href);
    address.searchParams.set('folkmoot', `${Date.now()}`);
    fresh.href = address.href;
    link.dataset.folkmootOld = '';
    const done = () => link.remove();
    fresh.addEventListener('load', done, { once: true });
    fresh.addEventListener('error', done, { once: true });
    link.after(fresh);
  };
  const sheets = () => [...document.querySelectorAll('link[rel~=stylesheet][href]:not([data-folkmoot-old])')].filter(({ href }) => new URL(href).origin === location.origin);
  // A sheet may take in another, which no link names: then all are loaded again.
  const swapStyles = (paths) => {
    const pathOfLink = ({ href }) => decodeURIComponent(new URL(href).pathname).slice(1);
    const named = sheets().filter((link) => paths.includes(pathOfLink(link)));
    const linked = new Set(named.map(pathOfLink));
    const all = paths.some((path) => !linked.has(path));
    (all ? sheets() : named).forEach(swap);
  };

  // ----- drawing what was found

  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children.filter((child) => child !== null));
    return element;
  };
  const count = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const place = ({ file, line, column }, link) => {
    const text = `${file}:${line}:${column}`;
    return link ? make('a', { href: link, textContent: text }) : text;
  };
  const item = (finding) => make(
    'li', {},
    make('p', {}, make('strong', { textContent: finding.severity === 'error' ? 'Error: ' : 'Warning: ' }), finding.message),
    finding.help ? make('p', { textContent: finding.help }) : null,
    make('p', {}, place(finding, finding.link)),
    ...finding.related.map((related, index) => make('p', {}, `${related.message.replace(/\.$/, '')}: `, place(related, finding.related_links[index]))),
  );
  // Errors first: they keep the site from being made.
  const list = (findings) => {
    const isError = ({ severity }) => severity === 'error';
    const ordered = [...findings.filter(isError), ...findings.filter((finding) => !isError(finding))];
    return make('ol', { className: 'folkmoot-list' }, ...ordered.map(item));
  };

  // ----- the panel that lists everything while the site cannot be made

  let panel = null;
  const key = (findings) => JSON.stringify(findings.map(({ code, message, file, line, column }) => [code, message, file, line, column]));

  const fill = (findings) => {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const heading = make('h2', { id: 'folkmoot-findings-title', tabIndex: -1, textContent: `The site cannot be made: ${count(errors, 'error')}` });
    const close = make('button', { type: 'button', textContent: 'Close' });
    close.addEventListener('click', () => panel.close());
    const intro = make('p', { textContent: 'Behind this is the last good version. This goes away by itself when all is mended.' });
    panel.replaceChildren(heading, intro, list(findings), close);
    heading.focus();
  };
  const openPanel = (findings) => {
    if (!panel) {
      panel = make('dialog', { className: 'folkmoot-findings', lang: 'en', dir: 'ltr' });
      panel.setAttribute('aria-labelledby', 'folkmoot-findings-title');
      // Whoever closes it has seen it, in this tab, until something else is found.
      panel.addEventListener('close', () => {
        if (panel.dataset.key) remember('sessionStorage', 'seen', panel.dataset.key);
      });
      document.body.append(panel);
    }
    const isOther = panel.dataset.key !== key(findings);
    panel.dataset.key = key(findings);
    if (!panel.open) panel.showModal();
    else if (!isOther) return;
    fill(findings);
  };
  const dismissPanel = () => {
    if (!panel?.open) return;
    panel.dataset.key = '';
    panel.close();
  };
  const showPanel = ({ is_current: isCurrent, findings }) => {
    if (isCurrent || findings.length === 0) {
      remember('sessionStorage', 'seen', null);
      dismissPanel();
    } else if (recall('sessionStorage', 'seen') !== key(findings)) {
      openPanel(findings);
    }
  };

  // ----- the bar at the foot of the page

  let bar = null;
  let isLost = false; // the server does not answer
  let state = null;

  // A list that may be longer than there is room; the keyboard can scroll it.
  const scrolled = (child) => {
    const box = make('div', { className: 'folkmoot-scroll', tabIndex: 0, role: 'group' }, child);
    box.setAttribute('aria-label', 'Findings on this page');
    return box;
  };
  const errorNotice = (findings) => {
    const button = make('button', { type: 'button', textContent: `Show ${count(findings.length, 'finding')}` });
    button.addEventListener('click', () => openPanel(findings));
    return [make('p', { textContent: 'The site has errors: this is the last good version.' }), findings.length > 0 ? button : null];
  };
  const draw = () => {
    const { source, edit, is_draft: isDraft, is_current: isCurrent, findings } = state;
    // Left alone where it would be the same, for somebody may be in it.
    const drawn = JSON.stringify([isLost, source, edit, isDraft, isCurrent, findings]);
    if (bar?.dataset.drawn === drawn) return;
    const here = findings.filter(({ file }) => file === source);
    const isOpen = bar?.querySelector('details')?.open ?? false;
    const focused = bar?.contains(document.activeElement) ? document.activeElement.localName : null;
    const line = make(
      'div', { className: 'folkmoot-line' },
      isDraft ? make('p', { className: 'folkmoot-draft', textContent: 'Draft' }) : null,
      isLost ? make('p', { textContent: 'The preview has stopped.' }) : null,
      ...(isCurrent ? [] : errorNotice(findings)),
      edit ? make('a', { href: edit, textContent: 'Edit this page' }) : null,
      here.length > 0
        ? make('details', { open: isOpen }, make('summary', { textContent: `${count(here.length, 'finding')} on this page` }), scrolled(list(here)))
        : null,
    );
    if (!bar) {
      bar = make('section', { className: 'folkmoot-bar', lang: 'en', dir: 'ltr' });
      bar.setAttribute('aria-label', 'Preview');
      document.body.append(bar);
    }
    bar.dataset.drawn = drawn;
    bar.hidden = line.childElementCount === 0;
    bar.replaceChildren(line);
    if (focused) bar.querySelector(focused)?.focus({ preventScroll: true });
  };

  // ----- what the server tells

  // Asks what is shown at this address; loads it where it is another page than this. Gives whether it is not.
  let asked = 0;
  const look = async () => {
    asked += 1;
    const mine = asked;
    const response = await fetch(`${OWN}state?path=${encodeURIComponent(location.pathname)}`, { cache: 'no-store' }).catch(() => null);
    if (!response?.ok || isLeaving) return;
    const told = await response.json();
    if (mine !== asked) return; // a later question has a later answer
    // Once for each other page: where loading it again changes nothing, something else stands between.
    const isOther = told.page !== PAGE;
    if (isOther && recall('sessionStorage', 'tried') !== told.page) {
      remember('sessionStorage', 'tried', told.page);
      reload();
      return;
    }
    if (!isOther) remember('sessionStorage', 'tried', null);
    state = told;
    isLost = false;
    if (!told.has_site) return; // such a page lists the findings itself
    draw();
    showPanel(told);
  };

  const takeUp = (change) => {
    const path = state?.path;
    if (change.open && isLast()) {
      goTo(change.open);
      if (isLeaving) return;
    }
    if (path && change.gone[path]) goTo(change.gone[path]);
    else if (change.others || (path && change.pages.includes(path))) reload();
    if (isLeaving) return;
    if (change.styles.length > 0) swapStyles(change.styles);
    look();
  };

  // A browser opens only a few connections to one server, so a tab that nobody sees gives up its own; the one that was seen
  // last keeps it, for its window may only be behind the editor's.
  const ME = recall('sessionStorage', 'tab') ?? `${Math.random()}`;
  remember('sessionStorage', 'tab', ME);
  const isLast = () => [ME, null].includes(recall('localStorage', 'last'));
  let stream = null;
  let known = null; // the id of the last event, with which a new stream goes on where the old one was

  const listen = () => {
    if (stream) return;
    stream = new EventSource(`${OWN}events${known ? `?since=${known}` : ''}`);
    const on = (name, act) => stream.addEventListener(name, (event) => {
      known = event.lastEventId || known;
      act(event.data ? JSON.parse(event.data) : null);
    });
    on('hello', () => {
      look();
      document.documentElement.dataset.folkmootPreview = 'on';
    });
    on('changed', takeUp);
    on('reload', () => {
      // What happened meanwhile is not known, or by another run of the server.
      sheets().forEach(swap);
      look();
    });
    stream.addEventListener('error', () => {
      isLost = !isLeaving;
      if (state?.has_site && isLost) draw();
      // Most browsers try again by themselves.
      if (stream?.readyState === EventSource.CLOSED) {
        hangUp();
        setTimeout(settle, AGAIN_MS);
      }
    });
  };
  const hangUp = () => {
    stream?.close();
    stream = null;
  };
  const settle = () => {
    if (document.visibilityState === 'visible' || isLast()) listen();
    else hangUp();
  };

  // Only what happens in this tab makes it the last one: two windows side by side are both seen.
  const comeUp = () => {
    if (document.visibilityState === 'visible') remember('localStorage', 'last', ME);
    settle();
  };

  const begin = () => {
    const isReload = recall('sessionStorage', 'place') !== null;
    restorePlace();
    if (isReload) settle(); // which nobody did in this tab
    else comeUp();
    document.addEventListener('visibilitychange', comeUp);
    addEventListener('focus', comeUp);
    addEventListener('storage', ({ key: changed }) => changed === 'folkmoot-last' && settle());
    addEventListener('pagehide', hangUp);
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return;
      isLeaving = false; // back from what it went to
      comeUp();
    });
  };
  // The scripts of the site have run by then.
  if (document.readyState === 'complete') begin();
  else document.addEventListener('DOMContentLoaded', begin, { once: true });
})();
