import { createIssue, type Issue, type Location } from '../../diagnostics/diagnostic.ts';
import type { SiteFolder } from '../../input/site-folder.ts';
import { openArchive } from '../../input/xlsx/zip-archive.ts';
import { TEXT_PLACEHOLDER } from '../../model/chapter.ts';
import { foldText } from '../../model/japanese-text.ts';
import { removeSeparators } from '../../notation/decimal.ts';
import { isSameUnit } from '../../notation/number-and-unit.ts';
import { findPeriod } from '../../notation/period.ts';
import { findBracketedUnit, removeBracketedUnits } from '../../notation/printed-unit.ts';
import { changesTable, createEarlierIdLister } from '../../tables/changes.ts';
import { indicatorsTable } from '../../tables/indicators.ts';
import { observationsTable, readCertainty } from '../../tables/observations.ts';
import { targetsTable } from '../../tables/targets.ts';
import { treeTable } from '../../tables/tree.ts';
import { readTableFile } from '../../validation/parse-table.ts';
import type { SheetEntry } from './sheet-cells.ts';
import { FOOTNOTE, removeFootnotes } from './sheet-heading.ts';
import { completeYear } from './sheet-times.ts';

type PrintedText = Readonly<{ text: string }>;

/** Creates an existing result, baseline or target: its text, its period as written and its location. */
const createResult = ({ text }: PrintedText, period: PrintedText, { file, line }: Location, isProvisional = false) =>
  ({ text, period: period.text, file, line, isProvisional }) as const;

export type ExistingResult = ReturnType<typeof createResult>;

/**
 * Returns a key of a municipality's result: its indicator and the last day of its period, in any notation. 令和5年度 and
 * 令和5年度末 are the same time, and so is R5, which is probably a fiscal year. Of several years (R1～R5), the first is a
 * part of the key.
 */
export function createResultKey(indicator: string, period: string): string {
  const { start, end } = findPeriod(completeYear(period, '年度'));
  if (end === null) return `${indicator} ${period}`;
  const yearBefore = `${Number(end.slice(0, 4)) - 1}${end.slice(4)}`;
  return `${indicator} ${start !== null && start < yearBefore ? `${start}/` : ''}${end}`;
}

/** A number before a title: ①登録者数, （2）登録者数, 1-2 登録者数, 指標3：登録者数. */
const NUMBER_BEFORE = /^\s*(?:[①-⑳]|[(（]?(?:指標|KPI)?\p{Nd}{1,2}(?:[-‐－ー.]\p{Nd}{1,2})*[\s.．、:：)）])/u;

/** Who is counted, before 割合 or 数: a later sheet may count households instead of people. */
const COUNTED_PEOPLE = /(?:[市町村区県]民|住民|世帯|家庭|[人者])(?=割合|比率|数|率)/g;

/** Returns a key that similar titles share: without hiragana, signs and units, 都市計画道路の整備率 is 都市計画道路整備率. */
function createSimilarityKey(title: string): string {
  const unit = findBracketedUnit(title).normalize('NFKC');
  const folded = foldText(title.replace(NUMBER_BEFORE, '')).replace(FOOTNOTE, '');
  const bare = folded.replace(`(${unit})`, '').replace(`[${unit}]`, '');
  return bare.replace(/[\p{Script=Hiragana}\p{P}\p{S}]/gu, '').replace(COUNTED_PEOPLE, '');
}

/** True if a key is another one with words added before, behind or within it. */
const addsTo = (key: string, other: string): boolean =>
  key.length > other.length &&
  (key.includes(other) || key.endsWith(other.slice([...other].findIndex((letter, at) => letter !== key[at]))));

/** Below this length, titles are too short to compare. */
const MIN_SIMILAR = 3;

/** True if an indicator has the same baseline and the same target as an entry, which may be the same one with another name. */
function hasSameValues({ own }: SheetEntry, { baseline, unit }: { baseline: PrintedText; unit: string }, target = '') {
  const fold = (text = '') => removeSeparators(foldText(text).replace(foldText(unit), ''));
  const values = [own.get('現状値')?.text, own.get('目標値')?.text].map(fold);
  return !values.includes('') && values.join() === [baseline.text, target].map(fold).join();
}

