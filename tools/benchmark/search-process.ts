import { openSiteData } from '../../src/site-data/open-site-data.ts';
import { listSiteDocuments } from '../../src/api/api-index.ts';
import { PROJECT_FOLDER } from '../../src/cli/site-options.ts';
import { generateDocuments, generateQueries } from './generated-data.ts';
import { measureOwnIndex } from './measure-own-index.ts';
import { measurePagefind } from './measure-pagefind.ts';

/*
 * One measurement in a process of its own, so that none profits or suffers from another: `search-one.ts ours 10000` or
 * `search-one.ts pagefind 10000`. Prints what it took as JSON.
 */
const [what, count = ''] = process.argv.slice(2);
const texts = listSiteDocuments(openSiteData({ root: PROJECT_FOLDER })).map(({ title, text }) => `${title}\n${text}`);
const generated = generateDocuments(texts, Number(count));
const measure = what === 'pagefind' ? measurePagefind : measureOwnIndex;
const taken = await measure(generated, () => generateQueries(generated));
process.stdout.write(JSON.stringify(taken));
