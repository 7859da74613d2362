import type { Portal } from '../portal/portal.ts';
import { buildIndex, type File } from './build/build.ts';
import { documents } from './documents.ts';
import { everyday } from './everyday.ts';

/** The index of a site: its documents, the other names of its terms, and the words of its topics. */
export function indexOf(portal: Portal): Iterable<File> {
  const { terms, topics, version } = portal;
  return buildIndex(documents(portal), {
    version,
    kin: {
      spellings: terms.map(({ title, aliases, reading }) => [title, ...aliases, reading]),
      everyday,
      topics: topics.map(({ title, words }) => [title, ...words]),
    },
    names: new Map(terms.map(({ id, aliases, reading }) => [id, [...aliases, reading]])),
  });
}
