import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../src/cli/command-runner.ts';
import { isBuiltSite } from '../../src/cli/output-folder.ts';

/** The result of checking published documents against a standard. */
export interface StandardCheck {
  readonly title: string;
  /** The counts of the checked parts. */
  readonly summary: string;
  /** Violations of the standard. */
  readonly faults: readonly string[];
  /** Known warnings that are not faults. */
  readonly remarks: readonly string[];
}

/** Runs a check. An error means that a document is unreadable, and counts as a fault. */
export async function runStandardCheck(
  title: string,
  check: () => StandardCheck | Promise<StandardCheck>,
): Promise<StandardCheck> {
  try {
    return await check();
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return { title, summary: '読めません', faults: [fault], remarks: [] };
  }
}

const MAX_FAULTS = 20;

/** Formats a check: a line with the result, then the faults and remarks. */
export function formatStandardCheck({ title, summary, faults, remarks }: StandardCheck): string {
  const more = faults.length > MAX_FAULTS ? [`ほか ${faults.length - MAX_FAULTS} 件`] : [];
  const lines = [...faults.slice(0, MAX_FAULTS), ...more].map((fault) => `    まちがい：${fault}`);
  return [
    `${faults.length === 0 ? '✓' : '✗'} ${title}：${summary}`,
    ...lines,
    ...remarks.map((remark) => `    ${remark}`),
    '',
  ].join('\n');
}

/** Reads the text of a file of the site or of the schemas. */
export type TextReader = (path: string) => string;

/** The paths of the official files in the folder of `--schemas`. */
export const OFFICIAL_FILES = {
  dataPackage: 'datapackage-2.0/datapackage.json',
  shapes: 'dcat-ap-3.0.1/shapes.ttl',
  recommended: 'dcat-ap-3.0.1/shapes_recommended.ttl',
  range: 'dcat-ap-3.0.1/range.ttl',
  csvw: 'csvw/csvw.jsonld',
} as const;

/**
 * Opens the folder of official schemas.
 * @throws UsageError if the folder or one of the official files does not exist
 */
export function openSchemaFolder(folder: string | undefined): TextReader {
  if (folder === undefined)
    throw new UsageError(
      '--schemas に、公式のスキーマがあるフォルダを書いてください（docs/open-data.md に、何を置くかがあります）。',
    );
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`--schemas の「${folder}」というフォルダはありません。`);
  const missing = Object.values(OFFICIAL_FILES).filter((path) => !existsSync(join(folder, path)));
  if (missing.length > 0)
    throw new UsageError(
      `「${folder}」に ${missing.join('、')} がありません。公式の配布元から、同じ名前で置いてください。`,
    );
  return (path) => readFileSync(join(folder, path), 'utf8');
}

/**
 * Opens a built site.
 * @throws UsageError if the folder contains no built site
 */
export function openBuiltFolder(folder: string): TextReader {
  if (!isBuiltSite(folder))
    throw new UsageError(
      `「${folder}」に、つくったサイトがありません。先に npm run build を実行するか、--out で場所を示してください。`,
    );
  return (path) => readFileSync(join(folder, path), 'utf8');
}
