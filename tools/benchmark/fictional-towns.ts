import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Papa from 'papaparse';
import { computeCheckDigit, prefectureNames } from '../../src/model/municipality.ts';

const STATISTIC_VALUES = 'statistic-values.csv';

type Row = Readonly<Record<string, string>>;

const readText = (file: string) => readFileSync(file, 'utf8').replace(/^\ufeff/, '');

function readRows(file: string): { headings: string[]; rows: Row[] } {
  const { data, meta } = Papa.parse<Row>(readText(file), { header: true, skipEmptyLines: true });
  return { headings: meta.fields ?? [], rows: data };
}

/** Appends rows to a table for each town: changed copies of the existing rows, without those that are null. */
function copyRows(file: string, towns: readonly Town[], copy: (row: Row, town: Town) => Row | null): void {
  const { headings, rows } = readRows(file);
  const townRows = towns.flatMap((town) => rows.map((row) => copy(row, town)).filter((row) => row !== null));
  const cells = [...rows, ...townRows].map((row) => headings.map((heading) => row[heading] ?? ''));
  writeFileSync(file, `${Papa.unparse([headings, ...cells], { newline: '\n' })}\n`);
}

/** A fictional town. Its plan is a copy of the original plan. */
interface Town {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  readonly prefecture: string;
  readonly plan: string;
  readonly original: { readonly plan: string; readonly municipality: string };
}

/** Returns a factor from 0.7 to 1.3 for a statistic of a town. It is the same every time. */
const chooseFactor = (town: number, statistic: string) =>
  0.7 + ((town * 7919 + statistic.length * 104_729) % 601) / 1000;

/**
 * Copies the statistics of a municipality, if it has any, to a town: all values of a statistic times the same factor.
 * @param root the site of both
 * @param number the number of the town, which decides its factors
 */
export function copyStatistics(root: string, original: string, town: string, number: number): void {
  const folder = join(root, 'data', 'municipalities');
  const file = join(folder, original, STATISTIC_VALUES);
  if (!existsSync(file)) return;
  const { headings, rows } = readRows(file);
  const scaled = rows.map((row) => {
    const text = row['値'] ?? '';
    const decimals = text.split('.')[1]?.length ?? 0;
    const value = (Number(text) * chooseFactor(number, row['統計ID'] ?? '')).toFixed(decimals);
    return headings.map((heading) =>
      heading === '値' && Number.isFinite(Number(text)) ? value : (row[heading] ?? ''),
    );
  });
  mkdirSync(join(folder, town), { recursive: true });
  writeFileSync(join(folder, town, STATISTIC_VALUES), `${Papa.unparse([headings, ...scaled], { newline: '\n' })}\n`);
}

const MUNICIPALITY = /^municipality: *(.+)$/m;

/** Creates towns in all prefectures in turn, with codes that no municipality has. */
function createTowns(count: number, plans: readonly Town['original'][]): Town[] {
  const prefectures = [...prefectureNames];
  return Array.from({ length: count }, (_, at): Town => {
    const [digits, prefecture] = prefectures[at % prefectures.length] ?? ['', ''];
    const five = `${digits}${700 + Math.floor(at / prefectures.length)}`;
    const original = plans[at % plans.length];
    if (!original) throw new Error('there is no plan to copy');
    const id = `kakuu-${at + 1}`;
    return {
      id,
      title: `架空${at + 1}町`,
      code: `${five}${computeCheckDigit(five)}`,
      prefecture,
      plan: `${id}-keikaku`,
      original,
    };
  });
}

/**
 * Creates a site with many municipalities: a copy of a site, and fictional towns with a copy of one of its plans each,
 * and with statistics.
 * @param from the root of the original site
 * @param to the new root, which is deleted first
 * @param count the number of towns, at most 100 for each prefecture
 * @param withPlans false for towns that have only statistics
 */
export function createFictionalTowns(from: string, to: string, count: number, withPlans = true): void {
  rmSync(to, { recursive: true, force: true });
  for (const name of ['site.config.json', 'content', 'data'])
    cpSync(join(from, name), join(to, name), { recursive: true });
  const plans = globSync('content/plans/*/index.mdx', { cwd: from })
    .sort()
    .map((file) => {
      const municipality = MUNICIPALITY.exec(readText(join(from, file)))?.[1]?.trim() ?? '';
      return { plan: dirname(file).split(/[\\/]/).at(-1) ?? '', municipality };
    });
  const towns = createTowns(count, plans);
  for (const [at, town] of towns.entries()) {
    const { original, plan, id } = town;
    copyStatistics(to, original.municipality, id, at);
    const files = withPlans ? globSync(`{content,data}/plans/${original.plan}/**/*.{mdx,csv}`, { cwd: from }) : [];
    for (const file of files) {
      const text = readText(join(from, file))
        .replaceAll(original.plan, plan)
        .replaceAll(`${original.municipality}-`, `${id}-`)
        .replace(MUNICIPALITY, `municipality: ${id}`);
      const path = join(to, file.replace(original.plan, plan));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
  const getTablePath = (name: string) => join(to, 'data', `${name}.csv`);
  copyRows(getTablePath('municipalities'), towns, (row, { id, title, code, prefecture, original }) =>
    row['市区町村ID'] === original.municipality
      ? { 団体コード: code, 市区町村ID: id, 名称: title, 都道府県: prefecture, 出典ID: row['出典ID'] ?? '' }
      : null,
  );
  if (!withPlans) return;
  const planIds = new Set(plans.map(({ plan }) => plan));
  copyRows(getTablePath('sources'), towns, (row, { id, plan, title, original }) => {
    const source = row['出典ID'] ?? '';
    const ofTown = source.startsWith(`${original.municipality}-`) && !planIds.has(source);
    if (source !== original.plan && !ofTown) return null;
    const ownId = ofTown ? source.replace(original.municipality, id) : plan;
    return { ...row, 出典ID: ownId, 市区町村ID: id, 発行者: title };
  });
  copyRows(getTablePath('departments'), towns, (row, { id, original }) =>
    row['市区町村ID'] === original.municipality
      ? { ...row, 部署ID: (row['部署ID'] ?? '').replace(original.municipality, id), 市区町村ID: id }
      : null,
  );
}

/** Adds two characters to the title of the first item of a plan. Returns the id of the plan and the new title. */
export function changeTitle(root: string): { readonly plan: string; readonly title: string } {
  const [path = ''] = globSync('data/plans/*/tree.csv', { cwd: root }).sort();
  const { headings, rows } = readRows(join(root, path));
  const title = `${rows[0]?.['名称'] ?? ''}改訂`;
  const data = rows.map((row, at) => (at === 0 ? { ...row, 名称: title } : row));
  writeFileSync(join(root, path), `${Papa.unparse({ fields: headings, data }, { newline: '\n' })}\n`);
  return { plan: basename(dirname(path)), title };
}
