import type { SearchCity } from '../../../search/query-index.ts';
import { createElement } from '../../browser/dom-elements.ts';
import { readHomeCity, saveHomeCity } from './home-city.ts';
import { displayNames, pageElements } from './search-page-elements.ts';

/*
 * What the page says about a city. Most searches need nothing of it, so it is loaded when it is needed.
 */

/** Says that the site contains nothing of a city about the query. @param scope the parts that it contains, or empty */
function describeCityGap(city: string, scope: string): string {
  return `${city}ののせた部分にはありません。${scope === '' ? '' : `のせた範囲：${scope}。`}`;
}

/** Creates what the page says if a city has no results: what the site contains of the city, and where to look further. */
export function createCityGaps(cities: readonly SearchCity[]): HTMLElement[] {
  return cities.flatMap(({ id, title, url }) => {
    const details = displayNames.details[id];
    const link = (href: string, text: string) => createElement('li', {}, createElement('a', { href }, text));
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
}

/**
 * Shows which city comes first, with a button that ends it; or, if the results are narrowed to another city, a button
 * that chooses that one. The parameters are those of `offerHomeCity`.
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
    const missing = isMissing ? `この言葉は、${homeTitle}ののせた部分にはありません。` : '';
    addButton('やめる', null, `${homeTitle}の結果を先に出す設定です（この端末だけに残ります）。${missing}`);
  } else element.hidden = true;
}
