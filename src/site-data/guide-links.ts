import type { Guide } from '../model/chapter.ts';
import { listKeys } from '../model/value-lists.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';

/** The pages below `/about/` that are no texts of the site: documents of the project for staff, and generated pages. */
export const projectGuides = {
  staff: {
    slug: 'staff',
    title: '市の職員のための手引き',
    description:
      'Excel の表から、公開されたページまでの手引きです。表の形、値と時点の書き方、確かめ方、毎年の仕事を、絵と例で説明します。',
  },
  /** The guide for staff leads to it. */
  yearly: {
    slug: 'staff/yearly',
    title: '1年のまわし方',
    description: '去年の Excel に今年の結果を書き足してから、新しい保存版を公開するまでの手順です。',
  },
  examples: {
    slug: 'examples',
    title: 'データの使い方の例',
    description: '公開しているデータ（オープンデータ）を、プログラムや表計算ソフトから使うための、そのまま動く例です。',
  },
  messages: {
    slug: 'messages',
    title: '検査で出る問題と直し方',
    description: '計画のファイルを検査したときに出る、すべての問題の文と直し方です。理由や例がある問題もあります。',
  },
  rules: {
    slug: 'rules',
    title: '機械で読みやすい表のルール',
    description:
      '国の「行政データにおける機械可読性に関するルール」（令和8年3月31日）の30項目と、このサイトでの調べ方です。',
  },
  design: {
    slug: 'design',
    title: 'デザインの見本',
    description:
      'このサイトの色、文字、部品と、図や地図の見本です。値がない、負の値がある、名前が長いなど、見せるのがむずかしい場合も並べています。',
  },
} as const;

type GuideLink = Readonly<{ slug: string; title: string; url: string; description: string }>;

/** The heading of the section about errors, in a guide of the site, and what people call it. */
const ERRORS_HEADING = 'まちがいを見つけたら';
const ERROR_NAMES =
  `まちがいの知らせ方 ${ERRORS_HEADING} 間違い 間違いを見つけたら 誤り お問い合わせ先 お問合せ先`.split(' ');

/** Returns true for the guide with the section about errors. */
const explainsErrors = ({ text }: Pick<Guide, 'text'>) => text.split('\n').includes(ERRORS_HEADING);

/** Returns other names of a guide of the site, by which the search finds it. */
export const listGuideNames = (guide: Guide): readonly string[] => (explainsErrors(guide) ? ERROR_NAMES : []);

/** Returns a link to what a guide says about errors, unless the foot of each page has the contact of the site. */
function linkErrorsSection(siteData: SiteData): GuideLink[] {
  const guide = siteData.guides.find(explainsErrors);
  if (siteData.site.contact.trim() !== '' || !guide) return [];
  const description = '計画の要約やデータにまちがいを見つけたとき、だれに何を知らせるかの説明です。';
  return [{ slug: 'errors', title: 'まちがいの知らせ方', url: `${guide.url}#${ERRORS_HEADING}`, description }];
}

/** Returns the pages about the site that are no texts of it. */
export const listOtherGuides = (siteData: SiteData): GuideLink[] => [
  ...Object.values(projectGuides)
    .filter((guide) => guide !== projectGuides.yearly)
    .map((guide) => ({ ...guide, url: siteData.urls.guide(guide.slug) })),
  {
    slug: 'changes',
    title: '更新履歴',
    url: siteData.urls.changes(),
    description: 'いつ、何が、なぜ変わったかの記録です。',
  },
];

/** Pages that lead to what the site has, with other names that people have for them. */
const toolPages = [
  { slug: 'compare', title: 'くらべる', names: ['比べる', '比較'], description: '市の計画をテーマでくらべます。' },
  { slug: 'plans', title: '計画の一覧', names: ['計画一覧'], description: '計画の期間と状態です。' },
  { slug: 'indicators', title: '指標の一覧', names: ['KPI', '成果指標'], description: '現状値と目標値の表です。' },
  { slug: 'glossary', title: '用語の説明', names: ['用語集', '辞書'], description: '計画の言葉のやさしい説明です。' },
  { slug: 'data', title: 'データのダウンロード', names: ['CSV', 'Excel'], description: '表の CSV や Excel です。' },
];

/** Returns the pages that lead to what the site has. */
export const listToolPages = ({ urls }: SiteData) =>
  toolPages.map((page) => ({ ...page, url: urls.withBase(`/${page.slug}/`) }));

/** Returns the pages about the site, in the order of the list. */
export const listGuideLinks = (siteData: SiteData): GuideLink[] => [
  ...siteData.guides,
  ...linkErrorsSection(siteData),
  ...listOtherGuides(siteData),
];

/** Returns the links in the foot of pages, by heading. Guides that no heading names are about the site. */
export const listFootLinks = memoizeBySite((siteData) => {
  const { urls } = siteData;
  const feed = urls.withBase('/feed.xml');
  const headings: Readonly<Record<string, readonly string[]>> = {
    さがす: [urls.search(), urls.kana(), urls.compare()],
    サイトについて: [],
    データを使う: [...['examples', 'developers', 'terms'].map(urls.guide), urls.changes(), feed],
    データをつくる: [urls.guide('staff'), urls.check(), urls.guide('messages'), urls.guide('rules')],
  };
  const links = [
    { title: '検索', url: urls.search() },
    { title: '五十音の索引', url: urls.kana() },
    ...(siteData.municipalities.length > 1 ? [{ title: 'くらべる', url: urls.compare() }] : []),
    ...listGuideLinks(siteData),
    { title: 'データの確認', url: urls.check() },
    { title: '更新のフィード（Atom）', url: feed },
  ];
  const findHeading = (url: string) => listKeys(headings).find((heading) => headings[heading]?.includes(url));
  const byHeading = Map.groupBy(links, ({ url }) => findHeading(url) ?? 'サイトについて');
  return listKeys(headings).map((heading) => ({ heading, links: byHeading.get(heading) ?? [] }));
});
