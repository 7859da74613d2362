import type { SiteData } from '../site-data/site-data.ts';
import { addPrintedUnits } from '../notation/printed-unit.ts';
import type { Indicator } from '../tables/indicators.ts';
import type { PlanItem } from '../tables/tree.ts';
import { normalizeSearchText } from './search-text.ts';

/** The kind of a document; filters and results use these names. */
export type DocumentKind = 'node' | 'indicator' | 'statistic' | 'term' | 'zone' | 'chapter' | 'dataset' | 'guide';

/** Something that can be found: its kind, the page that shows it, and the words that find it. */
export interface SearchDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly plan: string | null;
  readonly municipality: string | null;
  readonly themes: readonly string[];
  readonly url: string;
  readonly title: string;
  /** What the page shows of it, without the title. */
  readonly text: string;
}

/** What is searched of a published table. */
interface SearchableTable extends Readonly<Record<'id' | 'title' | 'description', string>> {
  readonly columns: readonly Readonly<Record<'title' | 'name' | 'description', string>>[];
}

const joinLines = (...lines: readonly string[]) => lines.filter((line) => line !== '').join('\n');
const WITHOUT_PLAN = { plan: null, municipality: null, themes: [] } as const;

function getPlanItemText(siteData: SiteData, item: PlanItem): string {
  const departments = item.departments.map((id) => siteData.department(id).title);
  const body = siteData.bodyChapterOf(item)?.text ?? '';
  return joinLines(item.summary, ...departments, ...item.marks, item.note, body);
}

function getIndicatorText(indicator: Indicator): string {
  const { baseline, target, latest, note } = addPrintedUnits(indicator);
  const values = [baseline, ...(latest ? [latest] : []), target];
  return joinLines(...values.map(({ text, period }) => `${text} ${period.text}`.trim()), note);
}

/** Returns every document of a site, each with a URL of its own. */
export function listSearchDocuments(siteData: SiteData, tables: readonly SearchableTable[]): SearchDocument[] {
  const { planItems, indicators, statistics, chapters, zones, terms, guides, urls } = siteData;
  return [
    ...planItems.map((item): SearchDocument => {
      const { id, plan, municipality, themes, url, title } = item;
      const text = getPlanItemText(siteData, item);
      return { id, kind: 'node', plan, municipality, themes, url, title, text };
    }),
    ...indicators.map((indicator): SearchDocument => {
      const { id, plan, municipality, node, url, title } = indicator;
      const themes = node === null ? [] : siteData.planItem(node).themes;
      const text = getIndicatorText(indicator);
      return { id, kind: 'indicator', plan, municipality, themes, url, title, text };
    }),
    ...statistics.map(({ id, themes, url, title, reading, unit, definition, note }): SearchDocument => {
      const text = joinLines(reading, unit, definition, note);
      return { ...WITHOUT_PLAN, id, kind: 'statistic', themes, url, title, text };
    }),
    ...chapters
      .filter(({ role }) => role !== 'body')
      .map(({ id, plan, url, title, text }): SearchDocument => {
        const { municipality } = siteData.plan(plan);
        return { id, kind: 'chapter', plan, municipality, themes: [], url, title, text };
      }),
    ...zones.map(({ id, municipality, url, title, reading, description }): SearchDocument => {
      const text = joinLines(reading, description);
      return { ...WITHOUT_PLAN, id, kind: 'zone', municipality, url, title, text };
    }),
    ...terms.map(({ id, url, title, reading, aliases, description }): SearchDocument => {
      const text = joinLines(reading, ...aliases, description);
      return { ...WITHOUT_PLAN, id, kind: 'term', url, title, text };
    }),
    ...tables.map(({ id, title, description, columns }): SearchDocument => {
      const columnTexts = columns.map((column) => `${column.title} ${column.name} ${column.description}`);
      const url = urls.withBase(`/data/${id}/`);
      const text = joinLines(description, ...columnTexts);
      return { ...WITHOUT_PLAN, id, kind: 'dataset', url, title, text };
    }),
    ...guides.map(({ id, url, title, description, text: body }): SearchDocument => {
      return { ...WITHOUT_PLAN, id, kind: 'guide', url, title, text: joinLines(description, body) };
    }),
  ];
}

/** Returns the text that queries are compared with: the title and the text, normalized. */
export function getSearchableText({ title, text }: SearchDocument): string {
  return normalizeSearchText(`${title}\n${text}`);
}
