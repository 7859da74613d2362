import { publishedTables } from '../open-data/tables/published-tables.ts';
import type { Indicator } from '../tables/indicators.ts';
import type { PlanItem } from '../tables/tree.ts';
import type { SiteData } from '../site-data/site-data.ts';
import { normalizeSearchText } from './search-text.ts';

/** What a document is; filters and results name it so. */
export type DocumentKind = 'node' | 'indicator' | 'term' | 'zone' | 'chapter' | 'dataset' | 'guide';

/** Something that can be found: what it is, where it is shown, and the words by which it is found. */
export interface SearchDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly plan: string | null;
  readonly municipality: string | null;
  readonly themes: readonly string[];
  readonly url: string;
  readonly title: string;
  /** What the page shows of it, but its title. */
  readonly text: string;
}

const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('\n');
const nowhere = { plan: null, municipality: null, themes: [] } as const;

function nodeText(siteData: SiteData, node: PlanItem): string {
  const departments = node.departments.map((id) => siteData.department(id).title);
  const body = siteData.bodyChapterOf(node)?.text ?? '';
  return joined(node.summary, ...departments, ...node.marks, node.note, body);
}

function indicatorText({ baseline, target, latest, note }: Indicator): string {
  const values = [baseline, ...(latest ? [latest] : []), target];
  return joined(...values.map(({ text, period }) => `${text} ${period.text}`.trim()), note);
}

function* ofPlans(siteData: SiteData): Generator<SearchDocument> {
  for (const node of siteData.planItems) {
    const { id, plan, municipality, themes, url, title } = node;
    yield { id, kind: 'node', plan, municipality, themes, url, title, text: nodeText(siteData, node) };
  }
  for (const indicator of siteData.indicators) {
    const { id, plan, municipality, node, url, title } = indicator;
    const themes = node === null ? [] : siteData.planItem(node).themes;
    yield { id, kind: 'indicator', plan, municipality, themes, url, title, text: indicatorText(indicator) };
  }
  for (const { id, plan, role, url, title, text } of siteData.chapters) {
    if (role === 'body') continue;
    const { municipality } = siteData.plan(plan);
    yield { id, kind: 'chapter', plan, municipality, themes: [], url, title, text };
  }
  for (const { id, municipality, url, title, reading, description } of siteData.zones)
    yield { ...nowhere, id, kind: 'zone', municipality, url, title, text: joined(reading, description) };
}

/** Everything on a site that can be found, each with an address of its own. */
export function listSearchDocuments(siteData: SiteData): SearchDocument[] {
  return [
    ...ofPlans(siteData),
    ...siteData.terms.map(({ id, url, title, reading, aliases, description }): SearchDocument => ({
      ...nowhere,
      id,
      kind: 'term',
      url,
      title,
      text: joined(reading, ...aliases, description),
    })),
    ...publishedTables.map(({ id, title, description, columns }): SearchDocument => ({
      ...nowhere,
      id,
      kind: 'dataset',
      url: siteData.urls.withBase(`/data/${id}/`),
      title,
      text: joined(
        description,
        ...columns.map((column) => `${column.title} ${column.name} ${column.description}`),
      ),
    })),
    ...siteData.guides.map(({ id, url, title, description, text }): SearchDocument => ({
      ...nowhere,
      id,
      kind: 'guide',
      url,
      title,
      text: joined(description, text),
    })),
  ];
}

/** The text by which a document is found: its title and its text, in the form in which queries are held against it. */
export function getSearchableText({ title, text }: SearchDocument): string {
  return normalizeSearchText(`${title}\n${text}`);
}
