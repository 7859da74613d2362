import { oncePer } from './once.ts';
import type { Portal } from './portal.ts';

/** What an id stands for, and the page that shows it; null where nothing on the site does. */
export interface LinkTo {
  readonly title: string;
  readonly url: string | null;
}

/** Everything that a change can be about, by id. Where two share one, it is the one that stands last here. */
const everything = oncePer((portal): ReadonlyMap<string, LinkTo> => {
  const { municipalities, plans, nodes, indicators, zones, themes, terms, departments, sources } = portal;
  const withPages = [terms, themes, zones, indicators, nodes, plans, municipalities].flat();
  return new Map<string, LinkTo>([
    ...[...sources, ...departments].map(({ id, title }) => [id, { title, url: null }] as const),
    ...withPages.map((record) => {
      const title = 'municipality' in record ? withCity(portal, record) : record.title;
      return [record.id, { title, url: record.url }] as const;
    }),
  ]);
});

/** Finds the name and page of anything that a change can be about. */
export function linkTo(portal: Portal, id: string): LinkTo {
  return everything(portal).get(id) ?? { title: id, url: null };
}

function withCity(portal: Portal, { municipality, title }: { municipality: string; title: string }): string {
  return `${portal.municipality(municipality).title} ${title}`;
}
