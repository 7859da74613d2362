import { saveFile } from '../../browser/save-file.ts';
import { createElement } from '../../browser/dom-elements.ts';
import {
  formatCsv,
  filterRows,
  sortRows,
  formatCell,
  type SortOrder,
  type TableRow,
  type CellValue,
} from './table-rows.ts';

/*
 * The first rows of a table become the whole table: filtered by words, ordered by a column, saved as CSV. All rows are
 * fetched once, when something is first asked of them; without this script the first rows are there to read.
 */

/** The most rows that are shown at once; what is shown is what is saved. */
const MOST = 1000;

/** Fetches all rows of a table. The order of the columns is the page's. */
async function fetchRows(url: string, names: readonly string[]): Promise<readonly TableRow[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(String(response.status));
  const records = (await response.json()) as readonly Readonly<Record<string, CellValue>>[];
  return records.map((record) => names.map((name) => record[name] ?? null));
}

/** The element inside another; a page without it is a mistake of the program. */
function within<E extends HTMLElement>(place: Element, selector: string, kind: new () => E): E {
  const found = place.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${selector}`);
}

function tie(place: HTMLElement): void {
  const { rows: url = '', name = '' } = place.dataset;
  const table = within(place, 'table', HTMLTableElement);
  const filter = within(place, 'input', HTMLInputElement);
  const count = within(place, 'output', HTMLOutputElement);
  const headings = [...table.querySelectorAll<HTMLElement>('thead th')];
  const body = within(table, 'tbody', HTMLTableSectionElement);
  const first = body.childElementCount;
  const titles = headings.map(({ textContent }) => textContent.trim());
  let whole = false;
  let order: SortOrder | null = null;
  let fetched: Promise<readonly TableRow[]> | null = null;

  const all = () =>
    (fetched ??= fetchRows(
      url,
      headings.map((heading) => heading.dataset.name ?? ''),
    ));
  const cell = (value: CellValue, at: number) => {
    const text = formatCell(value);
    const link = text !== '' && headings[at]?.dataset.name === 'url';
    const names = { 'data-head': titles[at] ?? '', ...(typeof value === 'number' && { class: 'num' }) };
    const shownAs = link ? createElement('a', { href: text }, text) : text;
    // The first cell names its row to those who hear the table.
    return at === 0
      ? createElement('th', { ...names, scope: 'row' }, shownAs)
      : createElement('td', names, shownAs);
  };
  /** What is asked for now: the first rows until something else is, and how many there are. */
  const asked = async () => {
    const rows = await all();
    const found = sortRows(filterRows(rows, filter.value), order);
    const limit = whole || filter.value.trim() !== '' || order !== null ? MOST : first;
    return { rows: found.slice(0, limit), found: found.length, total: rows.length };
  };

  const attempt = (task: () => Promise<void>) => {
    table.setAttribute('aria-busy', 'true');
    task()
      .catch(() => {
        fetched = null;
        count.value = '行を読みこめませんでした。つながりを確かめて、もう一度ためしてください。';
      })
      .finally(() => {
        table.setAttribute('aria-busy', 'false');
      });
  };
  const show = () => {
    attempt(async () => {
      const { rows, found, total } = await asked();
      body.replaceChildren(...rows.map((row) => createElement('tr', {}, ...row.map(cell))));
      const left = rows.length < found ? `（見つかった${found}行のはじめ）` : '';
      count.value = `${total}行のうち${rows.length}行を表示${left}`;
    });
  };

  const orderBy = (by: SortOrder | null) => {
    order = by;
    for (const heading of headings) heading.removeAttribute('aria-sort');
    if (by !== null) headings[by.column]?.setAttribute('aria-sort', by.way);
  };

  for (const [column, heading] of headings.entries()) {
    const button = createElement('button', { type: 'button' }, ...heading.childNodes);
    heading.replaceChildren(button);
    button.addEventListener('click', () => {
      const before = order?.column === column ? order.way : null;
      const way = before === null ? 'ascending' : before === 'ascending' ? 'descending' : null;
      orderBy(way === null ? null : { column, way });
      show();
    });
  }
  filter.addEventListener('input', show);
  within(place, '[data-whole]', HTMLButtonElement).addEventListener('click', () => {
    whole = true;
    filter.value = '';
    orderBy(null);
    show();
  });
  within(place, '[data-save]', HTMLButtonElement).addEventListener('click', () => {
    attempt(async () => {
      const { rows } = await asked();
      saveFile(`${name}-selected.csv`, new TextEncoder().encode(formatCsv(titles, rows)), 'text/csv');
    });
  });
  place.classList.add('ready');
}

for (const place of document.querySelectorAll<HTMLElement>('[data-rows]')) tie(place);
