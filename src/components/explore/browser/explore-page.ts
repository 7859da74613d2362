import { mapFacets, NO_VALUE, type ExploreItem, type FacetId } from '../../../site-data/explore-facets.ts';
import { changeUrl, countFormat, createElement, findElement } from '../../browser/dom-elements.ts';
import { saveRows } from '../../browser/saved-rows.ts';
import { filterItems, formatExploreQuery, indexItems, omitOwn, parseExploreQuery } from './explore-query.ts';
import type { ExploreQuery } from './explore-query.ts';
import { exploreElements, facetTitles, isFacetId, showChips, showCounts, valueNames } from './facet-display.ts';
import { assignCityLooks, groupItems, MAX_SQUARES, squareGroupings } from './item-groups.ts';
import { readPageItems, type PageItems } from './read-items.ts';
import { createSquarePicture } from './square-field.ts';

/*
 * The page /explore/: narrows the items of all plans during typing and at each choice, shows them as squares or as a
 * table, and saves what it found as a file. The query is in the URL; nothing else is stored.
 */

const { root, facets, boxes, words, count, jump, grouping, picture, table, note, list, buttons } = exploreElements;

const readUrl = () => parseExploreQuery(location.search, (facet, value) => valueNames[facet].has(value));

function showEntries(entries: PageItems['entries'], found: ReadonlySet<string>): void {
  for (const [id, entry] of entries) entry.hidden = !found.has(id);
  for (const plan of list.querySelectorAll<HTMLElement>('.found-plan'))
    plan.hidden = plan.querySelector('.found > :not([hidden])') === null;
}

/** The cell of a column that the page shows: the heading of the row, or another one. */
type Shown = 'th' | 'td' | undefined;

/** A column of a file of found items, with its width in an Excel file, in letters, and its cell if the page shows it. */
type ItemColumn = readonly [heading: string, width: number, getText: (item: ExploreItem) => string, cell?: Shown];

/** Creates the column of a facet: several values with 、 between them, and nothing for no value. */
function createColumn(facet: FacetId, width: number, cell?: Shown): ItemColumn {
  const getName = (value: string) => (value === NO_VALUE ? [] : (valueNames[facet].get(value) ?? value));
  return [facetTitles[facet], width, ({ values }) => values[facet].flatMap(getName).join('、'), cell];
}

/** Names the columns that the site, not the plan, is the origin of. */
const nameOwnColumns = ({ summary, values: { theme }, inferred }: ExploreItem) =>
  [...inferred, summary && '要約', theme[0] !== NO_VALUE && 'テーマ'].filter(Boolean).join('、');

/** The licence of the data at the foot of the page. */
const licence = findElement(document, '.site-footer [rel=license]', HTMLAnchorElement);

const FILE_COLUMNS: readonly ItemColumn[] = [
  createColumn('city', 12, 'td'),
  ['計画', 24, ({ plan }) => plan],
  createColumn('kind', 14),
  ['階層と番号', 14, ({ level }) => level, 'td'],
  ['名称', 36, ({ title }) => title, 'th'],
  ['要約', 60, ({ summary }) => summary, 'td'],
  createColumn('theme', 24, 'td'),
  createColumn('department', 24),
  createColumn('sdg', 24),
  createColumn('state', 14, 'td'),
  ['このサイトによるもの', 24, nameOwnColumns],
  ['データの版', 36, () => root.dataset.version ?? ''],
  ['利用条件', 60, () => `${licence.innerText} ${licence.href}`],
  ['URL', 40, ({ url }) => new URL(url, location.href).href],
  ['ID', 28, ({ id }) => id],
];

/** The columns that the page shows; the first is the heading of the row. */
const SHOWN_COLUMNS = ['th', 'td'].flatMap((shown) => FILE_COLUMNS.filter(([, , , cell]) => cell === shown));

/** The maximum number of rows on the page, and the number that one task adds, so that no task is long. */
const [MAX_SHOWN_ROWS, ROWS_AT_ONCE] = [100, 50];

