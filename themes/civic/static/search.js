// The search page: asks the index that Pagefind made of this site, and keeps what was asked in the address of the page.
// Every word that it shows stands on the page. Without it, and from a disk, the page says why nothing can be searched.
(() => {
  'use strict';

  const BATCH = 10;
  const EXCERPT_WORDS = 30;
  const WORDS_BEFORE_MATCH = 6;
  const PARTS_OF_A_PAGE = 3;

  const at = (name) => document.getElementById(`fm-search${name}`);
  const form = at('');
  if (!form) return;
  const { dataset } = form;
  const [query, status, advice, outcome, list, more, clear] =
    ['-query', '-found', '-advice', '-outcome', '-results', '-more', '-clear'].map(at);
  const filters = [...form.querySelectorAll('select')];
  const title = document.title;
  const language = document.documentElement.lang;

  at('-no-script').hidden = true;
  // Browsers give a page on a disk no other file to read.
  if (location.protocol === 'file:') {
    at('-from-disk').hidden = false;
    return;
  }
  form.hidden = false;
  at('-a-to-z').hidden = false;

  let program;
  // The program, loaded once. It runs on the page itself, for a worker would need a policy of its own to run WebAssembly.
  function loaded() {
    program ??= import(new URL(dataset.index, location.href).href)
      .then(async (pagefind) => {
        await pagefind.options({ noWorker: true });
        await pagefind.init();
        return pagefind;
      })
      .catch((fault) => {
        program = undefined;
        throw fault;
      });
    return program;
  }

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  // What was asked

  function chosen() {
    return Object.fromEntries(filters.filter((filter) => filter.value).map((filter) => [filter.name, filter.value]));
  }

  function readAddress() {
    const given = new URLSearchParams(location.search);
    query.value = given.get('q') ?? '';
    for (const filter of filters) {
      filter.value = given.get(filter.name) ?? '';
      if (filter.selectedIndex < 0) filter.value = '';
    }
  }

  // What the address asked when it was last looked at: a jump within the page asks nothing new.
  let answered;

  function writeAddress() {
    const given = new URLSearchParams({ q: query.value.trim(), ...chosen() });
    if (location.search !== `?${given}`) history.pushState(null, '', `?${given}`);
    answered = location.search;
  }

  // What was found

  let turn = 0;
  let found = [];
  let shown = 0;

  async function search(count = BATCH) {
    const mine = ++turn;
    const asked = query.value.trim();
    document.title = asked ? `${asked} – ${title}` : title;
    if (!asked) {
      clearAway('');
      return;
    }
    if (!program) status.textContent = dataset.busy;
    try {
      const pagefind = await loaded();
      const answer = await pagefind.search(asked, { filters: chosen() });
      const pages = await Promise.all(answer.results.slice(0, count).map((result) => result.data()));
      // Who has asked for something else since waits for that.
      if (mine !== turn) return;
      found = answer.results;
      show(asked, pages);
    } catch {
      if (mine === turn) clearAway(...at('-failed').cloneNode(true).childNodes);
    }
  }

  function clearAway(...said) {
    found = [];
    shown = 0;
    list.replaceChildren();
    outcome.hidden = true;
    advice.hidden = true;
    status.replaceChildren(...said);
  }

  function show(asked, pages) {
    const count = found.length;
    const category = new Intl.PluralRules(language).select(count);
    const text = count ? dataset[`found${category[0].toUpperCase()}${category.slice(1)}`] : dataset.none;
    status.textContent = fill(text, { count: count.toLocaleString(language), query: asked });
    list.replaceChildren(...pages.map(entry));
    shown = pages.length;
    outcome.hidden = count === 0;
    advice.hidden = count > 0;
    clear.hidden = Object.keys(chosen()).length === 0;
    more.hidden = shown >= count;
  }

  let adding = 0; // the turn for which more is on its way
  async function showMore() {
    if (adding === turn) return;
    const mine = turn;
    adding = mine;
    try {
      const pages = await Promise.all(found.slice(shown, shown + BATCH).map((result) => result.data()));
      if (mine === turn && pages.length > 0) add(pages);
    } catch {
      if (mine === turn) status.textContent = dataset.moreFailed;
    } finally {
      if (adding === mine) adding = 0;
    }
  }

  function add(pages) {
    const entries = pages.map(entry);
    list.append(...entries);
    shown += pages.length;
    history.replaceState({ shown }, '');
    status.textContent = fill(dataset.shown, { shown: shown.toLocaleString(language), count: found.length.toLocaleString(language) });
    // The button keeps the focus as long as it has something to do.
    if (shown >= found.length) {
      more.hidden = true;
      entries[0].querySelector('a').focus();
    }
  }

  // A page that was found

  function entry(page) {
    const words = page.content.split(/[^\S\uFEFF]+/);
    const matches = new Set(page.locations);
    const address = dataset.root + page.raw_url;
    const title = page.meta.title ?? page.raw_url;
    const own = page.filters.language?.[0];
    const tongue = { dir: 'auto', ...(own && own !== baseOf(language) ? { lang: own } : {}) };
    const link = element('a', { href: address, ...tongue }, ...marked(title.split(/\s+/), (index) => matches.has(index)));
    const made = element('li', {}, element('h3', {}, link));
    const tags = filters.map((filter) => tag(filter, page.filters[filter.name]?.[0])).filter(Boolean);
    if (tags.length) made.append(element('p', { className: 'search-tags' }, ...tags.flatMap((made) => [made, ' '])));

    const { said, parts } = divided(words, title, page);
    if (said) made.append(element('p', tongue, ...excerpt(words, matches, said)));
    if (parts.length) {
      const items = parts.map((part) => {
        // “Paragraph 10” is said in the language of this page.
        const titleTongue = isNumbered(part.anchor) ? { dir: 'auto' } : tongue;
        const toPart = element('a', { href: `${address}#${encodeURIComponent(part.anchor.id)}`, ...titleTongue }, part.title);
        return element('li', {}, toPart, ' ', element('span', tongue, ...excerpt(words, matches, part)));
      });
      made.append(element('ul', { className: 'search-parts' }, ...items));
    }
    return made;
  }

  function baseOf(tag) {
    return tag.split('-')[0].toLowerCase();
  }

  // The words of kinds and states stand in the lists that narrow a search.
  function tag(filter, value) {
    const option = value && filter.querySelector(`option[value="${CSS.escape(value)}"]`);
    return option ? element('span', { className: 'tag' }, option.textContent) : null;
  }

  // What a page says before its first heading, and its parts that hold matches, each with an address: what stands below a
  // heading, numbered paragraphs, items of a plan. The facts of a record are shown only where nothing else matches.
  function divided(words, title, page) {
    const starts = page.anchors
      .map((anchor) => ({ from: anchor.location, anchor, title: partTitle(anchor) }))
      .filter((part) => part.title || ['fm-facts', 'fm-text'].includes(part.anchor.id))
      .sort((one, other) => one.from - other.from);
    const all = [{ from: 0, title }, ...starts].map((part, index, every) => {
      const to = every[index + 1]?.from ?? words.length;
      const from = part.from + titleLength(words.slice(part.from, to), part.anchor?.text || part.title || '');
      return { ...part, from, to, count: page.locations.filter((match) => match >= part.from && match < to).length };
    });
    const [lead] = all;
    const [facts, text] = ['fm-facts', 'fm-text'].map((id) => all.find((part) => part.anchor?.id === id));
    const parts = all
      .filter((part) => part.anchor && part.title && part.count)
      .sort((one, other) => other.count - one.count)
      .slice(0, PARTS_OF_A_PAGE)
      .sort((one, other) => one.from - other.from);
    const hasMatches = (part) => part && page.locations.some((match) => match >= part.from && match < part.to);
    const fallback = parts.length ? null : [lead, text].find((part) => part && part.to > part.from);
    const said = [lead, text].find(hasMatches) ?? (parts.length ? null : [facts].find(hasMatches)) ?? fallback;
    return { said, parts };
  }

  // Paragraphs that are numbered have their number as a text and no title of their own.
  function isNumbered(anchor) {
    return !anchor.title && anchor.element === 'div';
  }

  function partTitle(anchor) {
    if (anchor.title) return anchor.title;
    const text = anchor.text.trim();
    if (!text) return '';
    if (isNumbered(anchor)) return fill(dataset.paragraph, { number: text });
    return /^h[2-6]$/.test(anchor.element) ? text : '';
  }

  // How many words at the beginning are a title, which stands above the excerpt already.
  function titleLength(words, title) {
    const plain = (text) => text.replace(/[^\p{L}\p{N}]+/gu, '');
    const length = title.trim() ? title.trim().split(/\s+/).length : 0;
    return plain(words.slice(0, length).join('')) === plain(title) ? length : 0;
  }

  // Some words around where most matches stand.
  function excerpt(words, matches, { from, to }) {
    const last = Math.max(from, to - EXCERPT_WORDS);
    const within = [...matches].filter((match) => match >= from && match < to);
    const start = (match) => Math.min(Math.max(match - WORDS_BEFORE_MATCH, from), last);
    const weight = (begin) => within.filter((match) => match >= begin && match < begin + EXCERPT_WORDS).length;
    const begin = within.map(start).reduce((best, other) => (weight(other) > weight(best) ? other : best), start(within[0] ?? from));
    const end = Math.min(begin + EXCERPT_WORDS, to);
    const text = marked(words.slice(begin, end), (index) => matches.has(begin + index));
    return [begin > from ? '… ' : '', ...text, end < to ? ' …' : ''];
  }

  // Words with those that match marked, without the signs around them.
  function marked(words, isMatch) {
    return words.flatMap((word, index) => {
      const space = index ? ' ' : '';
      if (!isMatch(index)) return [space + word];
      const [, before, middle, after] = word.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su);
      return [space + before, element('mark', {}, middle || word), middle ? after : ''];
    });
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    writeAddress();
    search();
    if (!query.value.trim()) {
      status.textContent = dataset.empty;
      query.focus();
    }
  });
  for (const filter of filters) {
    filter.addEventListener('change', () => {
      if (!query.value.trim()) return;
      writeAddress();
      search();
    });
  }
  clear.addEventListener('click', () => {
    for (const filter of filters) filter.value = '';
    writeAddress();
    search();
    query.focus();
  });
  more.addEventListener('click', showMore);
  const restore = () => {
    answered = location.search;
    readAddress();
    search(history.state?.shown);
  };
  addEventListener('popstate', () => {
    if (location.search !== answered) restore();
  });
  restore();
})();
