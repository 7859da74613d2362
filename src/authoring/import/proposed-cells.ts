import { convertUnit, getUnitFactor, isSameUnit } from '../../notation/number-and-unit.ts';
import { findPeriod } from '../../notation/period.ts';
import { addUnit, findBracketedUnit } from '../../notation/printed-unit.ts';
import { type ParsedQuantity, readPlainQuantity, readQuantity } from '../../notation/quantity.ts';
import { readTarget } from '../../notation/target.ts';
import { findBetterWay } from '../../progress/target-comparison.ts';
import { choosePeriod, isOtherPeriod } from '../../validation/cell-period.ts';
import { findCountedTime, findTimeOfNumber, findTimeOfName } from '../../validation/rates-and-totals.ts';
import { isBareTarget, isUnset, NO_PROPOSAL, readAmounts } from './sheet-cells.ts';
import type { ProposedCell, SheetCell, SheetEntry, SheetNotice } from './sheet-cells.ts';
import { chooseYear } from './sheet-times.ts';

/** Returns the unit of an indicator from its name, or else from the headings of its values, or from its values. */
export function proposeUnit({ own, title, row, results }: SheetEntry): ProposedCell {
  const inName = findBracketedUnit(title);
  if (inName !== '') {
    const origin = own.get('名称') ?? null;
    const text = `名前の中の「${inName}」を、単位とします。`;
    return { text: inName, origin, notice: { row, index: origin?.index ?? 0, text } };
  }
  const values = [own.get('現状値'), own.get('目標値'), ...results].flatMap((cell) => cell ?? []);
  const isHeaded = values.some(({ unit }) => unit !== '');
  const findUnit = ({ unit, text }: SheetCell) =>
    isHeaded ? unit : (readAmounts(text).find((amount) => amount.unit !== '')?.unit ?? '');
  const [first, ...more] = values
    .map((cell) => ({ cell, unit: findUnit(cell) }))
    // A target of 2倍 may be twice the baseline.
    .filter(({ cell, unit }) => unit !== '' && !(unit === '倍' && cell === own.get('目標値')));
  if (!first) return NO_PROPOSAL;
  const other = more.find(({ unit }) => (isHeaded ? unit !== first.unit : getUnitFactor(unit, first.unit) === null));
  if (other) {
    const where = isHeaded ? '見出しの' : '値についている';
    const text = `${where}単位が「${first.unit}」と「${other.unit}」でちがうので、単位は空のままにします。`;
    return { ...NO_PROPOSAL, notice: { ...(isHeaded ? first.cell : other.cell), text } };
  }
  // If the other number is 月2回, a bare number may be per year.
  const isOfTime = !isHeaded && findCountedTime('', first.unit) !== '' && more.length + 1 < values.length;
  const unit = isOfTime ? (first.unit.split(/[/／]/)[0] ?? '') : first.unit;
  const text = `${isHeaded ? '見出しの中の' : '値についている'}「${unit}」を、単位とします。`;
  return { text: unit, origin: first.cell, notice: { ...first.cell, text } };
}

