import type { Portal } from './portal.ts';

/** What an id stands for, and the page that shows it; null where nothing on the site does. */
export interface LinkTo {
  readonly title: string;
  readonly url: string | null;
}

/** Finds the name and page of anything that a change can be about. */
export function linkTo(portal: Portal, id: string): LinkTo {
  const { municipalities, plans, nodes, indicators, zones, themes, terms } = portal;
  for (const records of [municipalities, plans, nodes, indicators, zones, themes, terms]) {
    const found = records.find((record) => record.id === id);
    if (found)
      return { title: 'municipality' in found ? withCity(portal, found) : found.title, url: found.url };
  }
  const other = [...portal.departments, ...portal.sources].find((record) => record.id === id);
  return { title: other?.title ?? id, url: null };
}

function withCity(portal: Portal, { municipality, title }: { municipality: string; title: string }): string {
  return `${portal.municipality(municipality).title} ${title}`;
}
