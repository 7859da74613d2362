import type { SearchCity } from '../../../search/query-index.ts';
import { createElement } from '../../browser/dom-elements.ts';
import { readHomeCity, saveHomeCity } from './home-city.ts';
import { displayNames, pageElements } from './search-page-elements.ts';

/*
 * What the page says about a city. Most searches need nothing of it, so it is loaded when it is needed.
 */

const link = (href: string, text: string) => createElement('li', {}, createElement('a', { href }, text));

/** Says that the plans of a city contain nothing about the query. @param scope the parts on this site, or empty */
function describeCityGap(city: string, scope: string): string {
  return `${city}の計画の、のせた部分にはありません。${scope === '' ? '' : `のせた範囲：${scope}。`}`;
}

/**
 * Creates what the page says if a city has no results: what the site contains of the city, the statistics about the query,
 * and where to look further.
 * @param statistics the number of statistics that the filters hide, and the URL of a search for them
 */
export function createCityGaps(
  cities: readonly SearchCity[],
  statistics: { readonly count: number; readonly url: string },
): HTMLElement[] {
  const gaps = cities.flatMap(({ id, title, url }) => {
    const details = displayNames.details[id];
    return [
      createElement('p', {}, describeCityGap(title, details?.scope ?? '')),
      createElement(
        'ul',
        { class: 'buttons' },
        link(details?.items ?? url, `${title}について、のせたもの`),
        ...(details?.website ? [link(details.website, `${title}の公式サイト`)] : []),
      ),
    ];
  });
  if (statistics.count === 0) return gaps;
  return [
    createElement('p', {}, '市区町村ごとの値がある統計には、あります。'),
    createElement('ul', { class: 'buttons' }, link(statistics.url, `統計の結果を見る（${statistics.count}件）`)),
    ...gaps,
  ];
}

/**
 * Shows which city comes first, with a button that ends it; or, if the results are narrowed to another city, a button
 * that chooses that one.
 * @param narrowed the id of the city to which results are narrowed, or empty
 * @param isMissing true if the query has exact results, but none in the chosen city
 * @param onChange called when the reader chooses a city or ends the choice
 */
export function showHomeCity(narrowed: string, isMissing: boolean, onChange: () => void): void {
  const home = readHomeCity();
  const { home: element } = pageElements;
  const homeTitle = displayNames.city[home ?? ''];
  const addButton = (text: string, id: string | null, note: string) => {
    const button = createElement('button', { type: 'button' }, text);
    button.addEventListener('click', () => {
      saveHomeCity(id);
      onChange();
    });
    element.replaceChildren(...(note === '' ? [] : [createElement('span', {}, note)]), button);
  };
  element.hidden = false;
  const narrowedTitle = displayNames.city[narrowed];
  if (narrowedTitle !== undefined && narrowed !== home)
    addButton(`${narrowedTitle}の結果をいつも先に出す（この端末だけ）`, narrowed, '');
  else if (homeTitle !== undefined) {
    const missing = isMissing ? `この言葉は、${homeTitle}の計画の、のせた部分にはありません。` : '';
    addButton('やめる', null, `${homeTitle}の結果を先に出す設定です（この端末だけに残ります）。${missing}`);
  } else element.hidden = true;
}
