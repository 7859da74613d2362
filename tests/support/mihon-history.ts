import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLE_SITE } from './example-site.ts';

/** The dates of the releases of 見本市; the last one is of the present data. */
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

/** Removes the results of these fiscal years and later ones. */
function removeResults(root: string, years: RegExp): void {
  for (const path of globSync('data/plans/*/observations.csv', { cwd: root })) {
    const file = join(root, path);
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, lines.filter((line) => !years.test(line.split(',')[1] ?? '')).join('\n'));
  }
}

const KURASHI = 'data/plans/mihon-kurashi';
const SOGO = 'data/plans/mihon-sogo';

/** Makes the present data those of October 2025. */
function returnTo2025(root: string): void {
  for (const part of ['content', 'data']) rmSync(join(root, part, 'plans/mihon-midori'), { recursive: true });
  const minato = 'content/plans/mihon-minato/index.mdx';
  editFile(root, minato, 'state: 終了', 'state: 実施中');
  editFile(root, minato, 'stateWebsite: https://mihon-city.example/owari\nstateChecked: 2026-11-21\n', '');
  editFile(root, 'data/municipalities/mihon/zones.csv', '海の地区,うみのちく', '浜の地区,はまのちく');
  editFile(root, `${KURASHI}/observations.csv`, 'shops,令和6年度,195店', 'shops,令和6年度,205店');
  editFile(root, `${SOGO}/observations.csv`, '令和6年度末,15.2千人,,,', '令和6年度末,15.1千人,,速報,');
  editFile(root, `${SOGO}/targets.csv`, 'wait-time,18分以下', 'wait-time,16分以下');
  editFile(
    root,
    `${KURASHI}/tree.csv`,
    '車がなくても出かけられるように、バスを走らせます。',
    'バスで出かけられるようにします。',
  );
  removeResults(root, /^令和[78]/);
  const changes = join(root, 'data/changes.csv');
  const lines = readFileSync(changes, 'utf8').split('\n');
  writeFileSync(changes, lines.filter((line) => !line.startsWith('2026')).join('\n'));
}

/** Makes the data of October 2025 those of October 2024. */
function returnTo2024(root: string): void {
  editFile(root, `${KURASHI}/indicators.csv`, '令和4年度,150千人', '令和4年度,180千人');
  editFile(root, `${SOGO}/indicators.csv`, '平成33年度,終了', '平成33年度,継続');
  removeResults(root, /^令和6/);
  rmSync(join(root, 'data/changes.csv'));
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