/**
 * Returns a function that finds the existing indicator that an entry may be, because its title is similar or its values are
 * the same; it returns null if there is none.
 * @param missing the ids of the indicators that the sheet lacks: 待機児童数 may be their 保育所等の待機児童数
 */
export function createSimilarFinder({ indicators, targets }: ExistingIndicators, missing: ReadonlySet<string>) {
  const existing = [...indicators].map(([id, one]) => ({ ...one, id, key: createSimilarityKey(one.title) }));
  const byKey = new Map(existing.map((one) => [one.key, one]));
  const absent = existing.filter(({ id }) => missing.has(id));
  return (entry: SheetEntry) => {
    const key = createSimilarityKey(entry.title);
    const isLong = [...key].length >= MIN_SIMILAR;
    const same = isLong ? byKey.get(key) : undefined;
    const isPart = (one: { key: string }) =>
      isLong && [...one.key].length > MIN_SIMILAR && (addsTo(one.key, key) || addsTo(key, one.key));
    const isTwin = (one: (typeof existing)[number]) => hasSameValues(entry, one, targets.get(one.id)?.[0]?.text);
    const find = (isOne: (one: (typeof existing)[number]) => boolean, why: string) => {
      const [found, ...more] = absent.filter(isOne);
      return found && more.length === 0 ? { ...found, why } : null;
    };
    const similar = '名前が似ています';
    return same ? { ...same, why: similar } : (find(isPart, similar) ?? find(isTwin, '現状値と目標値が同じです'));
  };
}

/** Returns a key of a name without its unit in brackets, and of its unit: 苦情の件数（件） is 苦情の件数 in 件. */
function createUnitKey(title: string, unit: string): string {
  const inName = findBracketedUnit(title);
  const isOther = inName !== '' && unit !== '' && !isSameUnit(inName, unit);
  return `${foldText(isOther ? title : removeBracketedUnits(title))} ${foldText(unit || inName)}`;
}

/** Returns the highest number of a generated id that the plan has, or had in a change or release; 0 without one. */
function findLastNumber(folder: SiteFolder, plan: string, ids: Iterable<string>): number {
  const present = Array.from(ids, (id) => `${plan}/${id}`);
  const changes = readTableFile(folder, changesTable).rows.map(({ fields }) => fields);
  const before = changes.map((change) => change.before);
  const archives = folder.files.filter((file) => /^data\/releases\/.*\.zip$/.test(file));
  const released = archives.map((file) => {
    try {
      return new TextDecoder().decode(openArchive(folder.readBytes(file)).get('indicators.csv')?.());
    } catch {
      // A check of the site reports a damaged archive.
      return '';
    }
  });
  const plans = [plan, ...createEarlierIdLister(changes)(plan)].join('|');
  const id = new RegExp(`(?<![\\w-])(?:${plans})/indicator-(\\d{1,9})(?![\\w-])`, 'g');
  const found = [...present, ...before, ...released].flatMap((text) => [...text.matchAll(id)]);
  return found.reduce((last, [, number]) => Math.max(last, Number(number)), 0);
}

