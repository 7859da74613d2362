import { getContactPoint } from '../metadata/table-facts.ts';
import type { SiteData } from '../../site-data/site-data.ts';
import { createApiPaths } from './openapi-paths.ts';
import { createApiSchemas } from './openapi-schemas.ts';

/** The version of the API. It does not depend on the data. */
const VERSION = '1.0.0';

/** Returns the introduction of the description. */
function createIntroduction({ site, version, updated }: SiteData): string {
  const day = updated === null ? '' : `（${updated} 更新）`;
  return [
    `${site.name}のデータを、決まったアドレスのJSONファイルで読めます。登録も鍵もいりません。`,
    `この説明はデータの版 ${version}${day} から作りました。例は、どれもこの版の実際の応答です（長い一覧ははじめの2件だけを示します）。`,
    'わからない数は null です。キーがなくなることはありません。',
    'v1 の中では、アドレス、キーの名前と意味を変えません。キーが増えることはあります。変えなければならないときは v2 をつくり、v1 も1年のあいだ残します。',
    ...(site.fictional ? ['このサイトの内容は、すべて架空です。'] : []),
  ].join('\n\n');
}

/**
 * Returns the description of the static API as an OpenAPI 3.1 document. Its paths begin at the root of the site, and its
 * server is the base path, so it is valid under any base.
 */
export function createOpenApiDocument(siteData: SiteData) {
  const { site, urls, version, updated } = siteData;
  const contact = getContactPoint(siteData);
  const developers = siteData.guides.find(({ slug }) => slug === 'developers');
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: `${site.name} API`,
      version: VERSION,
      summary: site.description,
      description: createIntroduction(siteData),
      contact: {
        name: site.publisher,
        ...(contact?.kind === 'mailbox' ? { email: contact.text } : {}),
        ...(contact?.kind === 'page' ? { url: contact.text } : {}),
      },
      license: { name: site.licence.name, url: site.licence.url },
      'x-data-version': version,
      'x-data-updated': updated,
    },
    servers: [{ url: urls.withBase('/').replace(/(.)\/$/, '$1') }],
    ...(developers ? { externalDocs: { description: developers.title, url: urls.absolute(developers.url) } } : {}),
    // Anybody can read everything.
    security: [],
    tags: [
      { name: 'lists', description: '記録の一覧' },
      { name: 'single', description: '1つの計画、指標、統計、市区町村のくわしい記録' },
      { name: 'tables', description: '公開している表の、型のついた行' },
    ],
    paths: createApiPaths(siteData),
    components: { schemas: createApiSchemas() },
  };
}
