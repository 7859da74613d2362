import { formatNumber } from '../../notation/format.ts';
import { toDayNumber } from '../../model/quantity-schema.ts';
import type { Indicator } from '../../tables/indicators.ts';
import type { ProgressStatus } from '../../model/progress-status.ts';
import type { Rating } from '../../progress/rating-record.ts';

/** Why the pace of a rating leads to its state. */
const BECAUSE: Readonly<Record<Exclude<ProgressStatus, 'not-rated'>, string>> = {
  achieved: '目標値に届いているので、',
  'on-track': '目標値には届いておらず、進み方が0.95以上なので、',
  'slightly-behind': '進み方が0.60以上、0.95より下なので、',
  behind: '進み方が0以上、0.60より下なので、',
  worse: '進み方が0より下なので、',
  missed: '目標の時点になっても目標値に届いていないので、',
};

const signed = (value: number) => (value < 0 ? `（${formatNumber(value)}）` : formatNumber(value));

/** A day in words: one written with hyphens breaks at them, and is read aloud as figures. */
const inWords = (day: string) => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** The steps by which a reader works a rating out again, each with its own figures; empty where there is no way. */
export function explainRatingSteps(
  { baseline, target, latest }: Indicator,
  { figures, status }: Rating,
): string[] {
  const [from, to, now] = [baseline.period.end, target.period.end, latest?.period.end];
  const { achieved, elapsed, pace } = figures;
  if (baseline.value === null || target.value === null || latest?.value == null) return [];
  if (achieved === null || elapsed === null || pace === null || !from || !to || !now) return [];
  const [start, end, value] = [signed(baseline.value), signed(target.value), signed(latest.value)];
  const because = status === null || status === 'not-rated' ? '' : BECAUSE[status];
  return [
    `現状値は${baseline.text}（${inWords(from)}）、目標値は${target.text}（${inWords(to)}）、最新の実績は${latest.text}（${inWords(now)}）`,
    `達成率 ＝（${value} − ${start}）÷（${end} − ${start}）＝ ${formatNumber(achieved, 3)}`,
    `経過率 ＝ ${formatNumber(toDayNumber(now) - toDayNumber(from))}日 ÷ ${formatNumber(toDayNumber(to) - toDayNumber(from))}日 ＝ ${formatNumber(elapsed, 3)}`,
    `進み方 ＝ ${formatNumber(achieved, 3)} ÷ ${formatNumber(elapsed, 3)} ＝ ${formatNumber(pace, 2)}`,
    because,
  ];
}
