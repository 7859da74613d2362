import type { Municipality } from '../../model/municipality.ts';
import { formatCount, formatDay } from '../../notation/format.ts';
import { memoizeBySite, type SiteData } from '../../site-data/site-data.ts';
import { getMunicipalityWord } from '../../site-data/site-size.ts';

const COLOURS = 6;

const positions = memoizeBySite(({ municipalities }) => new Map(municipalities.map(({ id }, index) => [id, index])));

/** Returns the CSS class with the colour of a municipality. The name always accompanies the colour. */
export const getMunicipalityColour = (siteData: SiteData, municipality: string): string =>
  `city-${((positions(siteData).get(municipality) ?? -1) % COLOURS) + 1}`;

/** A sentence names at most this many municipalities; of more it contains only the number. */
const MAX_NAMES = 5;

/** Returns municipalities as part of a sentence: their names, such as 蕨市・柏市, or how many they are. */
export function summarizeMunicipalities(
  siteData: SiteData,
  cities: readonly Municipality[],
  separator: '、' | '・',
): string {
  if (cities.length > MAX_NAMES) return `${formatCount(cities.length)}の${getMunicipalityWord(siteData)}`;
  return cities.map(({ id }) => siteData.nameMunicipality(id)).join(separator);
}

/** Returns what a function says about the municipalities with a plan: the name of the only one, or how many they are. */
export function describePlanOwners(siteData: SiteData, say: (owners: string) => string, owners = siteData.planOwners) {
  const [only] = owners;
  if (!only) return '計画は、まだありません。';
  const count = `${formatCount(owners.length)}の${getMunicipalityWord(siteData)}`;
  return say(owners.length > 1 ? count : siteData.nameMunicipality(only.id));
}

/** Returns links to the official sites of municipalities, of those whose site is known. */
export const listOfficialSites = ({ nameMunicipality }: SiteData, cities: readonly Municipality[]) =>
  cities.flatMap(({ id, website: url }) => (url === '' ? [] : [{ title: `${nameMunicipality(id)}の公式サイト`, url }]));

/** Says when a municipality ceased to exist, and what it is a part of, if known; empty if it still exists. */
export function describeAbolition(siteData: SiteData, { abolished, successor }: Municipality): string {
  if (abolished === null) return '';
  const end =
    successor === null ? 'に廃止されました' : `に合併し、${siteData.municipality(successor).title}の一部になりました`;
  return `${formatDay(abolished)}${end}`;
}
