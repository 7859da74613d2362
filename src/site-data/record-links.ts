import { compareReadings, getKanaRow } from '../model/japanese-text.ts';
import { listChangesOf } from './release-queries.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';

export type RecordLink = Readonly<{ title: string; url: string | null; municipality?: string | null }>;

/** Returns all records that a change can be about, by id. If two share an id, the last one in this order counts. */
const recordLinks = memoizeBySite((siteData): ReadonlyMap<string, RecordLink> => {
  const { municipalities, plans, planItems, indicators, statistics, zones, themes, terms } = siteData;
  const withoutPages = [siteData.sources, siteData.departments].flat().map((record) => ({ ...record, url: null }));
  const records = [withoutPages, terms, themes, statistics, zones, indicators, planItems, plans].flat();
  return new Map<string, RecordLink>([
    ...records.map(({ id, title, url, ...record }) => {
      const municipality = 'municipality' in record ? record.municipality : null;
      const city = url !== null && municipality !== null ? `${siteData.nameMunicipality(municipality)} ` : '';
      return [id, { title: city + title, url, municipality }] as const;
    }),
    ...municipalities.map(
      ({ id, url }) => [id, { title: siteData.nameMunicipality(id), url, municipality: id }] as const,
    ),
  ]);
});

/** Returns the title and URL of a record that a change can be about. One that left has the last title in a release. */
export const getRecordLink = (siteData: SiteData, id: string): RecordLink =>
  recordLinks(siteData).get(id) ?? { title: listChangesOf(siteData, id)[0]?.title ?? id, url: null };

export interface NameReading {
  readonly title: string;
  /** In hiragana; empty if it is not known. */
  readonly reading: string;
  readonly url: string;
  /** The kind of thing, in Japanese. */
  readonly kindWord: string;
  /** Names below it without readings: the plans of a municipality. */
  readonly children: readonly { readonly title: string; readonly url: string }[];
}

/** Returns the names of a site by the rows of the 五十音: pairs of `か行` and its names. A title can be its own reading. */
export function groupNamesByReading(siteData: SiteData): (readonly [row: string, names: readonly NameReading[]])[] {
  const { terms, municipalities, zones, urls, plansOf } = siteData;
  const names: NameReading[] = [
    ...terms.map(({ title, reading, url }) => ({ title, reading, url, kindWord: '用語', children: [] })),
    ...municipalities.map(({ id, reading }) => ({
      title: siteData.nameMunicipality(id),
      reading,
      url: urls.municipality(id),
      kindWord: '市区町村',
      children: plansOf(id),
    })),
    ...zones.map(({ title, reading, url, municipality: id }) => ({
      title,
      reading,
      url,
      kindWord: `${siteData.nameMunicipality(id)}の地域`,
      children: [],
    })),
  ];
  const read = ({ title, reading }: NameReading) => reading || title;
  names.sort((a, b) => compareReadings(read(a), read(b)));
  return [...Map.groupBy(names, (name) => getKanaRow(read(name)))];
}
