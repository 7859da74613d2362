import { openPortal } from '../../portal/open.ts';
import { documents } from '../../search/documents.ts';
import { PROJECT } from '../options.ts';
import { generateDocuments } from './documents.ts';
import { makeQueries } from './queries.ts';
import { measureOurs } from './search-ours.ts';
import { measurePagefind } from './search-pagefind.ts';

/*
 * One measurement in a process of its own, so that none profits or suffers from another: `search-one.ts ours 10000` or
 * `search-one.ts pagefind 10000`. Prints what it took as JSON.
 */
const [what, count = ''] = process.argv.slice(2);
const texts = documents(openPortal({ root: PROJECT })).map(({ title, text }) => `${title}\n${text}`);
const generated = generateDocuments(texts, Number(count));
const measure = what === 'pagefind' ? measurePagefind : measureOurs;
const taken = await measure(generated, () => makeQueries(generated));
process.stdout.write(JSON.stringify(taken));
