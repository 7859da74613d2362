import { createElement, findElement, saveFile } from '../../browser/dom-elements.ts';
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
 * Turns the first rows of a table into the whole table, which the reader can filter, sort and save as CSV. It loads all
 * rows once, at the first action.
 */

/** Largest number of rows on the page. The CSV contains the rows of the page. */
const MOST_ROWS = 1000;

/** Loads all rows of a table, with the columns in the order of the page. */
async function fetchRows(url: string, names: readonly string[]): Promise<readonly TableRow[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(String(response.status));
  const records = (await response.json()) as readonly Readonly<Record<string, CellValue>>[];
  return records.map((record) => names.map((name) => record[name] ?? null));
}

function addControls(container: HTMLElement): void {
  const { rows: url = '', name = '' } = container.dataset;
  const table = findElement(container, 'table', HTMLTableElement);
  const filter = findElement(container, 'input', HTMLInputElement);
  const count = findElement(container, 'output', HTMLOutputElement);
  const headings = [...table.querySelectorAll<HTMLElement>('thead th')];
  const body = findElement(table, 'tbody', HTMLTableSectionElement);
  const first = body.childElementCount;
  const titles = headings.map(({ textContent }) => textContent.trim());
  let whole = false;
  let order: SortOrder | null = null;
  let fetched: Promise<readonly TableRow[]> | null = null;

  const loadRows = () =>
    (fetched ??= fetchRows(
      url,
      headings.map((heading) => heading.dataset.name ?? ''),
    ));
  const createCell = (value: CellValue, index: number) => {
    const text = formatCell(value);
    const isLink = text !== '' && headings[index]?.dataset.name === 'url';
    const attributes = { 'data-head': titles[index] ?? '', ...(typeof value === 'number' && { class: 'num' }) };
    const content = isLink ? createElement('a', { href: text }, text) : text;
    // The first cell is the heading of its row for screen readers.
    return index === 0
      ? createElement('th', { ...attributes, scope: 'row' }, content)
      : createElement('td', attributes, content);
  };
  /** Returns the rows to show, and the numbers of matching and of all rows. */
  const selectRows = async () => {
    const rows = await loadRows();
    const matching = sortRows(filterRows(rows, filter.value), order);
    const limit = whole || filter.value.trim() !== '' || order !== null ? MOST_ROWS : first;
    return { rows: matching.slice(0, limit), matchCount: matching.length, total: rows.length };
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
      const { rows, matchCount, total } = await selectRows();
      body.replaceChildren(...rows.map((row) => createElement('tr', {}, ...row.map(createCell))));
      const rest = rows.length < matchCount ? `（見つかった${matchCount}行のはじめ）` : '';
      count.value = `${total}行のうち${rows.length}行を表示${rest}`;
    });
  };

  const setOrder = (by: SortOrder | null) => {
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
      setOrder(way === null ? null : { column, way });
      show();
    });
  }
  filter.addEventListener('input', show);
  findElement(container, '[data-whole]', HTMLButtonElement).addEventListener('click', () => {
    whole = true;
    filter.value = '';
    setOrder(null);
    show();
  });
  findElement(container, '[data-save]', HTMLButtonElement).addEventListener('click', () => {
    attempt(async () => {
      const { rows } = await selectRows();
      saveFile(`${name}-selected.csv`, new TextEncoder().encode(formatCsv(titles, rows)), 'text/csv');
    });
  });
  container.classList.add('ready');
}

for (const container of document.querySelectorAll<HTMLElement>('[data-rows]')) addControls(container);
