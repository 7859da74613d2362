import { alignReading, type RubyPart } from '../model/reading-alignment.ts';
import type { SiteData } from './site-data.ts';

/** The words of headings, menus and levels of plans that no table has, with their readings. */
const SITE_WORDS: Readonly<Record<string, string>> = {
  計画: 'けいかく',
};

/**
 * Returns the names of a site with the readings of their kanji, for the ruby of pages: items and short titles of plans,
 * municipalities, zones, themes, terms, statistics, and the words of the site itself. A name with different readings is
 * left out, and so is one of a single character, which is often read otherwise.
 */
export function listTitleReadings(siteData: SiteData): (readonly RubyPart[])[] {
  const { planItems, plans, municipalities, zones, themes, terms, statistics } = siteData;
  const pairs = [
    ...Object.entries(SITE_WORDS),
    ...plans.map(({ shortTitle, reading }) => [shortTitle, reading] as const),
    ...[planItems, municipalities, zones, themes, terms, statistics].flatMap((records) =>
      records.map(({ title, reading }) => [title, reading] as const),
    ),
  ];
  const aligned = new Map<string, readonly RubyPart[]>();
  const unsure = new Set<string>();
  for (const [title, reading] of pairs) {
    const alignment = alignReading(title, reading);
    if ([...title].length < 2 || !alignment.ok) continue;
    const known = aligned.get(title);
    if (known && JSON.stringify(known) !== JSON.stringify(alignment.parts)) unsure.add(title);
    aligned.set(title, alignment.parts);
  }
  return [...aligned]
    .filter(([title, parts]) => !unsure.has(title) && parts.some((part) => typeof part !== 'string'))
    .map(([, parts]) => parts);
}
