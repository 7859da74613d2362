import type { SiteData } from '../../site-data/site-data.ts';
import type { DocumentKind } from '../../search/query-index.ts';
import { listSearchCities } from '../../search/build-index.ts';

/** The name of each kind of document, in the order of the filter. */
export const documentKindLabels: Readonly<Record<DocumentKind, string>> = {
  city: '市区町村',
  prefecture: '都道府県',
  theme: 'テーマ',
  plan: '計画',
  department: '部署',
  node: '計画の項目',
  indicator: '指標',
  statistic: '統計',
  term: '用語',
  zone: '地域',
  chapter: '計画の文章',
  dataset: 'データ',
  guide: 'サイトの案内',
};

/** Returns the names that the script shows beside results, as JSON that a page may contain. */
export function serializeResultLabels({ plans, municipalities, themes }: SiteData): string {
  const names = {
    kind: { ...documentKindLabels, word: '言葉' },
    theme: Object.fromEntries(themes.map(({ id, title }) => [id, title])),
    plan: Object.fromEntries(
      plans.map(({ id, shortTitle, state }) => [id, state === 'ended' ? `${shortTitle}（終了）` : shortTitle]),
    ),
    cities: listSearchCities({ municipalities }),
  };
  return JSON.stringify(names).replaceAll('<', '\\u003c');
}
