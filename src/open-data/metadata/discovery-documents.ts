import type { SiteData } from '../../site-data/site-data.ts';
import { isNationwide } from '../../site-data/site-size.ts';
import { formatJsonDocument } from '../published-file.ts';
import { publishedTables } from '../tables/published-tables.ts';
import { describeRights, getAbsoluteUrl, getGuideUrl, getLicenceUrl } from './table-facts.ts';

/** Returns a line of Markdown. Plain brackets in a title would end the link, and a line break would end the line. */
const formatLink = (title: string, url: string, description: string) =>
  `- [${title.replace(/[[\]\\]/g, '\\$&')}](${url}): ${description}`.replace(/\s+/g, ' ');

/** Returns `/llms.txt`, a text for language models: the files of data, common confusions, and how to cite. */
export function createLlmsText(siteData: SiteData): string {
  const { site, version, updated } = siteData;
  // A model can't read a list of so many plans.
  const isLong = isNationwide(siteData);
  const at = (path: string) => getAbsoluteUrl(siteData, path);
  const parts = [
    [`# ${site.name}`, `> ${site.description}`],
    [
      ...(site.fictional ? ['- このサイトの内容はすべて架空です。'] : []),
      '- 要約はこのサイトが書いたもので、計画の文章ではありません。計画の言葉を引くときは、出典にある計画そのものを見てください。',
      '- 進み具合の評価は、共通の方法で計算したものです。計画にある評価ではありません。方法のちがう評価をくらべたり、市区町村を順位づけたりするためのものではありません。',
      '- わからない値は空（JSON では null か空の文字）です。0ではありません。統計の値が空のときは、わからないのではなく、算定なしです（state が not-calculated）。',
      `- データの版は ${version} です${updated === null ? '' : `（${updated} 更新）`}。引用するときは、この版とページのアドレスを書いてください。`,
      `- ライセンスは${site.licence.name}（${site.licence.url}）です。${describeRights(siteData)}`,
    ],
    [
      '## データ',
      formatLink('表の一覧', at('/data/'), 'すべての表（CSV、Excel、JSON、Parquet）とコード表（CSV、JSON）'),
      formatLink('catalog.jsonld', at('/data/catalog.jsonld'), 'DCATの目録'),
      formatLink('datapackage.json', at('/data/datapackage.json'), '列、単位、キーの説明（Data Package）'),
      formatLink('all.zip', at('/data/all.zip'), 'すべての表とコード表'),
      formatLink('API', at('/api/v1/index.json'), 'JSON の一覧'),
      formatLink('openapi.json', at('/api/openapi.json'), 'API のすべてのアドレスと、応答の形（OpenAPI、JSON Schema）'),
    ],
    [
      '## 表',
      ...publishedTables.map(({ id, title, description }) => formatLink(title, at(`/data/${id}.csv`), description)),
    ],
    [
      '## 計画',
      ...(isLong ? [formatLink('計画の一覧', at('/api/v1/plans.json'), 'IDと名称（JSON）')] : []),
      ...(isLong ? [] : siteData.plans).map(({ id, title, municipality }) =>
        formatLink(
          `${siteData.nameMunicipality(municipality)}「${title}」`,
          at(`/api/v1/plans/${id}.json`),
          '計画の項目の木（JSON）',
        ),
      ),
    ],
    [
      '## 説明',
      ...siteData.guides.map(({ title, url, description }) =>
        formatLink(title, siteData.urls.absolute(url), description),
      ),
    ],
  ];
  return `${parts
    .filter((part) => part.length > 1)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

/** Returns `/.well-known/api-catalog` (RFC 9727): links (RFC 9264) to the API and its descriptions. */
export function createApiCatalog(siteData: SiteData): string {
  const at = (path: string) => getAbsoluteUrl(siteData, path);
  return formatJsonDocument({
    linkset: [
      { anchor: at('/.well-known/api-catalog'), item: [{ href: at('/api/v1/index.json') }] },
      {
        anchor: at('/api/v1/index.json'),
        'service-desc': [{ href: at('/api/openapi.json'), type: 'application/json' }],
        'service-doc': [{ href: getGuideUrl(siteData, 'developers'), type: 'text/html', hreflang: ['ja'] }],
        'service-meta': [{ href: at('/data/catalog.jsonld'), type: 'application/ld+json' }],
        license: [{ href: getLicenceUrl(siteData) }],
      },
    ],
  });
}

/** Returns `/.well-known/security.txt` (RFC 9116): where to report a vulnerability; null without such a setting. */
export function createSecurityText({ site: { security } }: SiteData): string | null {
  // The last day ends in Japan.
  return security ? `Contact: ${security.contact}\nExpires: ${security.expires}T23:59:59+09:00\n` : null;
}
