import { sort } from 'd3';
import { z } from 'zod';
import { PageUrl, RecordSlug } from '../model/identifiers.ts';
import { prefecturesByNumber } from '../model/municipality.ts';
import { documentKinds, planStateLabels, statisticValueStates } from '../model/value-lists.ts';
import { addPeriod, addPrintedUnits } from '../notation/printed-unit.ts';
import { listGuideNames, listOtherGuides, listToolPages } from '../site-data/guide-links.ts';
import { nameLevel, nameNumberedLevel } from '../site-data/item-counts.ts';
import { describePlanTime } from '../site-data/plan-contents.ts';
import { listRelatedPlans } from '../site-data/plan-item-queries.ts';
import type { SiteData } from '../site-data/site-data.ts';
import { getExploreUrl, groupByPrefecture, hasManyMunicipalities } from '../site-data/site-size.ts';
import { findOriginal } from '../site-data/source-citations.ts';
import { formatTime, formatValue } from '../site-data/statistic-words.ts';
import type { Indicator } from '../tables/indicators.ts';
import type { Statistic } from '../tables/statistics.ts';
import type { PlanItem } from '../tables/tree.ts';
import { listNameForms } from './city-names.ts';
import { normalizeSearchText, NOTE_START } from './search-text.ts';

/** The kind of a document; filters and results use these names. */
export type DocumentKind = keyof typeof documentKinds.words;

/** Something that can be found: its kind, the page that shows it, and the words that find it. */
export const SearchDocument = z.strictObject({
  id: z.string().meta({ title: 'ID', description: 'この記録のID。種類（kind）とあわせると、1つに決まる' }),
  kind: documentKinds.schema.meta({
    title: '種類',
    description: `${Object.values(documentKinds.words).join('、')}のどれか`,
  }),
  plan: RecordSlug.nullable().meta({ title: '計画ID', description: '計画のものでなければ null' }),
  municipality: RecordSlug.nullable().meta({ title: '市区町村ID', description: '市区町村のものでなければ null' }),
  themes: z.array(RecordSlug).meta({ title: 'テーマ', description: 'テーマID' }),
  url: PageUrl,
  title: z.string().meta({ title: '名称', description: '見出し' }),
  // A query that is one of these names puts the document first.
  names: z
    .array(z.string())
    .meta({ title: '別の名前', description: '名称のほかの名前（よみ、英語名、短い名前、別表記、番号）' }),
  text: z.string().meta({ title: '本文', description: 'ページに出ている文章（見出しと別の名前を除く）' }),
});
export type SearchDocument = Readonly<z.infer<typeof SearchDocument>>;

interface SearchableTable extends Readonly<Record<'id' | 'title' | 'description', string>> {
  readonly columns: readonly Readonly<Record<'title' | 'name' | 'description', string> & { isTitleColumn?: true }>[];
}

const joinLines = (...lines: readonly string[]) => lines.filter((line) => line !== '').join('\n');
const addNote = (text: string, note: string) => (note === '' ? text : text + NOTE_START + note);

/** Returns names without empty ones, and without those that are equal in a search to the title or to an earlier one. */
function listOtherNames(title: string, names: readonly (string | null)[]): string[] {
  const excluded = ['', normalizeSearchText(title)];
  const known = names.filter((name) => name !== null);
  const byForm = Map.groupBy(known, normalizeSearchText);
  return [...byForm].flatMap(([form, [first = '']]) => (excluded.includes(form) ? [] : [first]));
}

/** Creates a document; `owner` has the plan, the municipality and the themes of its record, if it has any. */
const createDocument = (
  kind: DocumentKind,
  { id, url, title }: Pick<SearchDocument, 'id' | 'url' | 'title'>,
  names: readonly (string | null)[],
  text: string,
  {
    plan = null,
    municipality = null,
    themes = [],
  }: Partial<Pick<SearchDocument, 'plan' | 'municipality' | 'themes'>> = {},
): SearchDocument => ({ id, kind, plan, municipality, themes, url, title, names: listOtherNames(title, names), text });

/**
 * Returns what people call a plan item by its numbers, without brackets: 33-1-2, 小施策33-1-2, and 小施策 2 for (2).
 * Names follow each other in the searched text, so none that begins with a digit is after another.
 */
function listNumberNames(item: PlanItem): string[] {
  const path = item.code.replaceAll('_', '-');
  const label = nameNumberedLevel(item).replace(/[()（）]/g, '');
  return [...(/^[\d-]+$/.test(path) ? [path, nameLevel(item) + path] : []), ...(/\p{N}/u.test(label) ? [label] : [])];
}

/** Returns the text of an item: first the plan's own, last the note of the site. */
function getPlanItemText(siteData: SiteData, item: PlanItem): string {
  const body = siteData.bodyChapterOf(item)?.text ?? '';
  const departments = item.departments.map((id) => siteData.department(id).title).join('、');
  const responsible =
    departments && `担当${item.inferred.includes('departments') ? '（読み取り）' : ''}：${departments}`;
  const related = listRelatedPlans(siteData, item).map((one) => `関連する計画 ${one.title}：${one.description}`);
  return addNote(joinLines(item.summary, body, responsible, ...item.marks, ...related), item.note);
}

