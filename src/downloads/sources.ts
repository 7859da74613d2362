import { formatCount } from '../draw/number.ts';
import type { SourceCitation } from '../model/id.ts';
import { mergeCitations, formatSource } from '../portal/cite.ts';
import type { SiteData } from '../portal/portal.ts';

/** As many sources are named; of more it is told how many they are, and where they are listed. */
const NAMED = 20;

/** What a page was made from, in words: each document, with all places in it; of a great many, their number and their list. */
export function formatSourceList(portal: SiteData, sources: readonly SourceCitation[]): string[] {
  const { urls } = portal;
  const documents = mergeCitations(sources);
  if (documents.length > NAMED)
    return [
      `${formatCount(documents.length)}の資料（一覧 ${urls.absolute(urls.withBase('/data/sources/'))}）`,
    ];
  return documents.map((one) => formatSource(portal, one));
}
