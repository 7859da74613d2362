import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { computeCheckDigit, prefectureNames } from '../../src/model/municipality.ts';

type Row = Readonly<Record<string, string>>;

const read = (file: string) => readFileSync(file, 'utf8').replace(/^\ufeff/, '');

/** The rows of a CSV file, by its headings. */
function rowsOf(file: string): { headings: string[]; rows: Row[] } {
  const { data, meta } = Papa.parse<Row>(read(file), { header: true, skipEmptyLines: true });
  return { headings: meta.fields ?? [], rows: data };
}

/** Rows of a shared file that belong to a city, and how they read for a town. */
function copyRows(file: string, towns: readonly Town[], copy: (row: Row, town: Town) => Row | null): void {
  const { headings, rows } = rowsOf(file);
  const further = towns.flatMap((town) => rows.map((row) => copy(row, town)).filter((row) => row !== null));
  const cells = [...rows, ...further].map((row) => headings.map((heading) => row[heading] ?? ''));
  writeFileSync(file, `${Papa.unparse([headings, ...cells], { newline: '\n' })}\n`);
}

/** A town that does not exist, and the plan of which it has a copy under a name of its own. */
interface Town {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  readonly prefecture: string;
  readonly plan: string;
  readonly like: { readonly plan: string; readonly municipality: string };
}

const MUNICIPALITY = /^municipality: *(.+)$/m;

/** The towns, spread over the prefectures in turn; their codes are of numbers that no municipality has. */
function inventTowns(count: number, plans: readonly Town['like'][]): Town[] {
  const all = [...prefectureNames];
  return Array.from({ length: count }, (_, at): Town => {
    const [digits, prefecture] = all[at % all.length] ?? ['', ''];
    const five = `${digits}${900 + Math.floor(at / all.length)}`;
    const like = plans[at % plans.length];
    if (!like) throw new Error('there is no plan to copy');
    const id = `kakuu-${at + 1}`;
    return {
      id,
      title: `架空${at + 1}町`,
      code: `${five}${computeCheckDigit(five)}`,
      prefecture,
      plan: `${id}-keikaku`,
      like,
    };
  });
}

/**
 * Makes a root with many municipalities: a copy of a site's files, and towns that do not exist, each with a copy of
 * one of its plans.
 * @param from the root whose plans are copied
 * @param to the folder to make; what stood there goes
 * @param count how many towns are added, at most 100 for each prefecture
 */
export function createFictionalTowns(from: string, to: string, count: number): void {
  rmSync(to, { recursive: true, force: true });
  for (const name of ['site.config.json', 'content', 'data'])
    cpSync(join(from, name), join(to, name), { recursive: true });
  const plans = globSync('content/plans/*/index.mdx', { cwd: from })
    .sort()
    .map((file) => {
      const municipality = MUNICIPALITY.exec(read(join(from, file)))?.[1]?.trim() ?? '';
      return { plan: dirname(file).split(/[\\/]/).at(-1) ?? '', municipality };
    });
  const towns = inventTowns(count, plans);
  for (const town of towns) {
    const { like, plan, id } = town;
    for (const file of globSync(`{content,data}/plans/${like.plan}/**/*.{mdx,csv}`, { cwd: from })) {
      const text = read(join(from, file))
        .replaceAll(like.plan, plan)
        .replaceAll(`${like.municipality}-`, `${id}-`)
        .replace(MUNICIPALITY, `municipality: ${id}`);
      const place = join(to, file.replace(like.plan, plan));
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, text);
    }
  }
  const at = (name: string) => join(to, 'data', `${name}.csv`);
  copyRows(at('municipalities'), towns, (row, { id, title, code, prefecture, like }) =>
    row['市区町村ID'] === like.municipality
      ? { 団体コード: code, 市区町村ID: id, 名称: title, 都道府県: prefecture, 出典ID: row['出典ID'] ?? '' }
      : null,
  );
  copyRows(at('sources'), towns, (row, { id, plan, title, like }) =>
    row['出典ID'] === like.plan ? { ...row, 出典ID: plan, 市区町村ID: id, 発行者: title } : null,
  );
  copyRows(at('departments'), towns, (row, { id, like }) =>
    row['市区町村ID'] === like.municipality
      ? { ...row, 部署ID: (row['部署ID'] ?? '').replace(like.municipality, id), 市区町村ID: id }
      : null,
  );
}