/** Adds rows to a table in several tasks, as long as it is on the page. */
function appendRows(body: HTMLElement, items: readonly ExploreItem[]): void {
  body.append(...items.slice(0, ROWS_AT_ONCE).map(createItemRow));
  const rest = items.slice(ROWS_AT_ONCE);
  if (rest.length > 0)
    setTimeout(() => {
      if (body.isConnected) appendRows(body, rest);
    });
}

function createItemRow(item: ExploreItem): HTMLTableRowElement {
  const cells = SHOWN_COLUMNS.map(([heading, , getText, cell]) =>
    cell === 'th'
      ? createElement('th', { scope: 'row' }, createElement('a', { href: item.url }, getText(item)))
      : createElement('td', { 'data-head': heading }, getText(item)),
  );
  return createElement('tr', {}, ...cells);
}

/** Shows items as a table, and returns the number of its rows. */
function showTable(found: readonly ExploreItem[]): number {
  const shown = found.slice(0, MAX_SHOWN_ROWS);
  const body = createElement('tbody');
  const head = SHOWN_COLUMNS.map(([heading]) => createElement('th', { scope: 'col' }, heading));
  const caption = createElement('caption', { class: 'hidden-text' }, '見つかった項目');
  const headings = createElement('thead', {}, createElement('tr', {}, ...head));
  const content = createElement('table', { class: 'found-table' }, caption, headings, body);
  const scroll = { class: 'scroll stacking', role: 'region', tabindex: '0', 'aria-label': '見つかった項目の表' };
  table.replaceChildren(...(shown.length > 0 ? [createElement('div', scroll, content)] : []));
  appendRows(body, shown);
  return shown.length;
}

function describeResult(items: readonly ExploreItem[], query: ExploreQuery, rows: number): string {
  const { view, group, chosen } = query;
  const found = items.length;
  if (found === 0) return '今の条件では、見つかりません。市区町村が取り組んでいないという意味ではありません。';
  if (view === 'table') return rows < found ? `はじめの${rows}件です。Excel と CSV には、すべて入ります。` : '';
  const isShown = (facet: FacetId, value: string) => items.some(({ values }) => values[facet].includes(value));
  const signs = [...assignCityLooks(valueNames.city, chosen.city)].flatMap(([id, { sign }]) =>
    valueNames.city.size > 1 && isShown('city', id) ? `「${sign}」は${valueNames.city.get(id) ?? ''}` : [],
  );
  const keys = isShown('state', 'ended') ? [...signs, '点線は、終わった計画のもの'] : signs;
  const meaning =
    found > MAX_SQUARES
      ? `${MAX_SQUARES}件をこえるので、帯の長さで数を表しています。`
      : `こま1つが項目1つ${keys.length > 0 ? 'で、' : ''}${keys.join('、')}です。`;
  return `${meaning}${group === 'theme' ? 'テーマが2つ以上なら、主なテーマに置き、ほかは＋で数えます。' : ''}`;
}

/** Says what the page shows, and offers the search if there is nothing. */
function showNote(found: readonly ExploreItem[], query: ExploreQuery, rows: number): void {
  note.textContent = describeResult(found, query, rows);
  const href = `${root.dataset.search ?? ''}?${new URLSearchParams({ q: query.words })}`;
  if (found.length === 0 && query.words.trim() !== '')
    note.append(createElement('a', { href }, `「${query.words}」を、読みや近い言葉でも検索する`));
}

/** Saves items as a file. */
function saveItems(items: readonly ExploreItem[], format: string): Promise<void> {
  const headings = FILE_COLUMNS.map(([heading]) => heading);
  const widths = FILE_COLUMNS.map(([, width]) => width);
  const rows = items.map((item) => FILE_COLUMNS.map(([, , getText]) => getText(item)));
  return saveRows('torikumi', format, { name: '見つかった項目', headings, rows, widths });
}

/** Returns the checked values of each facet. */
const readChoices = () =>
  mapFacets((facet) => new Set(boxes.flatMap(({ name, checked, value }) => (checked && name === facet ? value : []))));

