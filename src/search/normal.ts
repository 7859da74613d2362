/**
 * The form in which texts and queries are held against each other: compatibility forms folded (NFKC), lower case,
 * variation selectors and all white space removed. What is stored and shown is never changed.
 * @example normalizeSearchText('ＳＮＳ の　活用') // → sns の活用 without its spaces
 */
export function normalizeSearchText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\ufe00-\ufe0f]|\udb40[\udd00-\uddef]/g, '')
    .replace(/\s/g, '');
}

/** The words of a query: it is cut at white space, and each part is put in the form of the texts. */
export function splitQuery(query: string): string[] {
  return query
    .split(/\s+/)
    .map(normalizeSearchText)
    .filter((word) => word !== '');
}