/** Reads the existing indicators and results of a plan, and the names of its items; of invalid rows, only the ids. */
export function readExistingIndicators(folder: SiteFolder, plan: string) {
  const read = readTableFile(folder, indicatorsTable, plan);
  const results = readTableFile(folder, observationsTable, plan);
  const further = readTableFile(folder, targetsTable, plan);
  const targets = [
    ...read.rows.map(({ fields, locate }) => ({ ...fields, period: fields.targetPeriod, locate })),
    ...further.rows.map(({ fields, locate }) => ({ ...fields, id: fields.indicator, locate })),
  ].map(({ id, target, period, locate }) => ({ id, ...createResult(target, period, locate('目標値')) }));
  const ofMunicipality = results.rows.filter(({ fields }) => fields.zone === null);
  const keyed = ofMunicipality.map(({ fields, locate }) => {
    const isProvisional = readCertainty(fields) === 'provisional';
    const result = createResult(fields.value, fields.period, locate('値'), isProvisional);
    return [createResultKey(fields.indicator, fields.period.text), result] as const;
  });
  const same = Map.groupBy(read.rows, ({ fields }) => foldText(removeFootnotes(fields.title)));
  const sameUnit = Map.groupBy(read.rows, ({ fields }) => createUnitKey(removeFootnotes(fields.title), fields.unit));
  return {
    /** The ids of its indicators by `foldText`; several indicators may have the same name. */
    idsByTitle: new Map([...same].map(([title, rows]) => [title, rows.map(({ fields }) => fields.id)])),
    /** The same by `createUnitKey`. */
    idsByUnit: new Map([...sameUnit].map(([key, rows]) => [key, rows.map(({ fields }) => fields.id)])),
    /** Its indicators by their ids; the unit is empty if unknown. */
    indicators: new Map(
      read.rows.map(({ fields: { id, title, unit, state, baseline, baselinePeriod }, locate }) => {
        return [id, { title, unit, state, baseline: createResult(baseline, baselinePeriod, locate('現状値')) }];
      }),
    ),
    ids: read.keys,
    /** A new id has a higher number, so that no published URL gets another meaning. */
    lastNumber: findLastNumber(folder, plan, read.keys),
    /** Their targets, by id; the first is that of `indicators.csv`. */
    targets: Map.groupBy(targets, ({ id }) => id),
    /** The items of the plan, for columns such as 分野 and 施策. */
    // The rows of a new plan are examples of how to write its items.
    items: readTableFile(folder, treeTable, plan).rows.flatMap(({ fields }) =>
      fields.title.startsWith(TEXT_PLACEHOLDER) ? [] : [fields],
    ),
    /** Its results, by `createResultKey`; of a 速報 and a 確報, the 確報. */
    results: new Map(keyed.sort(([, a], [, b]) => Number(b.isProvisional) - Number(a.isProvisional))),
  };
}

export type ExistingIndicators = ReturnType<typeof readExistingIndicators>;

/** The indicator of a row: an existing one, a new one (an empty id must be generated), or an unclear one. */
export type IndicatorMatch =
  | { readonly is: 'existing' | 'new'; readonly id: string }
  | { readonly is: 'unclear'; readonly issue: Issue };

/** The maximum number of lines that a message lists. */
const MAX_LINES = 5;

/**
 * Returns a function that finds the indicator of a row: by its id, or else by its name, if no other indicator of the
 * plan and no other row of the sheet has the same name. The name may contain the unit. A guess could write a value into
 * the wrong indicator.
 */
export function createIndicatorMatcher(
  entries: readonly SheetEntry[],
  { ids, idsByTitle, idsByUnit, indicators }: ExistingIndicators,
): (entry: SheetEntry) => IndicatorMatch {
  const named = Map.groupBy(entries, ({ title }) => foldText(title));
  const isNamed = (id: string) => named.has(foldText(indicators.get(id)?.title ?? ''));
  return ({ title, id, own }) => {
    if (id !== '') return { is: ids.has(id) ? 'existing' : 'new', id };
    const key = foldText(title);
    const withUnit = idsByUnit.get(createUnitKey(title, own.get('単位')?.text ?? '')) ?? [];
    const existing = idsByTitle.get(key) ?? withUnit.filter((one) => !isNamed(one));
    const same = named.get(key) ?? [];
    const known = existing.map((one) => `「${one}」`).join('');
    if (existing.length > 1)
      return { is: 'unclear', issue: createIssue('name-of-several', { value: title, count: existing.length, known }) };
    if (same.length > 1) {
      const lines = same.slice(0, MAX_LINES).map(({ row }) => `${row.line}行め`);
      const where = lines.join('、') + (same.length > MAX_LINES ? `など${same.length}行` : '');
      return { is: 'unclear', issue: createIssue('repeated-name', { value: title, where, known }) };
    }
    return { is: existing.length === 0 ? 'new' : 'existing', id: existing[0] ?? '' };
  };
}
