import { sort } from 'd3';
import type { SiteData } from '../site-data/site-data.ts';
import { addPrintedUnits } from '../notation/printed-unit.ts';
import type { Indicator } from '../tables/indicators.ts';
import type { PlanItem } from '../tables/tree.ts';
import { prefecturesByNumber } from '../model/municipality.ts';
import { statisticValueStates, type documentKinds } from '../model/value-lists.ts';
import { groupByPrefecture, hasManyMunicipalities } from '../site-data/site-size.ts';
import { formatTime, formatValue } from '../site-data/statistic-words.ts';
import type { Statistic } from '../tables/statistics.ts';
import { listNameForms } from './city-names.ts';
import { normalizeSearchText, NOTE_START } from './search-text.ts';

export { getSearchableText } from './search-text.ts';

/** The kind of a document; filters and results use these names. */
export type DocumentKind = keyof typeof documentKinds.words;

/** Something that can be found: its kind, the page that shows it, and the words that find it. */
export interface SearchDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly plan: string | null;
  readonly municipality: string | null;
  readonly themes: readonly string[];
  readonly url: string;
  readonly title: string;
  /** Its other names: readings, English names, short forms. A query that is one of them puts the document first. */
  readonly names: readonly string[];
  /** What the page shows of it, without the title and the other names. */
  readonly text: string;
}

/** What is searched of a published table. */
interface SearchableTable extends Readonly<Record<'id' | 'title' | 'description', string>> {
  readonly columns: readonly Readonly<Record<'title' | 'name' | 'description', string>>[];
}

const joinLines = (...lines: readonly string[]) => lines.filter((line) => line !== '').join('\n');
const addNote = (text: string, note: string) => (note === '' ? text : text + NOTE_START + note);
const WITHOUT_PLAN = { plan: null, municipality: null, themes: [] } as const;

/** Returns names without empty ones, and without those that are equal in a search to the title or to an earlier one. */
function listOtherNames(title: string, names: readonly (string | null)[]): string[] {
  const excluded = ['', normalizeSearchText(title)];
  const known = names.filter((name) => name !== null);
  const byForm = Map.groupBy(known, normalizeSearchText);
  return [...byForm].flatMap(([form, [first = '']]) => (excluded.includes(form) ? [] : [first]));
}

/** Returns the text of an item: first the plan's own, last the note of the site. */
function getPlanItemText(siteData: SiteData, item: PlanItem): string {
  const departments = item.departments.map((id) => siteData.department(id).title);
  const body = siteData.bodyChapterOf(item)?.text ?? '';
  const responsible = departments.length > 0 ? `担当：${departments.join('、')}` : '';
  return addNote(joinLines(item.summary, body, responsible, ...item.marks), item.note);
}

function getIndicatorText(indicator: Indicator): string {
  const { baseline, target, latest, note } = addPrintedUnits(indicator);
  const values = [
    { label: '現状値', quantity: baseline },
    ...(latest ? [{ label: '実績', quantity: latest }] : []),
    { label: '目標値', quantity: target },
  ];
  const lines = values.map(
    ({ label, quantity: { text, period } }) => `${label} ${text}${period.text && `（${period.text}）`}`,
  );
  return addNote(joinLines(...lines), note);
}

/** Returns the latest value of each municipality; nothing with many municipalities, whose pages tell them. */
function listLatestValues(siteData: SiteData, { id, unit }: Statistic): string {
  if (hasManyMunicipalities(siteData)) return '';
  const byMunicipality = Map.groupBy(siteData.statisticValuesOf(id), ({ municipality }) => municipality);
  const values = [...byMunicipality].flatMap(([municipality, points]) =>
    points.slice(-1).map((point) => {
      const value = formatValue(point, unit) || statisticValueStates.words[point.state];
      return `${siteData.municipality(municipality).title} ${value}（${formatTime(point.period)}）`;
    }),
  );
  return values.join('、');
}

/** Returns the documents of places: municipalities, and prefectures with plans. */
function listPlaceDocuments(siteData: SiteData): SearchDocument[] {
  const { municipalities, urls } = siteData;
  return [
    ...municipalities.map(({ id, title, reading, english, prefecture, url }): SearchDocument => {
      const plans = siteData.plansOf(id).map((plan) => plan.title);
      return {
        ...WITHOUT_PLAN,
        id,
        kind: 'city',
        municipality: id,
        url,
        title,
        names: listOtherNames(title, listNameForms(title, reading, english)),
        text: joinLines(prefecture, ...plans),
      };
    }),
    ...groupByPrefecture(siteData).flatMap(({ id, title, municipalities: own }): SearchDocument[] => {
      const names = prefecturesByNumber.get(id);
      if (names?.title !== title || own.every((city) => siteData.plansOf(city.id).length === 0)) return [];
      return [
        {
          ...WITHOUT_PLAN,
          id,
          kind: 'prefecture',
          url: urls.prefecture(id),
          title,
          names: listOtherNames(title, listNameForms(title, names.reading, names.english)),
          text: own.map((city) => city.title).join('、'),
        },
      ];
    }),
  ];
}

