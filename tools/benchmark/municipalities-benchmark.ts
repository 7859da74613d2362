import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { PROJECT_FOLDER } from '../../src/cli/site-options.ts';
import { measureProcess, findMedian } from './measure-process.ts';
import { createFictionalTowns } from './fictional-towns.ts';

const Taken = z.object({ plans: z.number(), nodes: z.number(), seconds: z.number(), megabytes: z.number() });

/** How many of the heaviest pages are told. */
const TOLD = 12;

/** A page as it goes over the line, in bytes: as it is, and packed by gzip. */
interface Weight {
  readonly page: string;
  readonly bytes: number;
  readonly packed: number;
}

function weigh(out: string): Weight[] {
  return globSync('**/*.html', { cwd: out }).map((page) => {
    const text = readFileSync(join(out, page));
    return { page: `/${page.replaceAll('\\', '/')}`, bytes: text.length, packed: gzipSync(text).length };
  });
}

const kib = (bytes: number) => (bytes / 1024).toFixed(1).padStart(9);

/**
 * Builds a site of many municipalities: those of the site, and made-up ones, each with a copy of one of its plans.
 * @param count how many municipalities are added
 * @returns what the build took and what the heaviest pages weigh, without the styles that all pages share
 */
export function benchmarkMunicipalities(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-municipalities-'));
  try {
    const [root, out] = [join(folder, 'root'), join(folder, 'dist')];
    createFictionalTowns(PROJECT_FOLDER, root, count);
    const { plans, nodes, seconds, megabytes } = measureProcess('municipalities-process.ts', [root, out], Taken);
    const weights = weigh(out).sort((a, b) => b.packed - a.packed);
    const middle = findMedian(weights.map(({ packed }) => packed));
    return [
      `${plans} plans, ${nodes} nodes: built in ${seconds.toFixed(0)} s of processor time with ${megabytes.toFixed(0)} MB`,
      `${weights.length} pages; the middle one ${kib(middle).trim()} KiB packed by gzip. The heaviest:`,
      '',
      '     KiB     gzip',
      ...weights
        .slice(0, TOLD)
        .map(({ page, bytes, packed }) => `${kib(bytes)}${kib(packed)}  ${page.replace(/index\.html$/, '')}`),
      '',
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
