import { createHash } from 'node:crypto';
import { buildOpenData } from '../../src/open-data/build-open-data.ts';
import { openSiteData } from '../../src/site-data/open-site-data.ts';
import { EXAMPLE_SITE } from './example-site.ts';

/*
 * Prints the checksum of every file that the example site offers for download: a process of its own, because the time
 * zone of a process is set when it starts.
 */
for (const { path, body } of await buildOpenData(openSiteData({ root: EXAMPLE_SITE })))
  console.log(createHash('sha256').update(body).digest('hex'), path);