/** Returns the documents that plans belong to or are parts of. */
function listPlanDocuments(siteData: SiteData): SearchDocument[] {
  const { themes, chapters, departments, planItems, urls } = siteData;
  const responsible = new Set(planItems.flatMap((item) => item.departments));
  return [
    ...themes.map(({ id, title, reading, titleEn, description, url }): SearchDocument => {
      const names = listOtherNames(title, [reading, titleEn]);
      return { ...WITHOUT_PLAN, id, kind: 'theme', themes: [id], url, title, names, text: description };
    }),
    // The introduction of a plan is the text of the plan's page.
    ...chapters
      .filter(({ role }) => role !== 'body')
      .map(({ id, plan: planId, role, url, title, text }): SearchDocument => {
        const plan = siteData.plan(planId);
        const kind = role === 'introduction' ? 'plan' : 'chapter';
        const names = kind === 'plan' ? [plan.shortTitle, plan.officialTitle, plan.reading, plan.titleEn] : [];
        const shared = { plan: planId, municipality: plan.municipality, themes: [], url, title, text };
        return { ...shared, id, kind, names: listOtherNames(title, names) };
      }),
    ...departments
      .filter(({ id }) => responsible.has(id))
      .map(({ id, municipality, title }): SearchDocument => {
        const url = urls.explore({ department: id });
        const text = `${siteData.municipality(municipality).title}の部署が担当する取組`;
        return { ...WITHOUT_PLAN, id, kind: 'department', municipality, url, title, names: [], text };
      }),
  ];
}

/** Sorts records of ended plans last: equal results are in the order of their documents. */
const isOfEndedPlan = ({ planState }: PlanItem | Indicator) => planState === 'ended';

/** Returns every document of a site, each with a URL of its own. */
export function listSearchDocuments(siteData: SiteData, tables: readonly SearchableTable[]): SearchDocument[] {
  const { planItems, indicators, statistics, zones, terms, guides, urls } = siteData;
  return [
    ...listPlaceDocuments(siteData),
    ...listPlanDocuments(siteData),
    ...sort(planItems, isOfEndedPlan).map((item): SearchDocument => {
      const { id, plan, municipality, themes, url, title, titleEn } = item;
      const names = listOtherNames(title, [titleEn]);
      const text = getPlanItemText(siteData, item);
      return { id, kind: 'node', plan, municipality, themes, url, title, names, text };
    }),
    ...sort(indicators, isOfEndedPlan).map((indicator): SearchDocument => {
      const { id, plan, municipality, node, url, title, titleEn } = indicator;
      const themes = node === null ? [] : siteData.planItem(node).themes;
      const names = listOtherNames(title, [titleEn]);
      const text = getIndicatorText(indicator);
      return { id, kind: 'indicator', plan, municipality, themes, url, title, names, text };
    }),
    ...statistics.map((statistic): SearchDocument => {
      const { id, themes, url, title, reading, titleEn, unit, definition, note } = statistic;
      const names = listOtherNames(title, [reading, titleEn]);
      const text = joinLines(listLatestValues(siteData, statistic), definition, `単位：${unit}`, note);
      return { ...WITHOUT_PLAN, id, kind: 'statistic', themes, url, title, names, text };
    }),
    ...zones.map(({ id, municipality, url, title, reading, titleEn, description }): SearchDocument => {
      const names = listOtherNames(title, [reading, titleEn]);
      return { ...WITHOUT_PLAN, id, kind: 'zone', municipality, url, title, names, text: description };
    }),
    ...terms.map(({ id, url, title, reading, aliases, description }): SearchDocument => {
      const names = listOtherNames(title, [reading, ...aliases]);
      return { ...WITHOUT_PLAN, id, kind: 'term', url, title, names, text: description };
    }),
    ...tables.map(({ id, title, description, columns }): SearchDocument => {
      const columnTexts = columns.map((column) => `${column.title} ${column.name} ${column.description}`);
      const url = urls.dataset(id);
      const text = joinLines(description, ...columnTexts);
      return { ...WITHOUT_PLAN, id, kind: 'dataset', url, title, names: [], text };
    }),
    ...guides.map(({ id, url, title, description, text: body }): SearchDocument => {
      return { ...WITHOUT_PLAN, id, kind: 'guide', url, title, names: [], text: joinLines(description, body) };
    }),
  ];
}