/** A unit and the end of a target: ％以上, 件（以内）. In 人（65歳以上）, 以上 says who is counted. */
const UNIT_AND_BOUND =
  /^((?:[^(（[［【〔]|[(（[［【〔][^()（）\]］】〕]*[)）\]］】〕])*?)\s*[(（]?(以上|以下|以内|未満|超|程度)[)）]?$/;

/** Returns an indicator with a unit alone, with a notice: （％） is ％, － is none, with ％以上 the target 60 is 60以上. */
export function separateUnit(entry: SheetEntry): Readonly<{ read: SheetEntry; notices: readonly SheetNotice[] }> {
  const cell = entry.own.get('単位');
  const inside = cell?.text.replace(/^[(（[［【]([^()（）[\]［］]*)[)）\]］】]$/, '$1') ?? '';
  const printed = inside.replace(/^単位\s*[:：]/, '').trim();
  const [, part = printed, bound = ''] = UNIT_AND_BOUND.exec(printed) ?? [];
  const unit = /^(?:[-‐‑–—―−ー/／]|なし)$/.test(part.normalize('NFKC')) ? '' : part;
  if (!cell || unit === cell.text) return { read: entry, notices: [] };
  const addBound = (target: SheetCell): SheetCell => {
    const text = `${target.text}${bound}`;
    return isBareTarget(target.text) && readTarget(text).ok ? { ...target, text } : target;
  };
  const text = `単位の「${cell.text}」は、${unit === '' ? '空に' : `「${unit}」と`}します。${bound && `「${bound}」は目標値につけます。`}`;
  const own = new Map([...entry.own].map(([heading, one]) => [heading, heading === '目標値' ? addBound(one) : one]));
  own.set('単位', { ...cell, text: unit });
  if (unit === '') own.delete('単位');
  return { read: { ...entry, own, interim: entry.interim.map(addBound) }, notices: [{ ...cell, text }] };
}

/**
 * Returns an indicator of a sheet in which no bare number changes its unit: 2.8 in a sheet in 億円 is 2.8億円 for an
 * indicator in 百万円, and the notices say so.
 * @param stated the unit in the sheet; empty if there is none
 * @param unit the indicator's unit
 */
export function addCellUnits(entry: SheetEntry, stated: string, unit: string) {
  const [planNotices, resultNotices]: [SheetNotice[], SheetNotice[]] = [[], []];
  const change = (cell: SheetCell, kind: 'value' | 'target', notices = planNotices) => {
    const own = cell.unit || stated;
    const changed = own === '' || isSameUnit(own, unit) ? cell.text : addUnit(cell.text, own, kind);
    const known = unit === '' ? '' : `指標の単位は「${unit}」ですが、`;
    const text = `${known}表では「${own}」の値なので、「${cell.text}」を「${changed}」とします。`;
    if (changed !== cell.text) notices.push({ ...cell, text });
    return { ...cell, text: changed };
  };
  const own = [...entry.own].map(([heading, cell]) => {
    const kind = heading === '現状値' ? 'value' : heading === '目標値' ? 'target' : null;
    return [heading, kind ? change(cell, kind) : cell] as const;
  });
  const results = entry.results.map((cell) => change(cell, 'value', resultNotices));
  // Revised targets are written for an existing indicator, too.
  const changeTarget = (cell: SheetCell) => change(cell, 'target', cell.isRevised ? resultNotices : planNotices);
  const interim = entry.interim.map(changeTarget);
  return { entry: { ...entry, own: new Map(own), results, interim }, planNotices, resultNotices };
}

/**
 * Returns the direction in which an indicator moves from its baseline to its target. Proposes nothing if the two are
 * equal, or if 以上, 以下 or 維持 of the target says otherwise.
 */
export function proposeDirection({ own, title }: SheetEntry, unit: string): ProposedCell {
  const [baselineCell, targetCell] = [own.get('現状値'), own.get('目標値')];
  const [baseline, target] = [readQuantity(baselineCell?.text ?? ''), readTarget(targetCell?.text ?? '')];
  if (!targetCell || !baseline.ok || !target.ok) return NO_PROPOSAL;
  // Without a unit of the indicator, the values are compared in that of one of them.
  const common = unit || baseline.value.unit || target.value.unit;
  const start = convertUnit(baseline.value.value, baseline.value.unit, common);
  const end = convertUnit(target.value.value, target.value.unit, common);
  // A number per month and a number per year can't be compared.
  const getTime = (heading: StatedValue, { text, unit: printed }: Pick<ParsedQuantity, 'text' | 'unit'>) =>
    findTimeOfNumber(text, printed || unit, findPeriod(chooseStatedTime(own, heading).period)) ||
    findTimeOfName(title, unit);
  const isComparable = getTime('現状値', baseline.value) === getTime('目標値', target.value);
  if (!isComparable || start === null || end === null) return NO_PROPOSAL;
  const compared = { value: end, comparator: target.value.comparator, text: targetCell.text };
  const way = findBetterWay({ title, unit: common, direction: null, baseline: { value: start }, target: compared });
  if (way === null || way !== Math.sign(end - start)) return NO_PROPOSAL;
  const direction = way > 0 ? '増加' : '減少';
  const text = `良い方向が書かれていないので、現状値から目標値への動きをみて「${direction}」とします。ちがうときは、表に「良い方向」の列を加えてください。`;
  return { text: direction, origin: targetCell, notice: { row: targetCell.row, index: targetCell.index, text, title } };
}

/** Returns 累計 as 集計 of an indicator whose name says so. */
export function proposeAggregation({ own, title, row }: SheetEntry): ProposedCell {
  if (findTimeOfName(title, '') !== '累計') return NO_PROPOSAL;
  const origin = own.get('名称') ?? null;
  const text = '名前から、集計を「累計」とします。';
  return { text: '累計', origin, notice: { row, index: origin?.index ?? 0, text } };
}

/**
 * Returns the time of a value: the one in its own cell, or else the one of its heading or column of times. If they
 * differ, it has a notice that names both.
 * @param stated the time of the heading or column of times; empty if there is none
 */
export function chooseCellTime(cell: SheetCell, kind: 'value' | 'target', stated = cell.period) {
  // A number of the usual forms contains no time.
  if (readPlainQuantity(cell.text)) return { period: stated, notice: null };
  const read = kind === 'target' ? readTarget(cell.text) : readQuantity(cell.text);
  const inCell = read.ok ? read.value.period : null;
  const column = findPeriod(stated);
  const period = chooseYear(choosePeriod(column, inCell).text, cell.years ?? null);
  if (inCell === null || !isOtherPeriod(column, inCell)) return { period, notice: null };
  const text = `「${cell.text}」のセルの時点「${inCell.text}」が、見出しや列の時点「${stated}」とちがいます。セルの時点で書きます。どちらが正しいか、資料で確かめてください。`;
  return { period, notice: { row: cell.row, index: cell.index, text } };
}

/** The heading of a value that has its time in another column. */
type StatedValue = '現状値' | '目標値';

/** Returns the time of the baseline or the target of an indicator; empty if there is none. */
export function chooseStatedTime(own: SheetEntry['own'], heading: StatedValue) {
  const [cell, time] = [own.get(heading), own.get(`${heading}の時点`)];
  if (!cell) return { period: '', notice: null };
  // Beside a year in the heading, － instead of a time says nothing.
  const column = cell.period !== '' && time && isUnset(time.text) ? undefined : time;
  const kind = heading === '目標値' ? 'target' : 'value';
  const { period, notice } = chooseCellTime(cell, kind, column?.text ?? cell.period);
  const isOther = column && cell.period !== '' && isOtherPeriod(findPeriod(cell.period), findPeriod(column.text));
  const text = `「${heading}」の見出しの「${cell.period}」と、列の「${column?.text ?? ''}」がちがいます。列の時点で書きます。どちらが正しいか、資料で確かめてください。`;
  return { period, notice: notice ?? (isOther ? { ...column, text } : null) };
}
