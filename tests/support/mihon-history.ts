import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLE_SITE } from './example-site.ts';

/** The dates of the releases of 見本市. Its data have not changed since the last one. */
export const MIHON_DATES = ['2024-10-01', '2025-10-01', '2026-11-20'] as const;

/** Replaces a text in a file, which must contain it once. */
function editFile(root: string, path: string, from: string, to: string): void {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`「${from}」 is not exactly once in ${path}`);
  writeFileSync(
    file,
    text.replace(from, () => to),
  );
}

/** Rewrites the lines of the CSV files of a pattern; those for which `change` returns null go. */
function editLines(root: string, pattern: string, change: (line: string) => string | null): void {
  for (const path of globSync(pattern, { cwd: root })) {
    const lines = readFileSync(join(root, path), 'utf8').split('\n');
    writeFileSync(join(root, path), lines.flatMap((line) => change(line) ?? []).join('\n'));
  }
}

/** Removes a document that was not issued yet, and all results, targets and notices that were read from it. */
const removeSource = (root: string, id: string): void => {
  editLines(root, 'data/**/*.csv', (line) => (line.split(/[,;]/).includes(id) ? null : line));
};

const KURASHI = 'data/plans/mihon-kurashi';
const SOGO = 'data/plans/mihon-sogo';
const MINATO = 'content/plans/mihon-minato/index.mdx';

/** Makes the present data those of October 2025. */
function returnTo2025(root: string): void {
  for (const part of ['content', 'data']) rmSync(join(root, part, 'plans/mihon-midori'), { recursive: true });
  const ended = '市が、令和7年度に計画を終えたと公表した、という想定です。';
  const website = 'stateWebsite: https://mihon-city.example/owari\nstateChecked: 2026-11-20\n';
  editFile(root, MINATO, 'state: 終了', 'state: 実施中');
  editFile(root, MINATO, `${ended}\n${website}`, '計画の期間は令和9年度までです。\n');
  editFile(root, 'data/municipalities/mihon/zones.csv', '海の地区,うみのちく', '浜の地区,はまのちく');
  const [shops, followers] = ['195店,,,,,架空の数値です。,mihon-kekka,', '15.2千人,,,,A,架空の数値です。,mihon-kekka,'];
  editFile(root, `${KURASHI}/observations.csv`, shops, '205店,,,,,架空の数値です。,mihon-kekka-r6,');
  editFile(root, `${SOGO}/observations.csv`, followers, '15.1千人,,速報,,A,架空の数値です。,mihon-kekka-r6,');
  editFile(
    root,
    `${KURASHI}/tree.csv`,
    '車がなくても出かけられるように、バスを走らせます。',
    'バスで出かけられるようにします。',
  );
  for (const source of ['mihon-kekka', 'mihon-midori']) removeSource(root, source);
  // The notes say what the results of 2026 show.
  editLines(root, 'data/plans/*/indicators.csv', (line) => line.replace(/(?<=架空の数値です。)[^,]+/, ''));
  editLines(root, 'data/sources.csv', (line) => line.replace(',2026-11-20,', ',2025-10-01,'));
}

/** Makes the data of October 2025 those of October 2024. */
function returnTo2024(root: string): void {
  editFile(root, `${SOGO}/indicators.csv`, '平成33年度,終了', '平成33年度,継続');
  editFile(root, `${SOGO}/observations.csv`, '48か所,,,,F', '48か所,,,,');
  editFile(root, `${SOGO}/indicators.csv`, '定義変更', '継続');
  removeSource(root, 'mihon-kekka-r6');
  editLines(root, 'data/sources.csv', (line) => line.replace(',2025-10-01,', ',2024-10-01,'));
}

/** Puts the data that 見本市 had at a date into a folder, and keeps the releases in it. */
export function writeMihonAt(root: string, date: (typeof MIHON_DATES)[number]): void {
  for (const part of ['content', 'data/plans', 'data/municipalities'])
    rmSync(join(root, part), { recursive: true, force: true });
  cpSync(EXAMPLE_SITE, root, {
    recursive: true,
    filter: (path) => !path.startsWith(join(EXAMPLE_SITE, 'data/releases')),
  });
  if (date < MIHON_DATES[2]) returnTo2025(root);
  if (date < MIHON_DATES[1]) returnTo2024(root);
}
