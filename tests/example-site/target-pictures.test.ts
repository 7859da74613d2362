import { describe, expect, test } from 'vitest';
import { formatTargetDistance, formatYearlyChange } from '../../src/charts/change-words.ts';
import { drawProgress } from '../../src/charts/progress-chart.ts';
import { createChangeScale, drawRequiredChange } from '../../src/charts/required-change-chart.ts';
import { chooseTargetView, wordsOnlyReasons } from '../../src/progress/target-view.ts';
import { EXAMPLE_SITE } from '../support/example-site.ts';
import { openSharedSite } from '../support/shared-sites.ts';

const town = openSharedSite(EXAMPLE_SITE);
const find = (id: string) => {
  const indicator = town.indicators.find((one) => one.id === `mihon-${id}`);
  if (!indicator) throw new Error(`no indicator ${id}`);
  return indicator;
};

/** 現状値, 実績 and 目標値 as a person reads them in the tables, the printed number, and the state. */
const ways = [
  ['kurashi/bus-rides', 120, 123, 150, '10.0%'],
  ['kurashi/shops', 200, 190, 220, '−50.0%'],
  ['kurashi/health-checks', 60, 50, 70, '−100.0%'],
  ['kurashi/vacant-homes', 300, 240, 250, '120.0%'],
  ['manabi/loans', 100, 132, 150, '64.0%'],
  ['manabi/study-seats', 40, 53, 90, '26.0%'],
  ['manabi/language-meetings', 0, 8, 100, '8.0%'],
  ['manabi/tablets', 200, 380, 400, '90.0%'],
  ['manabi/concerts', 4, 5, 10, '16.7%'],
  ['midori/trees', 0, 620, 1000, '62.0%'],
  ['midori/parks-cared', 20, 24, 30, '40.0%'],
  ['midori/sorted-waste', 60, 71, 70, '110.0%'],
  ['midori/burnt-waste', 500, 430, 400, '70.0%'],
  ['minato/ships', 100, 145, 150, '90.0%'],
  ['minato/beach-cleanings', 12, 21, 30, '50.0%'],
  ['minato/market-visitors', 5000, 5900, 8000, '30.0%'],
  ['minato/accidents', 10, 11, 4, '−16.7%'],
  ['sogo/plain-words', 40, 81, 80, '102.5%'],
  ['sogo/sns-followers', 12, 17, 20, '62.5%'],
  ['sogo/meeting-people', 0, 450, 1000, '45.0%'],
  ['sogo/wait-time', 25, 22, 10, '20.0%'],
  ['sogo/balance', -120, -180, 50, '−35.3%'],
  ['sogo/online-procedures', 30, 58, 60, '93.3%'],
  ['sogo/leaks', 3, 1, 0, '66.7%'],
  ['sogo/paper-use', 20, 16.2, 14, '63.3%'],
  ['tsunagari/neighbours', 55, 62, 65, '70.0%'],
  ['tsunagari/lonely', 30, 28, 20, '20.0%'],
  ['tsunagari/events', 40, 38, 50, '−20.0%'],
  ['tsunagari/watching', 25, 20, 35, '−50.0%'],
] as const;

const inWords = [
  ['sogo/same-day-answers', '維持の目標'],
  ['sogo/women-members', '範囲の目標'],
  ['sogo/savings', '範囲の目標'],
  ['sogo/bulletin-boards', '指標の終了'],
  ['sogo/park-visitors', '定義の変更'],
  ['sogo/answers-published', '目標値なし'],
  ['sogo/forecast-readers', '言葉の目標'],
  ['sogo/known-news', '標本数の不足'],
  ['sogo/short-visits', '現状値なし'],
  ['sogo/example-users', '時点が不明'],
  ['sogo/evening-meetings', '方向がわからない'],
  ['sogo/easy-forms', 'おおよその目標'],
] as const;

/** Width of the axis from −60 % to 155 %, and the position of its 0, in per cent. */
const [SPAN, ZERO] = [215, 27.91];
/** The only result beyond the axis. */
const CUT = 'kurashi/health-checks';

describe('the pictures of the fictional town', () => {
  test('are of all its indicators', () => {
    const known = [...ways, ...inWords].map(([id]) => id);
    expect([...known, 'sogo/phone-lessons'].sort()).toEqual(town.indicators.map(({ id }) => id.slice(6)).sort());
  });

  test.each(ways)('%s: from %d to %d, with the target %d, is %s of the way', (id, baseline, latest, target, number) => {
    const indicator = find(id);
    const view = chooseTargetView(indicator);
    if (view.kind !== 'progress') throw new Error(`${id} has no way`);
    const svg = drawProgress(indicator, view);
    const percent = ((latest - baseline) / (target - baseline)) * 100;
    expect(svg).toContain(`>${number}</text>`);
    const dot = /<circle class="(point[^"]*)" cx="([-\d.]+)%"/.exec(svg);
    if (id === CUT) expect([dot, svg.includes('class="cut"')]).toEqual([null, true]);
    else expect(Number(dot?.[2])).toBeCloseTo(ZERO + (percent / SPAN) * 100, 1);
    expect(svg.includes('class="back"')).toBe(percent < 0);
    expect(svg.includes('class="over"')).toBe(percent > 100);
    expect(svg.includes('provisional')).toBe(['sogo/sns-followers', 'sogo/balance'].includes(id));
    const state = indicator.progress.status;
    expect(state === 'worse').toBe(percent < 0);
    expect(state === 'achieved').toBe(percent >= 100);
  });

  test('show the change that an indicator without a result needs', () => {
    const indicator = find('sogo/phone-lessons');
    const view = chooseTargetView(indicator);
    if (view.kind !== 'required') throw new Error('no needed change');
    expect(drawRequiredChange(view.change, createChangeScale([view.change]))).toContain('>+275.0%<');
    expect(formatTargetDistance(indicator)).toBe('+220人');
    expect(formatYearlyChange(indicator)).toBe('現状値から平均で1年に約44人の増加');
  });

  test.each(inWords)('%s has none: %s', (id, words) => {
    const view = chooseTargetView(find(id));
    expect(view.kind === 'words' && wordsOnlyReasons[view.reason]).toBe(words);
  });
});
