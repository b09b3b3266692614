// Narrows the tables of how the plans line up by what the reader chooses. The page is whole without it: the form that it
// drives is hidden until it runs. What is chosen is kept in the address after the #, so that it can be passed on.
{
  const form = document.querySelector('#fm-filter');
  const status = form.querySelector('[role=status]');
  const rows = [...document.querySelectorAll('tr[data-topics]')];
  const tables = [...document.querySelectorAll('.table-scroll:has(> .cards)')];
  const names = [...form.elements].filter((field) => field.name).map((field) => field.name);

  const chosen = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value));

  const fits = (link, wanted) =>
    ['relation', 'standing'].every((name) => !wanted[name] || link.dataset[name] === wanted[name]);

  function narrow() {
    const wanted = chosen();
    const byLink = wanted.tier || wanted.relation || wanted.standing;
    let [rowsShown, linksShown] = [0, 0];
    for (const cell of document.querySelectorAll('.cards [data-tier]')) {
      cell.hidden = Boolean(wanted.tier) && cell.dataset.tier !== wanted.tier;
    }
    for (const row of rows) {
      let inRow = 0;
      for (const cell of row.querySelectorAll('td')) {
        const links = [...cell.querySelectorAll('[data-relation]')];
        for (const link of links) link.hidden = !fits(link, wanted);
        const inCell = links.filter((link) => !link.hidden).length;
        cell.querySelector('.no-link').hidden = inCell > 0;
        if (!cell.hidden) inRow += inCell;
      }
      const onTopic = !wanted.topic || row.dataset.topics.split(' ').includes(wanted.topic);
      row.hidden = !onTopic || (Boolean(byLink) && inRow === 0);
      if (row.hidden) continue;
      rowsShown += 1;
      linksShown += inRow;
    }
    for (const table of tables) table.hidden = !table.querySelector('tr[data-topics]:not([hidden])');
    status.textContent = status.dataset.shown
      .replace('{rows}', rowsShown)
      .replace('{all}', rows.length)
      .replace('{links}', linksShown);
  }

  // The address says what is chosen. One that says nothing of it, such as that of the skip link, changes nothing, and says
  // it again once the reader has got there.
  function readAddress() {
    const said = new URLSearchParams(location.hash.slice(1));
    if (location.hash && !names.some((name) => said.has(name))) {
      if (Object.keys(chosen()).length > 0) writeAddress();
      return;
    }
    for (const name of names) {
      const field = form.elements[name];
      field.value = said.get(name) ?? '';
      if (field.selectedIndex < 0) field.value = '';
    }
    narrow();
  }

  function writeAddress() {
    const said = new URLSearchParams(chosen()).toString();
    history.replaceState(null, '', said ? `#${said}` : location.href.split('#')[0]);
    narrow();
  }

  form.addEventListener('change', writeAddress);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields are emptied after the event.
  form.addEventListener('reset', () => setTimeout(writeAddress));
  addEventListener('hashchange', readAddress);
  form.hidden = false;
  narrow();
  readAddress();
}
