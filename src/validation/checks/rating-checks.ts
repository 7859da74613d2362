import type { DiagnosticReport } from '../../diagnostics/diagnostic-report.ts';
import { createLimitIssue } from '../../diagnostics/diagnostic.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import { findRepetitions, groupRuns } from '../../model/collections.ts';
import { MAX_BANDS } from '../../model/input-limits.ts';
import { bandScales } from '../../model/value-lists.ts';
import { simulateBands, type BandInterval, type BandTrial } from '../../progress/band-coverage.ts';
import { createBand, isInBand, type RatingBand } from '../../progress/rating-band.ts';
import type { BandRow } from '../../tables/rating-bands.ts';
import type { SiteCheck } from '../parsed-site.ts';
import type { ParsedRow } from '../row-parser.ts';

const HEADINGS = { low: '下限', high: '上限' } as const;

type BandWithLocation = Readonly<{ band: RatingBand; locate: ParsedRow<BandRow>['locate'] }>;

/** Returns true for a band that contains no value. */
function isReversed({ low, high, lowIncluded, highIncluded }: RatingBand): boolean {
  if (low === null || high === null) return false;
  return low > high || (low === high && !(lowIncluded && highIncluded));
}

/** Returns a value on a band's scale in the usual notation: 80%, or a plain number in the indicator's unit. */
const formatScaleValue = (value: number, scale: RatingBand['scale']): string =>
  scale === 'difference' ? String(Number(value.toPrecision(6))) : `${Number((value * 100).toPrecision(6))}%`;

/** Returns the groups of adjacent intervals without a band. */
const listGaps = (intervals: readonly BandInterval[]): BandInterval[][] =>
  groupRuns(intervals, ({ band }, before) => !band && !before.band).filter(([first]) => !first?.band);

function reportGap(
  gap: readonly BandInterval[],
  { toScale }: BandTrial,
  rows: readonly BandWithLocation[],
  report: DiagnosticReport,
): void {
  const [first, last] = [gap[0], gap.at(-1)];
  const edge = first?.from ?? last?.to;
  const row = rows.find(({ band }) => band === edge?.band);
  if (!first || !last || !edge || !row || row.band.scale === 'typed') return;
  const { scale } = row.band;
  const isPoint = (interval: BandInterval) => interval.from === interval.to;
  const words = (value: number) => formatScaleValue(toScale(scale, value) ?? 0, scale);
  const low = first.from && `${words(first.from.value)}${isPoint(first) ? '以上' : 'より大きく'}`;
  const high = last.to && `${words(last.to.value)}${isPoint(last) ? '以下' : '未満'}`;
  const value = first === last && isPoint(first) ? `ちょうど${words(edge.value)}` : `${low ?? ''}${high ?? ''}`;
  report.add(row.locate(HEADINGS[edge.side]), 'band-gap', { scale: bandScales.words[scale], value });
}

/** Returns true if a later band crosses the limit of an earlier one: then both contain the same values. */
function reachesInto(later: RatingBand, earlier: RatingBand, side: 'low' | 'high'): boolean {
  const limit = later[side];
  if (limit === null || !isInBand(earlier, limit, 0)) return false;
  const included = side === 'low' ? later.lowIncluded : later.highIncluded;
  return included || (side === 'low' ? earlier.high : earlier.low) !== limit;
}

function reportOverlap(row: BandWithLocation, before: readonly BandWithLocation[], report: DiagnosticReport): void {
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
    report.add(row.locate(HEADINGS[side]), 'band-overlap', values);
    return;
  }
}

/** Checks the bands of a plan's own rating method. `simulateBands` tests them with made-up results. */
export const checkRatingBands: SiteCheck = ({ plans }, report) => {
  for (const { bands: table } of plans) {
    const excess = table.rows[MAX_BANDS];
    if (excess) {
      report.addIssue(excess.locate('順'), createLimitIssue('bands'));
      continue;
    }
    for (const { item, first } of findRepetitions(table.rows, ({ fields }) => fields.order))
      report.add(item.locate('順'), 'repeated-order', { value: item.fields.order, line: first.locate('順').line });
    const all = table.rows
      .map(({ fields, locate }) => ({ band: createBand(fields), locate }))
      .sort((a, b) => a.band.order - b.band.order);
    const reversed = all.filter(({ band }) => isReversed(band));
    for (const { band, locate } of reversed) report.add(locate('上限'), 'limits-reversed', { value: band.symbol });
    // A band that is reversed or left out probably causes the gaps that would be found now.
    if (reversed.length > 0 || !table.isValid) continue;
    const trials = simulateBands(all.map(({ band }) => band));
    const reachedBands = new Set(trials.flatMap(({ intervals }) => intervals.map(({ band }) => band)));
    const computed = all.filter(({ band }) => band.scale !== 'typed');
    const trialWithGaps = trials.find(({ intervals }) => listGaps(intervals).length > 0);
    if (trialWithGaps) for (const gap of listGaps(trialWithGaps.intervals)) reportGap(gap, trialWithGaps, all, report);
    computed.forEach((row, at) => {
      if (reachedBands.has(row.band)) reportOverlap(row, computed.slice(0, at), report);
      else report.add(row.locate('順'), 'unreachable-band', { value: row.band.symbol, order: row.band.order });
    });
  }
};

/** Reports a 評価 that is not a symbol of the plan, if the plan's own method uses typed symbols. */
export const checkTypedRatings: SiteCheck = ({ plans }, report) => {
  for (const { bands, observations } of plans) {
    if (!bands.isValid || !bands.rows.some(({ fields }) => fields.scale === 'typed')) continue;
    const symbols = new Set(bands.rows.map(({ fields }) => fields.symbol));
    const choices = [...symbols].join('、');
    for (const { fields, locate } of observations.rows)
      if (fields.rating !== '' && !symbols.has(fields.rating))
        report.add(locate('評価'), 'unknown-rating', {
          value: fields.rating,
          near: suggestChoice(fields.rating, symbols),
          choices,
        });
  }
};
