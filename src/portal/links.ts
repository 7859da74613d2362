import { memoizeBySite } from './once.ts';
import type { SiteData } from './portal.ts';

/** What an id stands for, and the page that shows it; null where nothing on the site does. */
export interface RecordLink {
  readonly title: string;
  readonly url: string | null;
}

/** Everything that a change can be about, by id. Where two share one, it is the one that stands last here. */
const everything = memoizeBySite((portal): ReadonlyMap<string, RecordLink> => {
  const { municipalities, plans, planItems, indicators, zones, themes, terms, departments, sources } = portal;
  const withPages = [terms, themes, zones, indicators, planItems, plans, municipalities].flat();
  return new Map<string, RecordLink>([
    ...[...sources, ...departments].map(({ id, title }) => [id, { title, url: null }] as const),
    ...withPages.map((record) => {
      const title = 'municipality' in record ? withCity(portal, record) : record.title;
      return [record.id, { title, url: record.url }] as const;
    }),
  ]);
});

/** Finds the name and page of anything that a change can be about. */
export function getRecordLink(portal: SiteData, id: string): RecordLink {
  return everything(portal).get(id) ?? { title: id, url: null };
}

function withCity(
  portal: SiteData,
  { municipality, title }: { municipality: string; title: string },
): string {
  return `${portal.municipality(municipality).title} ${title}`;
}
