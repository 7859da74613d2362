/* The city whose results come first, if a reader chose one: kept on the reader's device only, never in a request. */

/** The name of the entry in the storage of the browser. */
const KEY = 'search-city';

/** The parameter of a link that chooses the city: `/search/?remember=warabi`. */
const PARAMETER = 'remember';

/** Returns the id of the chosen city; null if there is none, or if the browser stores nothing. */
export function readFirstCity(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Keeps the id of the city, or forgets it. */
export function saveFirstCity(id: string | null): void {
  try {
    if (id === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, id);
  } catch {
    // The search works without it.
  }
}

/** Chooses the city that a link to the page names. @param ids the cities of the site */
export function saveLinkedCity(query: string, ids: readonly string[]): void {
  const id = new URLSearchParams(query).get(PARAMETER);
  if (id !== null && ids.includes(id)) saveFirstCity(id);
}
