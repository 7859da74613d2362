import { defineError } from './message-entry.ts';

/** Issues of official statistics and their values. */
export const statisticMessages = {
  'missing-divisor': defineError(
    (v) => `比べ方が「${v.value}」ですが、割る統計がありません。`,
    () => '割る統計ID（人口など）を書くか、比べ方を変えてください。',
    { value: '1人あたり' },
  ),
  'needless-divisor': defineError(
    (v) => `割る統計「${v.value}」がありますが、比べ方は「${v.comparison}」です。`,
    () => '割る統計IDを空にするか、比べ方を「1人あたり」か「割合」にしてください。',
    { value: 'resident-population', comparison: 'そのまま' },
  ),
  'own-statistic': defineError(
    (v) => `「${v.value}」の${v.heading}が、その統計自身です。`,
    (v) => `ほかの統計のIDを書いてください。なければ${v.heading}を空にします。`,
    { value: 'revenue', heading: '割る統計ID' },
  ),
  'incomplete-threshold': defineError(
    (v) => `基準のうち、${v.heading}がありません。`,
    () => '基準があるときは、基準値、基準の名称、基準の出典IDをすべて書いてください。ないときは、どれも空にします。',
    { heading: '基準の出典ID' },
  ),
  'not-a-statistic-value': defineError(
    (v) => `「${v.value}」は、数でも「${v.none}」でもありません。`,
    (v) =>
      `資料にある数を書いてください。計算しないと公に決まっているときは「${v.none}」と書き、値がわからないときは行を消します。`,
    { value: '約5万人', none: '算定なし' },
  ),
  'overlapping-periods': defineError(
    (v) => `この統計の時点「${v.value}」が、${v.line}行めの「${v.before}」と同じか、重なっています。`,
    () => 'どちらかの時点を直すか、どちらかの行を消してください。',
    { value: '2021年度', line: 3, before: '2022年3月31日' },
  ),
} as const;
