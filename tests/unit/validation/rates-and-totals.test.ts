import { expect, test } from 'vitest';
import { readPeriod } from '../../../src/notation/period.ts';
import { findCountedTime, findTimeOfNumber, findTimeOfName } from '../../../src/validation/rates-and-totals.ts';

test.each([
  ['月2回', '回/月', '月'],
  ['2回/か月', '回/か月', '月'],
  ['週1回', '回/週', '週'],
  ['1日20人', '人/日', '日'],
  ['年12回', '回/年', '年'],
  ['856g', 'g/人・日', ''],
  ['5,587人', '人', ''],
  ['1,000本（5年間累計）', '本', '5年間'],
  ['5年間で60棟', '棟', '5年間'],
  ['60棟（5か年計）', '棟', '5年間'],
  ['５か年で60棟', '棟', '5年間'],
  ['1年間で12回', '回', ''],
  ['60棟（R5～R9）', '棟', '何年か'],
  ['60棟（令和5年度から令和9年度）', '棟', '何年か'],
  ['60棟（2023～2027年度）', '棟', '何年か'],
  ['累計30回', '回', '累計'],
  ['期間内に30回', '回', '累計'],
  ['30回（計画期間合計）', '回', '累計'],
  ['150人/5年', '人/5年', '5年間'],
  ['150人/4か年', '人/4か年', '4年間'],
  ['40～60人', '人', ''],
  ['2000～3000人', '人', ''],
  ['80%（5年間平均）', '%', ''],
  ['100人（令和5～9年度の各年度）', '人', ''],
  ['80%（R5～R9）', '%', ''],
  ['12件（R5～R9平均）', '件', ''],
  ['5年計画', '', ''],
  ['5年間で60', '', '5年間'],
])('%s in %s counts over “%s”', (text, unit, time) => {
  expect(findCountedTime(text, unit)).toBe(time);
});

test.each([
  ['会の回数', '回/月', '月'],
  ['会の回数（月平均）', '回', '月'],
  ['バスの1日平均利用者数', '人', '日'],
  ['利用者数（日）', '人', '日'],
  ['月間の利用者数', '人', '月'],
  ['植えた木の数（累計）', '本', '累計'],
  ['日本語教室の参加者', '人', ''],
  ['休日に開く施設', '箇所', ''],
  ['月見の会の参加者', '人', ''],
])('bare numbers of %s in %s count over “%s”', (title, unit, time) => {
  expect(findTimeOfName(title, unit)).toBe(time);
});

test('a number whose period is some months counts over the nearest number of years', () => {
  const period = readPeriod('令和6年10月～令和8年3月');
  expect(findTimeOfNumber('20', '回', period.ok ? period.value : expect.fail())).toBe('2年間');
});
