import { createBand, isInBand, type RatingBand } from '../../progress/plan-bands.ts';
import { createIssue } from '../../diagnostics/diagnostic.ts';
import { simulateBands, type BandInterval, type BandTrial } from '../../progress/band-coverage.ts';
import type { BandRow } from '../../tables/rating-bands.ts';
import type { DiagnosticReport } from '../../diagnostics/diagnostic-report.ts';
import type { SiteCheck } from '../validation-context.ts';
import type { ParsedRow, ParsedTable } from '../parse-table.ts';
import { bandScales } from '../../model/value-lists.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';

const HEADINGS = { low: '下限', high: '上限' } as const;

/** A band and the row that it was read from. */
interface Row {
  readonly band: RatingBand;
  readonly locate: ParsedRow<BandRow>['locate'];
}

/** True for a band that holds no value at all. */
function isReversed({ low, high, lowIncluded, highIncluded }: RatingBand): boolean {
  if (low === null || high === null) return false;
  return low > high || (low === high && !(lowIncluded && highIncluded));
}

/** A value on a band's scale as people write it: 80%, or a bare number where it is in the indicator's unit. */
function inWords(value: number, scale: RatingBand['scale']): string {
  return scale === 'difference'
    ? String(Number(value.toPrecision(6)))
    : `${Number((value * 100).toPrecision(6))}%`;
}

/** Neighbouring stretches that meet no band, together. */
function gapsIn(stretches: readonly BandInterval[]): BandInterval[][] {
  const gaps: BandInterval[][] = [];
  stretches.forEach((one, at) => {
    if (one.band) return;
    const last = gaps.at(-1);
    if (last && at > 0 && stretches[at - 1]?.band === null) last.push(one);
    else gaps.push([one]);
  });
  return gaps;
}

function tellGap(
  gap: readonly BandInterval[],
  { on }: BandTrial,
  rows: readonly Row[],
  report: DiagnosticReport,
): void {
  const [first, last] = [gap[0], gap.at(-1)];
  const edge = first?.from ?? last?.to;
  const row = rows.find(({ band }) => band === edge?.band);
  if (!first || !last || !edge || !row || row.band.scale === 'typed') return;
  const { scale } = row.band;
  const point = (stretch: BandInterval) => stretch.from === stretch.to;
  const words = (value: number) => inWords(on(scale, value) ?? 0, scale);
  const low = first.from && `${words(first.from.value)}${point(first) ? '以上' : 'より大きく'}`;
  const high = last.to && `${words(last.to.value)}${point(last) ? '以下' : '未満'}`;
  const value = first === last && point(first) ? `ちょうど${words(edge.value)}` : `${low ?? ''}${high ?? ''}`;
  report.add(
    row.locate(HEADINGS[edge.side]),
    createIssue('band-gap', { scale: bandScales.words[scale], value }),
  );
}

/** True where a later band reaches over the limit of an earlier one, so that both claim the same values. */
function reachesInto(later: RatingBand, earlier: RatingBand, side: 'low' | 'high'): boolean {
  const limit = later[side];
  if (limit === null || !isInBand(earlier, limit, 0)) return false;
  const included = side === 'low' ? later.lowIncluded : later.highIncluded;
  const beyond = side === 'low' ? earlier.high : earlier.low;
  return included || beyond !== limit;
}

function tellOverlap(row: Row, before: readonly Row[], report: DiagnosticReport): void {
  for (const side of ['low', 'high'] as const) {
    const other = before.find(
      ({ band }) =>
        band.scale === row.band.scale &&
        (band.year === null || row.band.year === null || band.year.end === row.band.year.end) &&
        reachesInto(row.band, band, side),
    );
    if (!other) continue;
    const { file, line } = other.locate('順');
    const values = { value: row.band.symbol, before: other.band.symbol, file, line };
    report.add(row.locate(HEADINGS[side]), createIssue('band-overlap', values));
    return;
  }
}

function tellRepeated(table: ParsedTable<BandRow>, report: DiagnosticReport): void {
  const first = new Map<number, number>();
  for (const { fields, locate } of table.rows) {
    const { line } = locate('順');
    const before = first.get(fields.order);
    if (before === undefined) first.set(fields.order, line);
    else report.add(locate('順'), createIssue('repeated-order', { value: fields.order, line: before }));
  }
}

/**
 * The bands of a plan's own way of rating: each has a place and a value of its own in the order, together they leave
 * nothing out, and each can be met. Whether they do is tried out, in `simulateBands`.
 */
export const checkRatingBands: SiteCheck = ({ plans }, report) => {
  for (const { bands: table } of plans) {
    tellRepeated(table, report);
    const all = table.rows
      .map(({ fields, locate }) => ({ band: createBand(fields), locate }))
      .sort((a, b) => a.band.order - b.band.order);
    const reversed = all.filter(({ band }) => isReversed(band));
    for (const { band, locate } of reversed)
      report.add(locate('上限'), createIssue('limits-reversed', { value: band.symbol }));
    // What is left out where a band holds nothing is most likely what that band was meant to hold.
    if (reversed.length > 0) continue;
    const tried = simulateBands(all.map(({ band }) => band));
    const met = new Set(tried.flatMap(({ stretches }) => stretches.map(({ band }) => band)));
    const computed = all.filter(({ band }) => band.scale !== 'typed');
    const lacking = tried.find(({ stretches }) => gapsIn(stretches).length > 0);
    if (lacking) for (const gap of gapsIn(lacking.stretches)) tellGap(gap, lacking, all, report);
    computed.forEach((row, place) => {
      if (met.has(row.band)) tellOverlap(row, computed.slice(0, place), report);
      else
        report.add(
          row.locate('順'),
          createIssue('unreachable-band', { value: row.band.symbol, place: row.band.order }),
        );
    });
  }
};

/** Where a plan's own way of rating is to type a symbol, each 評価 is one of its symbols. */
export const checkTypedRatings: SiteCheck = ({ plans }, report) => {
  for (const { bands, observations } of plans) {
    if (bands.unread || !bands.rows.some(({ fields }) => fields.scale === 'typed')) continue;
    const symbols = new Set(bands.rows.map(({ fields }) => fields.symbol));
    const choices = [...symbols].join('、');
    for (const { fields, locate } of observations.rows)
      if (fields.rating !== '' && !symbols.has(fields.rating))
        report.add(
          locate('評価'),
          createIssue('unknown-rating', {
            value: fields.rating,
            near: suggestChoice(fields.rating, symbols),
            choices,
          }),
        );
  }
};
