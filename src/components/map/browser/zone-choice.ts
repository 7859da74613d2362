import { fitLabel } from '../../../charts/svg-text.ts';

/** Shows the values of a row of the table on the map. */
function showRow(row: HTMLElement, map: Element): void {
  const hatch = map.querySelector('pattern')?.id ?? '';
  map.setAttribute('aria-label', row.dataset.description ?? '');
  for (const cell of row.querySelectorAll('td')) {
    const { zone = '', head = '', kind = '', radius = '0', negative, missing } = cell.dataset;
    const find = (part: string) => map.querySelector<SVGElement>(`[data-zone="${zone}"]${part}`);
    const [area, circle, title, label] = [find(' path'), find('.count'), find(' title'), find('.figure-text')];
    const sample = cell.querySelector('small')?.textContent.trim() ?? '';
    const text = missing === undefined ? (cell.firstChild?.textContent?.trim() ?? '') : '';
    area?.setAttribute('class', `zone ${kind}`.trim());
    area?.setAttribute('fill', `url(#${hatch})`);
    circle?.setAttribute('r', radius);
    circle?.classList.toggle('negative', negative !== undefined);
    if (title) title.textContent = [head, text, sample].filter(Boolean).join(' ');
    if (label) label.textContent = fitLabel(text, label.dataset.room ?? '');
  }
}

const select = document.querySelector<HTMLSelectElement>('.zone-choice select');
const figure = document.querySelector('.zone-shown')?.closest('.zone-figure');
const rows = [...document.querySelectorAll<HTMLElement>('.zone-values tr[data-title]')];
const legends = [...document.querySelectorAll<HTMLElement>('.zone-legend')];

function showChoice(): void {
  const chosen = Number(select?.value);
  const row = rows[chosen];
  const [map, shown] = [figure?.querySelector('.zone-map'), figure?.querySelector('.zone-shown')];
  if (!row || !map || !shown) return;
  showRow(row, map);
  shown.textContent = row.dataset.title ?? '';
  for (const [at, one] of rows.entries()) one.ariaCurrent = at === chosen ? 'true' : null;
  for (const [at, legend] of legends.entries()) legend.hidden = at !== chosen;
}

select?.addEventListener('change', showChoice);
// A browser may restore the choice of an earlier visit, after the script has run.
addEventListener('pageshow', showChoice);
select?.parentElement?.classList.add('ready');
