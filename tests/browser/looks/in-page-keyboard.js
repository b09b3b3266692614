// The part of `look` that follows the keyboard through a page.

look.keyboard ??= (() => {
  const { visible, name, fault } = look;
  let before = new Map();
  let seen = new Set();
  let stops = [];

  // What people expect the keyboard to reach; one of these that was taken out of its way is told.
  const NATIVE = 'a[href], area[href], button, input, select, textarea, summary';
  const TABBABLE = 'a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable], [tabindex]';

  function tabbable() {
    const groups = new Set();
    return [...document.querySelectorAll(TABBABLE)].filter((element) => {
      if ((element.tabIndex < 0 && !element.matches(NATIVE)) || element.disabled || element.closest('[inert]') || !visible(element)) return false;
      if (element.localName === 'summary' && element.parentElement.querySelector('summary') !== element) return false;
      if (element.type !== 'radio') return true;
      const isFirst = !groups.has(element.name); // the keyboard stops once at a group of radio buttons
      groups.add(element.name);
      return isFirst;
    });
  }

  const PROPERTIES = ['outlineStyle', 'outlineWidth', 'outlineColor', 'boxShadow', 'borderTopWidth', 'borderTopColor', 'borderBottomWidth', 'borderBottomColor', 'borderLeftColor', 'backgroundColor', 'backgroundImage', 'color', 'textDecorationLine', 'textDecorationThickness', 'textDecorationColor', 'stroke', 'strokeWidth', 'fill', 'opacity', 'top', 'left', 'transform'];

  const styleOf = (element) => {
    const style = getComputedStyle(element);
    return PROPERTIES.map((property) => style[property]);
  };

  // The element, what is in it and the next around it: where a page may show that the element has the focus.
  const around = (element) => [element, ...[...element.querySelectorAll('*')].slice(0, 8), element.parentElement, element.parentElement?.parentElement].filter(Boolean);

  function begin() {
    scrollTo(0, 0);
    before = new Map();
    for (const element of tabbable()) for (const one of around(element)) if (!before.has(one)) before.set(one, styleOf(one));
    seen = new Set();
    stops = [];
    addEventListener('keyup', note, { capture: true });
  }

  // By the time that a key comes up again the focus has moved and what has it has been scrolled to.
  function note(event) {
    if (event.key === 'Tab' && !stops.at(-1)?.end) stops.push(stop());
  }

  const rgba = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  function luminance([red, green, blue]) {
    const [r, g, b] = [red, green, blue].map((value) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  function ground(element) {
    for (let one = element; one; one = one.parentElement) {
      const colour = rgba(getComputedStyle(one).backgroundColor);
      if (colour[3] === undefined || colour[3] > 0.99) return colour;
    }
    return matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255];
  }

  function hasOutline(element) {
    const style = getComputedStyle(element);
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 1) return false;
    const colour = rgba(style.outlineColor);
    if (colour[3] === 0) return false;
    // The outline lies on the element where its offset draws it inwards, else on what is around.
    const under = parseFloat(style.outlineOffset) < 0 ? element : element.parentElement;
    return style.outlineStyle === 'auto' || !/^rgb/.test(style.outlineColor) || contrast(colour, ground(under)) >= 3;
  }

  function showsFocus(element) {
    if (hasOutline(element)) return true;
    return around(element).some((one) => {
      const [now, then] = [styleOf(one), before.get(one)];
      // An outline alone was judged above by its colour.
      return then !== undefined && now.some((value, index) => index > 2 && value !== then[index]);
    });
  }

  // WCAG 2.4.11: something of what has the focus is in the window and under nothing else.
  function isCovered(element) {
    const points = [...element.getClientRects()].flatMap(({ left, right, top, bottom }) => {
      const xs = [left + 2, (left + right) / 2, right - 2];
      const ys = [top + 2, (top + bottom) / 2, bottom - 2];
      return xs.flatMap((x) => ys.map((y) => [x, y]));
    });
    return !points.some(([x, y]) => {
      const top = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight ? document.elementFromPoint(x, y) : null;
      return top && (element.contains(top) || top.contains(element));
    });
  }

  // What has the focus now: its faults, and whether the walk ends here.
  function stop() {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return { end: true, faults: [] };
    if (seen.has(element)) {
      // Without a toolbar to go to, a browser may go straight from the last stop back to the first: what was passed over is
      // told as missed.
      const isLeft = element === [...seen][0] && seen.size > 1;
      return { end: true, faults: isLeft ? [] : [fault('keyboard trap', element, 'gets the focus again before the page has been left')] };
    }
    seen.add(element);
    const faults = seen.size === 1 ? first() : [];
    if (!showsFocus(element)) faults.push(fault('focus unseen', element, 'does not show that it has the focus'));
    if (isCovered(element)) faults.push(fault('focus hidden', element, 'has the focus and is out of sight'));
    return { end: false, faults, kind: kindOf(element) };
  }

  // What decides how the focus looks on an element: two of one kind need not both be looked at on the screen.
  function kindOf(element) {
    const style = getComputedStyle(element);
    const landmark = element.closest('header, nav, main, footer, [role=region]');
    const looks = [style.outlineStyle, style.outlineWidth, style.outlineColor, style.outlineOffset, ground(element.parentElement).join(' ')];
    return [landmark ? name(landmark) : '', name(element), ...looks].join('; ');
  }

  // The stops so far, and at the end what the keyboard did not come to.
  function walked() {
    const end = stops.at(-1)?.end ?? false;
    if (!end) return { end, stops };
    removeEventListener('keyup', note, { capture: true });
    const trapped = stops.at(-1).faults.length > 0;
    return { end, stops, missed: trapped ? [] : missed() };
  }

  const skipTarget = (element) =>
    element.localName === 'a' && element.getAttribute('href')?.startsWith('#')
      ? document.getElementById(decodeURIComponent(element.hash.slice(1)))
      : null;

  // What is wrong with the first stop, which should lead past the navigation.
  function first() {
    const element = document.activeElement;
    const target = skipTarget(element);
    const main = document.querySelector('main');
    if (!target || !(target === main || main?.contains(target))) return [fault('skip link', element, 'is the first stop, and no link to the main part')];
    const box = element.getBoundingClientRect();
    const inWindow = box.top >= 0 && box.left >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight && box.width > 24 && box.height > 12;
    return inWindow ? [] : [fault('skip link', element, 'has the focus and cannot be seen')];
  }

  // Gives the focus to the skip link, if there is one.
  function backToSkipLink() {
    const [link] = seen;
    link.focus();
    return skipTarget(link) !== null;
  }

  // What is wrong after Enter on the skip link.
  function skipped() {
    const main = document.querySelector('main');
    const element = document.activeElement;
    if (main && (element === main || main.contains(element))) return [];
    return [fault('skip link', element ?? document.body, 'has the focus after the skip link, and not the main part')];
  }

  const missed = () => tabbable().filter((element) => !seen.has(element)).map((element) => fault('unreached', element, 'cannot be reached with Tab'));

  const focus = (index) => [...seen][index].focus();
  const blur = () => document.activeElement.blur();
  const unseen = (index) => fault('focus unseen', [...seen][index], 'hardly changes on the screen when it has the focus');

  // The box of what has the focus, with some room around it, as far as it is in the window.
  function box(room) {
    const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
    const x = Math.max(0, Math.floor(left - room));
    const y = Math.max(0, Math.floor(top - room));
    return { x, y, width: Math.min(innerWidth, Math.ceil(right + room)) - x, height: Math.min(innerHeight, Math.ceil(bottom + room)) - y };
  }

  return { begin, walked, backToSkipLink, skipped, focus, blur, unseen, box };
})();
