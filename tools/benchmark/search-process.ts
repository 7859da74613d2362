import { openSiteData } from '../../src/site-data/open-site-data.ts';
import { listSiteDocuments } from '../../src/open-data/api/api-index.ts';
import { PROJECT_FOLDER } from '../../src/cli/site-options.ts';
import { generateDocuments, generateQueries } from './generated-data.ts';
import { measureOwnIndex } from './measure-own-index.ts';
import { measurePagefind } from './measure-pagefind.ts';

/*
 * Measures one index and prints the result as JSON: `search-process.ts ours 10000` or `search-process.ts pagefind 10000`.
 */
const [engine, count = ''] = process.argv.slice(2);
const texts = listSiteDocuments(openSiteData({ root: PROJECT_FOLDER })).map(({ title, text }) => `${title}\n${text}`);
const documents = generateDocuments(texts, Number(count));
const measure = engine === 'pagefind' ? measurePagefind : measureOwnIndex;
const measurement = await measure(documents, () => generateQueries(documents));
process.stdout.write(JSON.stringify(measurement));