/** Shows the picture or the table, and which buttons are pressed. */
function showView({ view, group }: ExploreQuery): void {
  for (const button of buttons)
    if (button.name !== 'file') button.ariaPressed = String(button.value === (button.name === 'view' ? view : group));
  picture.hidden = grouping.hidden = view === 'table';
  table.hidden = view === 'picture';
}

/** Answers to the controls of the page from now on. */
function connectPage({ items, entries }: PageItems): void {
  const indexed = indexItems(items);
  const showPicture = createSquarePicture(picture, valueNames, 2);
  let query = readUrl();
  /** The query that the squares show, once they show one. */
  let drawn: string | null = null;

  /** Finds the items of the query, or of a changed query. */
  const find = (changes: Partial<ExploreQuery> = {}) => {
    const { chosen, words } = { ...query, ...changes };
    return filterItems(indexed, chosen, words);
  };
  /** Takes back the choice of the page itself, actions, if none fits. */
  const widen = (asked: ExploreQuery) => (find(asked).found.length > 0 ? asked : omitOwn(asked));
  const show = () => {
    const { found, counts } = find();
    const { chosen, group, view } = query;
    const looks = assignCityLooks(valueNames.city, chosen.city);
    count.value = `${countFormat.format(found.length)}件`;
    jump.textContent = `${count.value}を見る`;
    // A value that no action has counts what its choice would find: items of other levels.
    const { counts: wider } = find(omitOwn(query));
    const promised = mapFacets((facet) => new Map([...wider[facet], ...counts[facet]]));
    showCounts(promised, chosen, looks);
    showChips(query, change, found.length === 0 ? (changes) => find(changes).found.length : null);
    showView(query);
    list.hidden = view === 'table' || entries.size === 0;
    let rows = 0;
    const asked = formatExploreQuery({ ...query, view: 'picture' });
    if (view === 'table') rows = showTable(found);
    else if (drawn !== asked) {
      showPicture({ groups: groupItems(found, group, valueNames), looks, isBlock: group !== 'theme' });
      drawn = asked;
    }
    if (!list.hidden) showEntries(entries, new Set(found.map(({ id }) => id)));
    showNote(found, query, rows);
  };
  /** Shows a changed query, and writes it into the URL. Each choice is a step of the history, each letter is not. */
  function change(changes: Partial<ExploreQuery>, isTyping = false): void {
    query = widen({ ...query, ...changes });
    // The number of the opened page is not announced.
    count.ariaLive = 'polite';
    const url = `${location.pathname}${formatExploreQuery(query)}${location.hash}`;
    changeUrl(url, null, isTyping ? 'replaceState' : 'pushState');
    show();
    // Beside the choices a reader may be deep in a list that is now short.
    if (count.getBoundingClientRect().top < 0) count.scrollIntoView();
  }
  const save = (format: string) => {
    const { found } = find();
    // The message about an earlier failure ends.
    count.value = `${countFormat.format(found.length)}件`;
    return saveItems(found, format);
  };

  words.addEventListener('input', () => {
    change({ words: words.value }, true);
  });
  facets.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && isFacetId(target.name)) change({ chosen: readChoices() });
  });
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('.explore-tools button') : null;
    if (button?.ariaPressed === 'true') return;
    if (button?.name === 'view') change({ view: button.value === 'table' ? 'table' : 'picture' });
    if (button?.name === 'group')
      change({ group: squareGroupings.find((group) => group === button.value) ?? query.group });
    if (button?.name === 'file')
      save(button.value).catch((error: unknown) => {
        reportError(error);
        count.ariaLive = 'polite';
        count.value = 'ファイルをつくれませんでした。ページを読みこみ直してください。';
      });
  });
  addEventListener('popstate', () => {
    query = widen(readUrl());
    show();
  });
  query = widen(query);
  show();
  root.classList.add('ready');
}

readPageItems(list, root.dataset.items)
  .then(connectPage)
  .catch((error: unknown) => {
    reportError(error);
    note.textContent = '項目を読みこめませんでした。ページを読みこみ直してください。';
    root.classList.add('failed');
  });
