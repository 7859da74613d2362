import { highlightText, separateCities } from '../../../search/query-index.ts';
import type { SearchCity, SearchIndex } from '../../../search/query-index.ts';
import { splitQuery } from '../../../search/search-text.ts';
import { createElement } from '../../browser/dom-elements.ts';
import { readFirstCity, saveFirstCity } from './first-city.ts';
import { findWritten } from './result-list.ts';
import {
  createLinkEntry,
  displayNames,
  listActiveFilters,
  listAskedCities,
  pageElements,
} from './search-page-elements.ts';
import { formatSearchParams, parseSearchParams, type SearchParams } from './search-params.ts';

/* What the page says about a city, or about a search without results. It is loaded late: few searches need it. */

/** Says why a search finds nothing, or only near results, in the plans of a city: the site may have no plan of it. */
function describeGap({ id, title }: SearchCity, isNear: boolean): string {
  const details = displayNames.details[id];
  if (details && details.items === undefined) return `${title}の計画は、このサイトにまだありません。`;
  return isNear
    ? `さがしたのは、${title}の計画の、のせた部分だけです。`
    : `今の条件では、${title}の計画の、のせた部分に見つかりません。`;
}

/**
 * Creates what the page says if no document of a city contains the query: which parts of its plans are here, the
 * statistics about the query, and where to look further.
 * @param isEmpty true if there are no near results either: then filters may hide statistics
 */
export async function createCityGaps(
  params: SearchParams,
  index: SearchIndex,
  isEmpty: boolean,
  signal: AbortSignal,
): Promise<HTMLElement[]> {
  const gaps = listAskedCities(params).flatMap((city) => {
    const details = displayNames.details[city.id];
    const scope = details?.scope ? `のせた範囲：${details.scope}。` : '';
    return [
      createElement('p', {}, describeGap(city, pageElements.list.hasChildNodes()) + scope),
      createElement(
        'ul',
        { class: 'buttons' },
        createLinkEntry(details?.items ?? city.url, `${city.title}について、のせたもの`),
        ...(details?.website ? [createLinkEntry(details.website, `${city.title}の公式サイト`)] : []),
      ),
    ];
  });
  const hidesResults = isEmpty && listActiveFilters(params).length > 0;
  const statisticCount = hidesResults ? await countStatistics(index, params, signal) : 0;
  if (statisticCount === 0) return gaps;
  const url = location.pathname + formatSearchParams({ ...params, city: '', kind: 'statistic' });
  const link = createLinkEntry(url, `統計の結果を見る（${statisticCount}件）`);
  return [
    createElement('p', {}, '市区町村ごとの値がある統計に、見つかったものがあります。'),
    createElement('ul', { class: 'buttons' }, link),
    ...gaps,
  ];
}

/** Counts the statistics that a search would find without its filters of city and kind. A city filter excludes them. */
async function countStatistics(index: SearchIndex, { q, theme }: SearchParams, signal: AbortSignal) {
  const { exact, related } = await index.search(q, { city: null, kind: 'statistic', theme: theme || null }, signal);
  return exact.length + related.length;
}

/** Words in the query that may be found alone: parts of kanji (with the て of 子育て), katakana or letters, and ごみ. */
const WORD_PARTS = /[\p{Script=Han}々ヶ]{2,}て?|ごみ|[\p{Script=Katakana}ー]{2,}|[a-z]{3,}/gu;
/** The maximum number of offered searches: one for all words, others for such parts. */
const MAX_SEARCHES = 4;

/**
 * Creates links to searches for the words of a query without results, all or one, that have some: バス of バスの本数. They
 * keep the city of the query if it has results.
 */
export async function createWordLinks(index: SearchIndex, query: string, signal: AbortSignal): Promise<HTMLElement[]> {
  const { cities, words } = separateCities(splitQuery(query), displayNames.cities);
  const parts = new Set([words.join(' '), ...words.flatMap((word) => word.match(WORD_PARTS) ?? [])]);
  const links = [...parts].slice(0, MAX_SEARCHES).map(async (part) => {
    const word = findWritten(highlightText(query, [part]), part);
    for (const city of [...cities, { id: '', title: 'すべての市区町村' }]) {
      const filters = { city: city.id || null, kind: null, theme: null };
      const { exact, related, isAside } = await index.search(word, filters, signal);
      const url = location.pathname + formatSearchParams({ ...parseSearchParams(''), q: word, city: city.id });
      const place = cities.length > 0 ? `${city.title}で` : '';
      // Guides and datasets contain parts of words by chance.
      if (exact.length > 0 && !isAside)
        return [createLinkEntry(url, `${place}「${word}」を含むものを見る（${exact.length}件）`)];
      if (related.length > 0)
        return [createLinkEntry(url, `${place}「${word}」に近いものを見る（${related.length}件）`)];
    }
    return [];
  });
  const found = (await Promise.all(links)).flat();
  return found.length > 0 ? [createElement('ul', { class: 'buttons' }, ...found)] : [];
}

/**
 * Shows which city comes first, with a button that ends it; or, if the results are narrowed to another city, a button
 * that chooses that one.
 * @param narrowed the id of the city to which results are narrowed, or empty
 * @param isMissing true if the query has exact results, but none in the chosen city
 * @param onChange called when the reader chooses a city or ends the choice
 */
export function showFirstCity(narrowed: string, isMissing: boolean, onChange: () => void): void {
  // This script may load so late that the reader has chosen another city.
  if (parseSearchParams(location.search).city !== narrowed) return;
  const first = readFirstCity();
  const { firstCity: element } = pageElements;
  // The storage of the browser may contain any text, also the name of a property that all objects have.
  const findCity = (city: string | null) => displayNames.cities.find(({ id }) => id === city);
  const shown = findCity(first);
  const addButton = (text: string, id: string | null, note: string) => {
    const button = createElement('button', { type: 'button' }, text);
    button.addEventListener('click', () => {
      saveFirstCity(id);
      onChange();
    });
    element.replaceChildren(...(note === '' ? [] : [createElement('span', {}, note)]), button);
  };
  element.hidden = false;
  const narrowedCity = findCity(narrowed);
  if (narrowedCity !== undefined && narrowed !== first)
    addButton(`${narrowedCity.title}の結果をいつも先に出す（この端末だけ）`, narrowed, '');
  else if (shown !== undefined) {
    const missing = isMissing ? describeGap(shown, false) : '';
    addButton('やめる', null, `${shown.title}の結果を先に出す設定です（この端末だけに残ります）。${missing}`);
  } else element.hidden = true;
}
