import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { styleText } from 'node:util';
import { findTableByHeadings } from '../open-data/quality-report.ts';
import { judgeReadability } from '../readability/judge-readability.ts';
import { printJudgements, printJudgementsJson } from '../readability/print-judgements.ts';
import { listBaseFolders } from './resolve-paths.ts';
import { UsageError, type CommandStreams } from './command-runner.ts';

/** Reads a file by its path from the site's root or from the working folder. */
function readNamedFile(root: string, name: string): Uint8Array {
  const path = listBaseFolders(root)
    .map((folder) => resolve(folder, name))
    .find((candidate) => statSync(candidate, { throwIfNoEntry: false }));
  if (path === undefined) throw new UsageError(`「${name}」というファイルはありません。`);
  if (!statSync(path).isFile())
    throw new UsageError(`「${name}」はフォルダです。--rules では、CSV か Excel のファイルを1つずつ書いてください。`);
  return readFileSync(path);
}

/**
 * `npm run check -- --rules`: judges files by the thirty official rules, prints the judgements, and returns the exit
 * code: 1 if a file breaks a rule. A file with the headings of a published table is judged with that table's schema.
 * @throws UsageError for a name that is no file, and for an unknown format
 */
export async function reportReadability(
  root: string,
  names: readonly string[],
  format: string,
  stdout: CommandStreams['stdout'],
): Promise<number> {
  if (format !== 'text' && format !== 'json')
    throw new UsageError(`--rules では、--format の「${format}」は使えません。text か json にしてください。`);
  if (names.length === 0)
    throw new UsageError('--rules のあとに、調べるファイル（CSV か Excel ブック）を書いてください。');
  const files = await Promise.all(
    names.map(async (name) => ({
      file: name,
      judgements: await judgeReadability(readNamedFile(root, name), findTableByHeadings),
    })),
  );
  stdout.write(
    format === 'json'
      ? printJudgementsJson(files)
      : printJudgements(files, (style, text) => styleText(style, text, { stream: stdout })),
  );
  return files.some(({ judgements }) => judgements.some(({ verdict }) => verdict === 'failed')) ? 1 : 0;
}
