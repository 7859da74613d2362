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

/** Keeps the id of the city, or forgets it. */
export function saveHomeCity(id: string | null): void {
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
 * Shows which city comes first, if there is one or if the results are narrowed to one. What it shows is loaded then.
 * @param line the line of the page for it
 * @param narrowed the id of the city to which results are narrowed, or empty
 * @param isMissing true if the query has exact results, but none in the chosen city
 * @param onChange called when the reader chooses a city or ends the choice
 */
export function offerHomeCity(line: HTMLElement, narrowed: string, isMissing: boolean, onChange: () => void): void {
  if (readHomeCity() === null && narrowed === '') {
    line.hidden = true;
    return;
  }
  import('./city-notes.ts').then(
    ({ showHomeCity }) => {
      showHomeCity(narrowed, isMissing, onChange);
    },
    () => {
      // The results are right without this line.
    },
  );
}
