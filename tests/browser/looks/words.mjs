// What a page says does not depend on scripts.
//
// Left out is what is marked with `data-enhanced`, for it comes with a script or goes with it: a control, or what stands in
// for one; so are `noscript`, and controls that are `hidden` until a script shows them.

// Runs in the page without scripts: the ids of hidden controls.
function hiddenControls() {
  const controls = 'form, fieldset, button, input, select, textarea';
  return [...document.querySelectorAll('[hidden][id]')]
    .filter((element) => element.matches(controls) || element.querySelector(controls))
    .map(({ id }) => id);
}

// Runs in the page, also in one without scripts: the lines of its main part that a reader sees, apart from what is left out.
function lines(ids) {
  const hidden = [...document.querySelectorAll('[data-enhanced], noscript'), ...ids.map((id) => document.getElementById(id))].filter(Boolean);
  const before = hidden.map((element) => element.style.display);
  for (const element of hidden) element.style.display = 'none';
  const text = (document.querySelector('main') ?? document.body).innerText;
  hidden.forEach((element, index) => (element.style.display = before[index]));
  return text.split('\n').map((line) => line.trim().replace(/\s+/g, ' ')).filter(Boolean);
}

const without = (some, others) => {
  const known = new Map();
  for (const line of others) known.set(line, (known.get(line) ?? 0) + 1);
  return some.filter((line) => {
    const left = known.get(line) ?? 0;
    known.set(line, left - 1);
    return left <= 0;
  });
};

// Compares a tab that runs scripts with one that does not; both have the page open.
export async function wordFaults(withScripts, withoutScripts) {
  const ids = await withoutScripts.evaluate(hiddenControls);
  const on = await withScripts.evaluate(lines, ids);
  const off = await withoutScripts.evaluate(lines, ids);
  const told = (line, words) => ({ key: `words ${words} ${line}`, text: `${words}: “${line.slice(0, 120)}”` });
  return [
    ...without(on, off).map((line) => told(line, 'is said by a script alone')),
    ...without(off, on).map((line) => told(line, 'is taken away by a script')),
  ];
}
