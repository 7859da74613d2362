import { byReading, kanaRow } from '../model/kana.ts';
import type { Portal } from './portal.ts';

/** A name that has a reading, and the page that it leads to. */
export interface Read {
  readonly title: string;
  /** In hiragana. */
  readonly reading: string;
  readonly url: string;
  /** What kind of thing it is, in Japanese. */
  readonly what: string;
  /** What stands below it and has no reading of its own: the plans of a municipality. */
  readonly below: readonly { readonly title: string; readonly url: string }[];
}

/**
 * The names on a site that have a reading (terms, municipalities, zones) in the order of the 五十音, by its rows.
 * @returns a pair for each row that has names: `か行`, and the names
 */
export function namesByReading(portal: Portal): (readonly [row: string, names: readonly Read[]])[] {
  const { terms, municipalities, zones, address, plansOf, municipality } = portal;
  const names: Read[] = [
    ...terms.map(({ title, reading, url }) => ({ title, reading, url, what: '用語', below: [] })),
    ...municipalities.map(({ id, title, reading }) => ({
      title,
      reading,
      url: address.city(id),
      what: '市区町村',
      below: plansOf(id),
    })),
    ...zones.map(({ title, reading, url, municipality: of }) => ({
      title,
      reading,
      url,
      what: `${municipality(of).title}の地域`,
      below: [],
    })),
  ];
  const read = names.filter(({ reading }) => reading !== '').sort((a, b) => byReading(a.reading, b.reading));
  return [...Map.groupBy(read, ({ reading }) => kanaRow(reading))];
}
