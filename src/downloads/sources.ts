import { printCount } from '../draw/number.ts';
import type { Citation } from '../model/id.ts';
import { byDocument, sourceWords } from '../portal/cite.ts';
import type { Portal } from '../portal/portal.ts';

/** As many sources are named; of more it is told how many they are, and where they are listed. */
const NAMED = 20;

/** What a page was made from, in words: each document, with all places in it; of a great many, their number and their list. */
export function sourcesInWords(portal: Portal, sources: readonly Citation[]): string[] {
  const { address } = portal;
  const documents = byDocument(sources);
  if (documents.length > NAMED)
    return [`${printCount(documents.length)}の資料（一覧 ${address.whole(address.at('/data/sources/'))}）`];
  return documents.map((one) => sourceWords(portal, one));
}