function getIndicatorText(indicator: Indicator): string {
  const { baseline, target, latest, note } = addPrintedUnits(indicator);
  const describe = (label: string, { text, period }: typeof baseline) => `${label} ${addPeriod(text, period.text)}`;
  const result = latest ? describe('実績', latest) : '';
  return addNote(joinLines(describe('現状値', baseline), result, describe('目標値', target)), note);
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

/** Returns the documents of areas: municipalities, and prefectures with plans. */
function listAreaDocuments(siteData: SiteData): SearchDocument[] {
  const prefectures = groupByPrefecture(siteData).flatMap(({ id, title, municipalities }) => {
    const names = prefecturesByNumber.get(id);
    if (names?.title !== title || municipalities.every((city) => siteData.plansOf(city.id).length === 0)) return [];
    const forms = listNameForms(title, names.reading, names.english);
    const text = municipalities.map((city) => city.title).join('、');
    return [createDocument('prefecture', { id, url: siteData.urls.prefecture(id), title }, forms, text)];
  });
  const cities = siteData.municipalities.map((city) => {
    const forms = listNameForms(city.title, city.reading, city.english);
    const text = joinLines(city.prefecture, ...siteData.plansOf(city.id).map((plan) => plan.title));
    return createDocument('city', city, forms, text, { municipality: city.id });
  });
  return [...cities, ...prefectures];
}

/** Returns the documents that plans belong to or are parts of. */
function listPlanDocuments(siteData: SiteData): SearchDocument[] {
  const { themes, chapters, departments, planItems } = siteData;
  const responsible = new Set(planItems.flatMap((item) => item.departments));
  return [
    ...themes.map((theme) =>
      createDocument('theme', theme, [theme.reading, theme.titleEn], theme.description, { themes: [theme.id] }),
    ),
    // The page of a plan shows its state, its period, and its introduction.
    ...chapters
      .filter(({ role }) => role !== 'body')
      .map((chapter) => {
        const plan = siteData.plan(chapter.plan);
        const { id, municipality, shortTitle, officialTitle, reading, titleEn } = plan;
        const owner = { plan: id, municipality };
        if (chapter.role === 'text') return createDocument('chapter', chapter, [], chapter.text, owner);
        const state = `${planStateLabels[plan.state]}（${describePlanTime(siteData, plan)}）`;
        const { lead, title } = findOriginal(siteData, plan);
        const text = joinLines(`計画の期間と状態：${state}`, lead || `${title}があります。`, chapter.text);
        return createDocument('plan', chapter, [shortTitle, officialTitle, reading, titleEn], text, owner);
      }),
    ...departments
      .filter(({ id }) => responsible.has(id))
      .map(({ id, municipality, title }) => {
        const text = `${siteData.municipality(municipality).title}の部署が担当する取組`;
        const url = getExploreUrl(siteData, municipality, { department: id });
        return createDocument('department', { id, url, title }, [], text, { municipality });
      }),
  ];
}

/** Returns the documents of guides, which are about the site, of its tools, and of its English pages. */
function listGuideDocuments(siteData: SiteData): SearchDocument[] {
  const { guides, site, urls } = siteData;
  const english = { id: 'guides/en', url: urls.englishHome(), title: 'Japanese municipal plans in English' };
  const about = '英語版のページです。計画の項目の名前や要約を、英語で読めます。';
  return [
    ...guides.map((guide) =>
      createDocument('guide', guide, listGuideNames(guide), joinLines(guide.description, guide.text)),
    ),
    ...[...listToolPages(siteData), ...listOtherGuides(siteData).map((guide) => ({ ...guide, names: [] }))].map(
      ({ slug, description, names, ...guide }) =>
        createDocument('guide', { ...guide, id: `guides/${slug}` }, names, description),
    ),
    ...(site.english ? [createDocument('guide', english, ['英語版', '英語のページ'], about)] : []),
  ];
}

/** True for a record of an ended plan. Such records are last: equal results are in the order of their documents. */
const isOfEndedPlan = ({ planState }: PlanItem | Indicator) => planState === 'ended';

/** Returns every document of a site, each with a URL of its own. */
export function listSearchDocuments(siteData: SiteData, tables: readonly SearchableTable[]): SearchDocument[] {
  const { planItems, indicators, statistics, zones, terms, urls } = siteData;
  return [
    ...listAreaDocuments(siteData),
    ...listPlanDocuments(siteData),
    ...sort(planItems, isOfEndedPlan).map((item) =>
      createDocument('node', item, [item.titleEn, ...listNumberNames(item)], getPlanItemText(siteData, item), item),
    ),
    ...sort(indicators, isOfEndedPlan).map((indicator) => {
      const { plan, municipality, node, titleEn } = indicator;
      const owner = { plan, municipality, themes: node === null ? [] : siteData.planItem(node).themes };
      return createDocument('indicator', indicator, [titleEn], getIndicatorText(indicator), owner);
    }),
    ...statistics.map((statistic) => {
      const { themes, reading, titleEn, unit, definition, note } = statistic;
      const text = joinLines(listLatestValues(siteData, statistic), definition, `単位：${unit}`, note);
      return createDocument('statistic', statistic, [reading, titleEn], text, { themes });
    }),
    ...zones.map((zone) =>
      createDocument('zone', zone, [zone.reading, zone.titleEn], zone.description, { municipality: zone.municipality }),
    ),
    ...terms.map((term) => createDocument('term', term, [term.reading, ...term.aliases], term.description)),
    ...tables.map(({ id, title, description, columns }) => {
      const own = columns.filter(({ isTitleColumn }) => !isTitleColumn);
      const columnTexts = own.map((column) => `${column.title} ${column.name} ${column.description}`);
      return createDocument(
        'dataset',
        { id, url: urls.dataset(id), title },
        [],
        joinLines(description, ...columnTexts),
      );
    }),
    ...listGuideDocuments(siteData),
  ];
}
