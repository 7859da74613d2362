import { formatNumber } from '../../notation/format.ts';
import { toDayNumber } from '../../model/quantity-schema.ts';
import { addPrintedUnits } from '../../notation/printed-unit.ts';
import type { Indicator } from '../../tables/indicators.ts';
import type { ProgressStatus } from '../../model/progress-status.ts';
import type { Rating } from '../../site-data/build-ratings.ts';

/** Reason for each status. */
const REASONS: Readonly<Record<Exclude<ProgressStatus, 'not-rated'>, string>> = {
  achieved: '目標値に届いているので、',
  'on-track': '目標値には届いておらず、進み方が0.95以上なので、',
  'slightly-behind': '進み方が0.60以上、0.95より下なので、',
  behind: '進み方が0以上、0.60より下なので、',
  worse: '進み方が0より下なので、',
  missed: '目標の時点になっても目標値に届いていないので、',
};

const formatOperand = (value: number) => (value < 0 ? `（${formatNumber(value)}）` : formatNumber(value));

/** Formats a day in words. A day with hyphens can break across lines, and screen readers read it as digits. */
const formatDay = (day: string) => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** Returns the steps by which a reader can repeat the calculation of a rating; empty if a value is missing. */
export function explainRatingSteps(indicator: Indicator, { figures, status }: Rating): string[] {
  const { baseline, target, latest } = addPrintedUnits(indicator);
  const [from, to, now] = [baseline.period.end, target.period.end, latest?.period.end];
  const { achieved, elapsed, pace } = figures;
  if (baseline.value === null || target.value === null || latest?.value == null) return [];
  if (achieved === null || elapsed === null || pace === null || !from || !to || !now) return [];
  const [start, end, value] = [formatOperand(baseline.value), formatOperand(target.value), formatOperand(latest.value)];
  const reason = status === null || status === 'not-rated' ? '' : REASONS[status];
  return [
    `現状値は${baseline.text}（${formatDay(from)}）、目標値は${target.text}（${formatDay(to)}）、最新の実績は${latest.text}（${formatDay(now)}）`,
    `達成率 ＝（${value} − ${start}）÷（${end} − ${start}）＝ ${formatNumber(achieved, 3)}`,
    `経過率 ＝ ${formatNumber(toDayNumber(now) - toDayNumber(from))}日 ÷ ${formatNumber(toDayNumber(to) - toDayNumber(from))}日 ＝ ${formatNumber(elapsed, 3)}`,
    `進み方 ＝ ${formatNumber(achieved, 3)} ÷ ${formatNumber(elapsed, 3)} ＝ ${formatNumber(pace, 2)}`,
    reason,
  ];
}
