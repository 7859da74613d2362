import { createHash } from 'node:crypto';
import { buildOpenData } from '../../src/downloads/files.ts';
import { openSiteData } from '../../src/portal/open.ts';
import { EXAMPLE_SITE } from './example.ts';

/*
 * Prints the checksum of every file that the example site offers for download: a process of its own, because the time
 * zone of a process is set when it starts.
 */
for (const { path, body } of await buildOpenData(openSiteData({ root: EXAMPLE_SITE })))
  console.log(createHash('sha256').update(body).digest('hex'), path);
