import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addPrintedUnit } from '../../src/notation/printed-unit.ts';
import { getBuiltSite, listPageFiles, readMainPart, readSiteFile } from './support/built-site.ts';
import { readText } from './support/page-html.ts';

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const FileRows = z.array(z.record(z.string(), Cell));

/** Returns the text of some HTML without its notes in small letters. */
const readWithoutNotes = (html: string) => readText(html.replace(/<small[\s\S]*?<\/small>/g, ''));

/** Returns a cell as all formats write it. */
const toText = (value: z.infer<typeof Cell> | undefined) => String(value ?? '');

describe.each(['root', 'mihon'] as const)('the files of figures on the site “%s”', (name) => {
  const site = getBuiltSite(name);
  const pages = listPageFiles(site).flatMap((file) => {
    const main = readMainPart(site, file);
    const links = main.matchAll(/href="([^"]*\/data\/(?:indicators|plans|themes|cities|zones|compare)\/[^"]+)\.json"/g);
    const paths = [...links].map(([, path = '']) => path.slice(site.base.length));
    const rows = paths.flatMap((path) => FileRows.parse(JSON.parse(readSiteFile(site, `${path}.json`))));
    return paths.length > 0 ? [{ file, main, paths, rows }] : [];
  });
  const listPages = (pattern: RegExp) => pages.filter(({ file }) => pattern.test(file));

  test('are offered by pages of every kind', () => {
    const kinds = new Set(pages.map(({ file }) => file.split('/')[0]));
    expect([...kinds].sort()).toEqual([
      'cities',
      'compare',
      'indicators',
      'plans',
      'themes',
      ...(pages.some(({ file }) => file.startsWith('zones')) ? ['zones'] : []),
    ]);
  });

  test('contain the same rows in CSV, Excel and JSON', async () => {
    for (const { paths } of pages.filter((_, index) => index % 5 === 0))
      for (const path of paths) {
        const rows = FileRows.parse(JSON.parse(readSiteFile(site, `${path}.json`))).map((row) =>
          Object.values(row).map(toText),
        );
        const csv = Papa.parse<string[]>(readSiteFile(site, `${path}.csv`).replace(/^\ufeff/, ''), {
          skipEmptyLines: true,
        });
        expect(csv.data.slice(1), path).toEqual(rows);
        const [sheet] = await readXlsxFile(readFileSync(join(site.dist, `${path}.xlsx`)));
        expect(
          (sheet?.data ?? []).slice(1).map((row) =>
            z
              .array(Cell)
              .parse(row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)))
              .map(toText),
          ),
          path,
        ).toEqual(rows);
      }
  });

  test('of an indicator contain every value of its page, with its role and time', () => {
    for (const { file, main, rows } of listPages(/^indicators\//)) {
      const shown = [...main.matchAll(/<th scope="row">(.*?)<\/th><th[^>]*>(.*?)<\/th><td class="num">(.*?)<\/td>/g)];
      const values = shown.map((cells) => cells.slice(1).map(readWithoutNotes));
      const known = rows.map(({ role, period, text, unit }) =>
        [
          role,
          toText(period) || '記載なし',
          addPrintedUnit(toText(text), toText(unit), role === '目標値' ? 'target' : 'value'),
        ].map((cell) => toText(cell).replace(/\s+/g, '')),
      );
      expect(values.length, file).toBeGreaterThan(0);
      for (const [role = '', ...rest] of values)
        expect(known, file).toContainEqual([role.replace(/（.*/, ''), ...rest]);
    }
  });

  test('of a plan or a measure contain every item of its page', () => {
    for (const { file, main, rows } of listPages(/^plans\//)) {
      const words = readWithoutNotes(main);
      expect(rows.length, file).toBeGreaterThan(0);
      for (const { title } of rows) expect(words, file).toContain(toText(title).replace(/\s+/g, ''));
    }
  });

  test('of a theme contain as many actions as its page counts', () => {
    for (const { file, main, rows } of listPages(/^themes\/[^/]+\/index/)) {
      const total = /(\d+)つ?の取組があります/.exec(readWithoutNotes(main))?.[1] ?? 0;
      expect(rows.filter(({ kind }) => kind === 'action').length, file).toBe(Number(total));
    }
  });

  test('of a city contain as many items of each level as its page counts', () => {
    for (const { file, main, rows } of listPages(/^cities\//)) {
      const printed = [...main.matchAll(/のせた部分に、([^<]*)/g)].flatMap(([, counts = '']) => [
        ...counts.matchAll(/([^、。]+?)(\d+)件/g),
      ]);
      expect(printed.length, file).toBeGreaterThan(0);
      for (const [, level] of printed.filter(([, one]) => one !== '指標')) {
        const total = printed.filter((one) => one[1] === level).reduce((sum, [, , count]) => sum + Number(count), 0);
        expect(rows.filter((row) => row.level === level).length, `${file} ${level}`).toBe(total);
      }
    }
  });

  test('of a comparison contain every number of its table', () => {
    for (const { file, main, rows } of listPages(/^compare\//)) {
      const printed = [...main.matchAll(/<td>[\s\S]*?<\/td>/g)].map(([cell]) =>
        Number(/class="num">(\d+)</.exec(cell)?.[1] ?? 0),
      );
      const counted = rows.map(({ count }) => Number(count));
      const isSome = (count: number) => count > 0;
      if (!main.includes('<table')) {
        // A page without a table says that one municipality alone has such items.
        const owners = rows.filter(({ count }) => isSome(Number(count))).map(({ municipality }) => municipality);
        expect(new Set(owners).size, file).toBe(1);
        continue;
      }
      expect(printed.filter(isSome), file).toEqual(counted.filter(isSome));
    }
  });

  test('of zones contain every zone and value of the page', () => {
    for (const { file, main, rows } of listPages(/^zones\//)) {
      const cells = [...main.matchAll(/<td class="num">(.*?)<\/td>/g)].map(([, text = '']) => readWithoutNotes(text));
      const known = rows.flatMap((row) => Object.values(row).map(toText));
      const [list = ''] = /<dl class="definitions"[\s\S]*?<\/dl>/.exec(main) ?? [];
      const titles = [...list.matchAll(/<dt>\s*([^<]*?)\s*</g)].map(([, title = '']) => title);
      expect(titles.length, file).toBeGreaterThan(0);
      expect(
        [...titles, ...cells].filter((text) => !known.includes(text)),
        file,
      ).toEqual([]);
    }
  });
});
