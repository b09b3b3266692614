// What a page says does not depend on scripts.
//
// Left out are controls that a script adds (`data-enhanced`) and what stands in for them (`noscript`).

// Runs in the page, also in one without scripts: the lines of its main part that a reader sees.
function lines() {
  const hidden = [...document.querySelectorAll('[data-enhanced], noscript')];
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
  const on = await withScripts.evaluate(lines);
  const off = await withoutScripts.evaluate(lines);
  const told = (line, words) => ({ key: `words ${words} ${line}`, text: `${words}: “${line.slice(0, 120)}”` });
  return [
    ...without(on, off).map((line) => told(line, 'is said by a script alone')),
    ...without(off, on).map((line) => told(line, 'is taken away by a script')),
  ];
}
