import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { styleText } from 'node:util';
import { findTableByHeadings } from '../open-data/quality-report.ts';
import { judgeReadability } from '../readability/judge-readability.ts';
import { printJudgements, printJudgementsJson, type FileJudgement } from '../readability/print-judgements.ts';
import { listBaseFolders } from './resolve-paths.ts';
import { UsageError } from './command-runner.ts';

const printers = {
  text: (judged) => printJudgements(judged, (style, text) => styleText(style, text, { stream: process.stdout })),
  json: printJudgementsJson,
} as const satisfies Record<string, (judged: readonly FileJudgement[]) => string>;

function isFormat(format: string): format is keyof typeof printers {
  return Object.hasOwn(printers, format);
}

/** The bytes of a file that is named from the site's root or from where the person stands. */
function bytesOf(root: string, name: string): Uint8Array {
  const path = listBaseFolders(root)
    .map((start) => resolve(start, name))
    .find((one) => statSync(one, { throwIfNoEntry: false }));
  if (path === undefined) throw new UsageError(`「${name}」というファイルはありません。`);
  if (!statSync(path).isFile())
    throw new UsageError(`「${name}」はフォルダです。--rules では、CSV か Excel のファイルを1つずつ書いてください。`);
  return readFileSync(path);
}

/**
 * `npm run check -- --rules`: holds the thirty official rules against files, prints what they say, and gives the exit
 * code 1 if one is not kept. A file with the headings of a table of this site is judged with that table's description.
 * @throws UsageError for a name that is no file, and for a format there is not
 */
export async function reportReadability(root: string, names: readonly string[], format: string): Promise<void> {
  if (!isFormat(format))
    throw new UsageError(`--rules では、--format の「${format}」は使えません。text か json にしてください。`);
  if (names.length === 0)
    throw new UsageError('--rules のあとに、調べるファイル（CSV か Excel ブック）を書いてください。');
  const judged = await Promise.all(
    names.map(async (name) => ({
      file: name,
      judgements: await judgeReadability(bytesOf(root, name), findTableByHeadings),
    })),
  );
  process.stdout.write(printers[format](judged));
  const failed = judged.some(({ judgements }) => judgements.some(({ verdict }) => verdict === 'failed'));
  process.exitCode = failed ? 1 : 0;
}
