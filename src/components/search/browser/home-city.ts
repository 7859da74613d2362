import { createElement } from '../../browser/dom-elements.ts';

/*
 * The city whose results come first, if a reader chose one. It is kept on the reader's device only: no request contains
 * it.
 */

/** The name of the entry in the storage of the browser. */
const KEY = 'search-city';

/** The parameter of a link that chooses the city: `/search/?remember=warabi`. */
const PARAMETER = 'remember';

/** Returns the id of the chosen city; null if there is none, or if the browser stores nothing. */
export function readHomeCity(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function saveHomeCity(id: string | null): void {
  try {
    if (id === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, id);
  } catch {
    // The search works without it.
  }
}

/** Chooses the city that a link to the page names. @param ids the cities of the site */
export function takeHomeCity(query: string, ids: readonly string[]): void {
  const id = new URLSearchParams(query).get(PARAMETER);
  if (id !== null && ids.includes(id)) saveHomeCity(id);
}

/**
 * Shows which city comes first, with a button that ends it; or, if the results are narrowed to another city, a button
 * that chooses that one.
 * @param element the line of the page for it
 * @param narrowed the id of the city to which results are narrowed, or empty
 * @param titles the names of the cities by id
 * @param isMissing true if the query has exact results, but none in the chosen city
 * @param onChange called when the reader chooses a city or ends the choice
 */
export function showHomeCity(
  element: HTMLElement,
  narrowed: string,
  titles: Readonly<Record<string, string>>,
  isMissing: boolean,
  onChange: () => void,
): void {
  const home = readHomeCity();
  const homeTitle = titles[home ?? ''];
  const addButton = (text: string, id: string | null, note: string) => {
    const button = createElement('button', { type: 'button' }, text);
    button.addEventListener('click', () => {
      saveHomeCity(id);
      onChange();
    });
    element.replaceChildren(...(note === '' ? [] : [createElement('span', {}, note)]), button);
  };
  element.hidden = false;
  const narrowedTitle = titles[narrowed];
  if (narrowedTitle !== undefined && narrowed !== home)
    addButton(`${narrowedTitle}の結果をいつも先に出す（この端末だけ）`, narrowed, '');
  else if (homeTitle !== undefined) {
    const missing = isMissing ? `この言葉は、${homeTitle}ののせた部分にはありません。` : '';
    addButton('やめる', null, `${homeTitle}の結果を先に出す設定です（この端末だけに残ります）。${missing}`);
  } else element.hidden = true;
}
