import { openSiteData } from '../../portal/open.ts';
import { listSearchDocuments } from '../../search/documents.ts';
import { PROJECT_FOLDER } from '../options.ts';
import { generateDocuments } from './documents.ts';
import { generateQueries } from './queries.ts';
import { measureOwnIndex } from './search-ours.ts';
import { measurePagefind } from './search-pagefind.ts';

/*
 * One measurement in a process of its own, so that none profits or suffers from another: `search-one.ts ours 10000` or
 * `search-one.ts pagefind 10000`. Prints what it took as JSON.
 */
const [what, count = ''] = process.argv.slice(2);
const texts = listSearchDocuments(openSiteData({ root: PROJECT_FOLDER })).map(
  ({ title, text }) => `${title}\n${text}`,
);
const generated = generateDocuments(texts, Number(count));
const measure = what === 'pagefind' ? measurePagefind : measureOwnIndex;
const taken = await measure(generated, () => generateQueries(generated));
process.stdout.write(JSON.stringify(taken));
