// What is asked of a page from within it. Runs in the browser, as the object `look`; it may use nothing from outside itself.

globalThis.look ??= (() => {
  const VISIBLE = { visibilityProperty: true, opacityProperty: true };
  const visible = (element) => element.checkVisibility(VISIBLE) && element.getClientRects().length > 0;

  // An element in a few words, for whoever has to find it.
  function name(element) {
    const own = (one) => {
      const classes = typeof one.className === 'string' ? one.className.trim().split(/\s+/).filter(Boolean) : [];
      return `${one.localName}${one.id ? `#${one.id}` : ''}${classes.map((each) => `.${each}`).join('')}`;
    };
    const parent = element.parentElement && element.parentElement !== document.body ? `${own(element.parentElement)} > ` : '';
    return `${parent}${own(element)}`;
  }

  function fault(key, element, words) {
    const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 50);
    return { key: `${key} ${name(element)}`, text: `${name(element)} “${text}” ${words}` };
  }

  // The element's text is there for screen readers alone.
  function isForReadersAlone(element) {
    for (let one = element; one; one = one.parentElement) {
      const box = one.getBoundingClientRect();
      if (getComputedStyle(one).position === 'absolute' && box.width <= 2 && box.height <= 2) return true;
    }
    return false;
  }

  // Letters rarely fill the height of their box: this part of it, above and below, is taken for empty.
  const ABOVE_LETTERS = 0.25;

  const scrolls = (value) => value === 'auto' || value === 'scroll';
  const cuts = (value) => value === 'hidden' || value === 'clip';

  // Every piece of text that can be seen: its node, the element around it, and the boxes of its lines.
  function texts() {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (node.data.trim() === '' || !visible(element) || isForReadersAlone(element)) continue;
      if (['script', 'style', 'noscript', 'option', 'title', 'desc'].includes(element.localName)) continue;
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
      if (boxes.length > 0) found.push({ element, boxes });
    }
    return found;
  }

  // The part of a box that shows, and the element that cuts it off, if one does.
  function shown({ element, box }) {
    let { left, right, top, bottom } = box;
    let cutBy = null;
    const room = (bottom - top) * ABOVE_LETTERS;
    const [highest, lowest] = [top + room, bottom - room];
    for (let one = element; one && one !== document.documentElement; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.display === 'inline' || (!cuts(style.overflowX) && !scrolls(style.overflowX) && !cuts(style.overflowY))) continue;
      const around = one.getBoundingClientRect();
      const beyondX = left < around.left - 1.5 || right > around.right + 1.5;
      const beyondY = highest < around.top || lowest > around.bottom;
      if ((cuts(style.overflowX) && beyondX) || (cuts(style.overflowY) && beyondY)) cutBy ??= one;
      left = Math.max(left, around.left);
      right = Math.min(right, around.right);
      top = Math.max(top, around.top);
      bottom = Math.min(bottom, around.bottom);
    }
    return { box: { left, right, top, bottom }, cutBy };
  }

  // Nothing is wider than the window, nothing is cut off, and no two texts lie upon each other.
  function layout() {
    const faults = [];
    const width = document.documentElement.clientWidth;
    const excess = document.documentElement.scrollWidth - width;
    const pieces = [];
    let widest = null;
    for (const { element, boxes } of texts()) {
      for (const box of boxes) {
        if (box.right <= 0 || box.bottom + scrollY <= 0) continue; // kept out of sight until it has the focus
        const part = shown({ element, box });
        if (part.cutBy) faults.push(fault('cut off', element, `is cut off by ${name(part.cutBy)}`));
        if (part.box.right <= part.box.left || part.box.bottom <= part.box.top) continue;
        if (part.box.right > width + 1 && (!widest || part.box.right > widest.right)) widest = { element, right: part.box.right };
        pieces.push({ element, ...part.box });
      }
    }
    if (excess > 0) {
      const told = widest?.element ?? standsOut(width) ?? document.body;
      faults.push(fault('scrolls sideways', told, `makes the page scroll sideways by ${excess} px at ${width} px`));
    } else if (widest) {
      faults.push(fault('cut off', widest.element, `is cut off at the right of the window`));
    }
    return [...faults, ...overlaps(pieces)];
  }

  // The innermost element that is wider than the window, what lies in a box of its own that scrolls or cuts left aside.
  function standsOut(width) {
    const isHeld = (element) => {
      for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
        if (getComputedStyle(one).overflowX !== 'visible') return true;
      }
      return false;
    };
    const beyond = (element) => visible(element) && element.getBoundingClientRect().right > width + 0.5;
    return [...document.body.querySelectorAll('*')].filter((one) => beyond(one) && !isHeld(one)).at(-1);
  }

  function overlaps(pieces) {
    const faults = [];
    const cores = pieces.map(({ element, left, right, top, bottom }) => {
      const inset = (bottom - top) * ABOVE_LETTERS;
      return { element, left: left + 1, right: right - 1, top: top + inset, bottom: bottom - inset };
    });
    cores.sort((a, b) => a.top - b.top);
    for (const [index, one] of cores.entries()) {
      for (let next = index + 1; next < cores.length && cores[next].top < one.bottom; next += 1) {
        const other = cores[next];
        if (other.left < one.right && one.left < other.right && other.element !== one.element) {
          const words = other.element.textContent.trim().replace(/\s+/g, ' ').slice(0, 40);
          faults.push(fault('overlaps', one.element, `lies upon ${name(other.element)} “${words}”`));
        }
      }
    }
    return faults;
  }

  // The least that a reader may ask for under WCAG 1.4.12, on everything.
  const spacing = new CSSStyleSheet();
  spacing.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
  );
  function space(on) {
    document.adoptedStyleSheets = on ? [spacing] : [];
  }

  return { visible, isForReadersAlone, name, fault, layout, space };
})();
