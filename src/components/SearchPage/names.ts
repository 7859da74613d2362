import type { Portal } from '../../portal/portal.ts';
import type { DocumentKind } from '../../search/documents.ts';

/** What each kind of document is called, in the order in which kinds are listed. */
export const documentKinds: Readonly<Record<DocumentKind, string>> = {
  node: '計画の項目',
  indicator: '指標',
  term: '用語',
  zone: '地域',
  chapter: '計画の文章',
  dataset: 'データ',
  guide: 'サイトの案内',
};

/** The names by which the script tells where a result stands, as text that can stand in a page. */
export function namesAsText({ plans, municipalities }: Portal): string {
  const names = {
    kind: documentKinds,
    city: Object.fromEntries(municipalities.map(({ id, title }) => [id, title])),
    plan: Object.fromEntries(plans.map(({ id, shortTitle }) => [id, shortTitle])),
  };
  return JSON.stringify(names).replaceAll('<', '\\u003c');
}
