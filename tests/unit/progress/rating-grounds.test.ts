import { expect, test } from 'vitest';
import { createMadeUpIndicator } from '../../../examples/design/made-up-indicator.ts';
import { explainYearlyChange } from '../../../src/charts/change-words.ts';
import { explainRating } from '../../../src/charts/rating-explanation.ts';
import { notRatedReasons, progressStatuses } from '../../../src/model/progress-status.ts';
import { preferredDirections } from '../../../src/model/value-lists.ts';
import { readTarget } from '../../../src/notation/target.ts';
import type { ProgressInput } from '../../../src/progress/progress-metrics.ts';
import { chooseTargetView } from '../../../src/progress/target-view.ts';
import { buildRatings } from '../../../src/site-data/build-ratings.ts';
import { createProgressInput } from '../../support/progress-input.ts';
import { readFileText } from '../../support/source-modules.ts';

/*
 * Every combination of 良い方向, the comparator of a target of 50人 (or of 40人 to 60人), the baseline and the word 維持,
 * with the state of 35, 50 and 65人, in the middle of the time and at its end. The states are written by hand.
 * 上 is a baseline of 20人, 下 of 80人, 同 of 50人; 無 is not a baseline. Half of the time is over when 35人 of 20人 → 50人 and
 * 65人 of 80人 → 50人 are half of the way. 方向, 現状値 and おおよそ are the reasons for no rating. One row is a class of
 * equal combinations.
 */
const TABLE = `
良い方向             比べ方             現状値       維持    途中: 35 50 65              おわり: 35 50 65

# More is better.
増加                 なし・以上         上           有・無  順調 達成 達成              未達成 達成 達成
増加                 なし・以上         下・同       有・無  遅れ 達成 達成              未達成 達成 達成
増加                 なし・以上         無           有・無  現状値 達成 達成            未達成 達成 達成
増加                 超                 上           有・無  順調 順調 達成              未達成 未達成 達成
増加                 超                 下・同       有・無  遅れ 遅れ 達成              未達成 未達成 達成
増加                 超                 無           有・無  現状値 現状値 達成          未達成 未達成 達成
増加                 程度               上           有・無  順調 達成 達成              おおよそ 達成 達成
増加                 程度               下・同       有・無  おおよそ 達成 達成          おおよそ 達成 達成
増加                 程度               無           有・無  現状値 達成 達成            おおよそ 達成 達成
# More is better, but the target says at most, or in a range: nobody knows what is meant.
増加                 以下・未満・範囲   上・下・同・無  有・無  方向 方向 方向           方向 方向 方向

# Less is better.
減少                 なし・以下         下           有・無  達成 達成 順調              達成 達成 未達成
減少                 なし・以下         上・同       有・無  達成 達成 遅れ              達成 達成 未達成
減少                 なし・以下         無           有・無  達成 達成 現状値            達成 達成 未達成
減少                 未満               下           有・無  達成 順調 順調              達成 未達成 未達成
減少                 未満               上・同       有・無  達成 遅れ 遅れ              達成 未達成 未達成
減少                 未満               無           有・無  達成 現状値 現状値          達成 未達成 未達成
減少                 程度               下           有・無  達成 達成 順調              達成 達成 おおよそ
減少                 程度               上・同       有・無  達成 達成 おおよそ          達成 達成 おおよそ
減少                 程度               無           有・無  達成 達成 現状値            達成 達成 おおよそ
減少                 以上・超・範囲     上・下・同・無  有・無  方向 方向 方向           方向 方向 方向

# To stay at a number without 以上 or 以下: only the number itself is certain. 範囲 with one number has no ends.
維持・範囲           なし・程度         上・下・同・無  有・無  方向 達成 方向           方向 達成 方向

# The target's own comparator decides if 良い方向 says neither more nor less.
維持・範囲・空       以上               上           有・無  順調 達成 達成              未達成 達成 達成
維持・範囲・空       以上               下・同       有・無  遅れ 達成 達成              未達成 達成 達成
維持・範囲・空       以上               無           有・無  現状値 達成 達成            未達成 達成 達成
維持・範囲・空       超                 上           有・無  順調 順調 達成              未達成 未達成 達成
維持・範囲・空       超                 下・同       有・無  遅れ 遅れ 達成              未達成 未達成 達成
維持・範囲・空       超                 無           有・無  現状値 現状値 達成          未達成 未達成 達成
維持・範囲・空       以下               下           有・無  達成 達成 順調              達成 達成 未達成
維持・範囲・空       以下               上・同       有・無  達成 達成 遅れ              達成 達成 未達成
維持・範囲・空       以下               無           有・無  達成 達成 現状値            達成 達成 未達成
維持・範囲・空       未満               下           有・無  達成 順調 順調              達成 未達成 未達成
維持・範囲・空       未満               上・同       有・無  達成 遅れ 遅れ              達成 未達成 未達成
維持・範囲・空       未満               無           有・無  達成 現状値 現状値          達成 未達成 未達成
維持・範囲・空       範囲               上・下・同・無  有・無  遅れ 達成 遅れ           未達成 達成 未達成

# Nothing written: the direction from baseline to target decides, but a fall to a value to keep (維持) may only be allowed.
# Without a direction there is no rating, but a value that 維持 or the same baseline asks to keep is certainly kept.
空                   なし               上           有・無  順調 達成 達成              未達成 達成 達成
空                   なし               下           無      達成 達成 順調              達成 達成 未達成
空                   なし・程度         下           有      方向 達成 方向              方向 達成 方向
空                   程度               上           有・無  順調 達成 達成              おおよそ 達成 達成
空                   程度               下           無      達成 達成 順調              達成 達成 おおよそ
空                   なし・程度         同           有・無  方向 達成 方向              方向 達成 方向
空                   なし・程度         無           有      方向 達成 方向              方向 達成 方向
空                   なし・程度         無           無      方向 方向 方向              方向 方向 方向
`;

const rows = TABLE.split('\n')
  .filter((line) => /^[^#\s]/.test(line) && !line.startsWith('良い方向'))
  .map((line) => line.split(/\s+/))
  .map(([ways = '', signs = '', baselines = '', keeps = '', ...states]) => ({
    classes: [ways, signs, baselines, keeps].map((cell) => cell.split('・')),
    states: states.join(' '),
  }));

const DIRECTIONS = { 増加: 'increase', 減少: 'decrease', 維持: 'maintain', 範囲: 'range', 空: null } as const;
const TARGETS = {
  なし: '50人',
  以上: '50人以上',
  以下: '50人以下',
  超: '50人超',
  未満: '50人未満',
  範囲: '40人以上60人以下',
  程度: '50人程度',
} as const;
const BASELINES = { 上: 20, 下: 80, 同: 50, 無: null } as const;
const KEEPS = { 有: 'を維持', 無: '' } as const;
const REASONS: Readonly<Record<string, string>> = {
  方向: notRatedReasons['direction-unknown'],
  おおよそ: notRatedReasons['target-approximate'],
  現状値: notRatedReasons['no-baseline'],
};

/** Returns the input of a result of a combination; the end is on day 100. */
function createInput(names: readonly string[], latest: number, now: number): ProgressInput {
  const [direction = null] = Object.entries(DIRECTIONS).flatMap(([name, value]) => (name === names[0] ? [value] : []));
  const find = <T>(list: Readonly<Record<string, T>>, at: number) => list[names[at] ?? ''] as T;
  const text = `${find<string>(TARGETS, 1)}${find<string>(KEEPS, 3)}`;
  const target = readTarget(text);
  if (!target.ok) throw new Error(text);
  const { value, comparator, low, high } = target.value;
  const input = createProgressInput({
    direction,
    unit: '人',
    baseline: find(BASELINES, 2),
    target: value,
    latest,
    now,
  });
  return { ...input, target: { ...input.target, text, comparator, low, high } };
}

const combinations = Object.keys(DIRECTIONS).flatMap((way) =>
  Object.keys(TARGETS).flatMap((sign) =>
    Object.keys(BASELINES).flatMap((baseline) => Object.keys(KEEPS).map((keep) => [way, sign, baseline, keep])),
  ),
);
const RESULTS = [50, 100].flatMap((now) => [35, 50, 65].map((latest) => ({ latest, now })));

test('each of the 280 combinations is in exactly one row', () => {
  const counts = combinations.map(
    (names) => rows.filter(({ classes }) => names.every((name, at) => classes[at]?.includes(name))).length,
  );
  expect([combinations.length, new Set(counts)]).toEqual([280, new Set([1])]);
});

test.each(combinations)('良い方向 %s, %s, baseline %s, 維持 %s has the states of its row', (...names) => {
  const row = rows.find(({ classes }) => names.every((name, at) => classes[at]?.includes(name)));
  const states = RESULTS.map(({ latest, now }) => {
    const { status, reason } = buildRatings('', createInput(names, latest, now), [], null).progress;
    return reason === null
      ? progressStatuses[status]
      : Object.keys(REASONS).find((name) => REASONS[name] === notRatedReasons[reason]);
  });
  expect(states.join(' ')).toBe(row?.states);
});

test.each(combinations)('良い方向 %s, %s, baseline %s, 維持 %s: picture, sentences and figures agree', (...names) => {
  const { indicator: plain } = createMadeUpIndicator({ baseline: [2022, 0], target: [2030, 1] });
  for (const { latest, now } of RESULTS) {
    const input = createInput(names, latest, now);
    const { progress, ratings } = buildRatings('', input, [], null);
    const result = input.latest && { ...input.latest, certainty: 'final' as const };
    const indicator = { ...plain, ...input, latest: result, progress };
    const [rating] = ratings;
    if (!rating) throw new Error('no rating');
    const view = chooseTargetView(indicator);
    const text = explainRating(indicator, rating).join('');
    if (progress.reason === null) {
      expect(view.kind === 'progress').toBe(progress.achieved !== null);
      expect(text).not.toMatch(/評価しません|計算できません/);
      expect(rating.judgedBy).not.toBeNull();
    } else {
      expect(view).toEqual({ kind: 'words', reason: progress.reason });
      expect(text).toMatch(/評価しません|計算できません/);
      // The pace that reaches the target is no rating.
      const { pace_needed: _pace, years_left: _years, ...figures } = rating.figures;
      expect(Object.values(figures).every((figure) => figure === null)).toBe(true);
    }
    if (progress.status === 'achieved' || progress.reason === 'direction-unknown')
      expect(explainYearlyChange(indicator)).toBeNull();
    if (progress.reason === 'direction-unknown') expect(text).toMatch(/どちらがよい|合わない|範囲がわからない/);
  }
});

test.each([
  // At the end of a scale, a value that was not kept can only be worse.
  ['0人を維持', '人', '待機児童数', 0, '達成'],
  ['0人を維持', '人', '待機児童数', 45, '遅れ'],
  ['0人を維持', '人', '社会増減数', 45, '方向'],
  ['0千円を維持', '千円', '一時借入金', 45, '方向'],
  ['100%を維持', '%', '給水普及率', 100, '達成'],
  ['100%を維持', '%', '給水普及率', 98, '遅れ'],
  ['100%を維持', '%', '給水普及率', 103, '方向'],
  ['100%を維持', '', '給水普及率', 98, '遅れ'],
  ['100%を維持', '%', '経常収支比率', 98, '方向'],
  ['95%を維持', '%', '収納率', 94, '方向'],
  ['0件', '件', '事故の件数', 45, '方向'],
  ['30件に減少', '件', '事故の件数', 45, '遅れ'],
  ['30件以下に減少', '件', '事故の件数', 25, '達成'],
  ['30件に増加', '件', '相談の件数', 45, '達成'],
  ['30件を確保', '件', '相談の件数', 45, '達成'],
  ['30件に抑える', '件', '苦情の件数', 45, '遅れ'],
  ['30件を達成', '件', '相談の件数', 45, '方向'],
])('a baseline that equals the target %s in %s of %s, and the result %d: %s', (text, unit, title, latest, state) => {
  const target = readTarget(text);
  if (!target.ok) throw new Error(text);
  const { value, comparator } = target.value;
  const input = createProgressInput({ title, unit, baseline: value, target: value, latest, comparator, text });
  const { status, reason } = buildRatings('', input, [], null).progress;
  expect(reason === 'direction-unknown' ? '方向' : progressStatuses[status]).toBe(state);
});

test.each([
  ['', '97%を維持', 90, 94, '順調', '良い方向が書かれていないときは、現状値がその数より小さければ'],
  ['維持', '97%を維持', 90, 93, '方向', 'ほかは、同じ値のときだけ達成です。ちがう値は'],
  ['増加', '97%を維持', 90, 98, '達成', '良い方向が増加か減少なら、その向きのふつうの目標と同じです'],
  ['減少', '97%を維持', 90, 98, '遅れ', '良い方向が増加か減少なら、その向きのふつうの目標と同じです'],
  ['増加', '概ね97%', 98, 96, '評価なし', '（「概ね」の目標は、目標の時点になる前でも、評価しません）'],
  ['', '0件を維持', 4, 2, '順調', '（「0人を維持」なら、大きければ）、まずそこまで動かす目標とみて評価します'],
  ['維持', '0件を維持', 4, 2, '遅れ', 'そのほかのとき、「0人を維持」で数が出たものと'],
  ['', '100%を維持', 90, 95, '順調', 'まずそこまで動かす目標とみて評価します'],
  ['', '100%を維持', 100, 95, '遅れ', '「100%を維持」で100%より小さいものは、保たれていないので、遅れか未達成です'],
  ['範囲', '97%', 90, 93, '方向', '良い方向が「範囲」で、目標値が1つの数のとき：同じ値なら達成です。ちがう値は'],
  ['範囲', '97%', 90, 97, '達成', '良い方向が「範囲」で、目標値が1つの数のとき：同じ値なら達成です'],
])(
  '良い方向「%s」, %s, from %d to %d: %s, as the page about the method says',
  (word, text, baseline, latest, state, said) => {
    const target = readTarget(text);
    if (!target.ok) throw new Error(text);
    const { value, unit, comparator } = target.value;
    const direction = word === '' ? null : preferredDirections.wordSchema.parse(word);
    const numbers = { baseline, target: value, latest };
    const input = createProgressInput({ direction, title: '見本', unit, ...numbers, comparator, text });
    const { status, reason } = buildRatings('', input, [], null).progress;
    expect(reason === 'direction-unknown' ? '方向' : progressStatuses[status]).toBe(state);
    expect(readFileText('content/guides/method.mdx')).toContain(said);
  },
);

test.each([
  ['増加', '30件に減少', 'direction-unknown'],
  ['減少', '30件に増加', 'direction-unknown'],
  ['', '30件に減少', 'direction-unknown'],
  ['増加', '30件に増加', null],
  ['減少', '30件に減少', null],
  ['', '30件に増加', null],
])('from 20件 to 30件 with 良い方向「%s」 and the words %s, the contradiction is %s', (word, text, reason) => {
  const direction = word === '' ? null : preferredDirections.wordSchema.parse(word);
  const input = createProgressInput({ direction, unit: '件', baseline: 20, target: 30, latest: 40, text });
  expect(buildRatings('', input, [], null).progress.reason).toBe(reason);
});

test.each([
  // A plan may allow a population to fall, or wish it to.
  ['人口', 'direction-unknown'],
  ['架空町の人口', 'direction-unknown'],
  ['総人口（架空）', 'direction-unknown'],
  ['将来人口', 'direction-unknown'],
  ['人口総数', 'direction-unknown'],
  ['居住誘導区域内の人口密度', 'direction-unknown'],
  ['中心市街地の居住人口', 'direction-unknown'],
  ['浸水想定区域内の人口', null],
  ['浸水のおそれがある地区の人口', null],
  ['高齢者人口', null],
  ['人口1,000人あたりの事故', null],
  ['自治会加入率', 'direction-unknown'],
  ['住民基本台帳人口', 'direction-unknown'],
  ['年少人口割合', 'direction-unknown'],
  ['小中学校の児童生徒数', 'direction-unknown'],
  ['世帯数（4月1日）', 'direction-unknown'],
  ['販売農家数', 'direction-unknown'],
  ['町税収入額', 'direction-unknown'],
  ['財政調整基金残高', 'direction-unknown'],
  ['製造業の事業所数', 'direction-unknown'],
  ['水道の給水人口', 'direction-unknown'],
  ['農業就業人口', 'direction-unknown'],
  ['観光入込客数', 'direction-unknown'],
  ['鉄道駅乗車人員', 'direction-unknown'],
  ['図書館貸出冊数', 'direction-unknown'],
  ['宿泊者数', 'direction-unknown'],
  ['転入者数', 'direction-unknown'],
  ['社会増減数', 'direction-unknown'],
  ['婚姻件数', 'direction-unknown'],
  ['漁獲量', 'direction-unknown'],
  ['民生委員数', 'direction-unknown'],
  ['納税義務者数', 'direction-unknown'],
  ['転出者数', null],
  ['待機人員', null],
  ['刑法犯検挙人員', null],
  ['不登校の児童生徒数', null],
  ['未接続の世帯数', null],
  ['入所保留児童数', null],
  ['長期欠席児童生徒数', null],
  ['むし歯のある児童数', null],
  ['朝食を食べない児童生徒数', null],
  ['教員一人あたりの児童生徒数', null],
  ['保育士1人当たりの園児数', null],
  ['一学級の児童数', null],
  ['倒産企業数', null],
  ['廃業事業所数', null],
  ['断水世帯数', null],
  ['浸水世帯数', null],
  ['汲み取り世帯数', null],
  ['くみ取り世帯数', null],
  ['要保護児童数', null],
  ['過大規模校の生徒数', null],
  ['暴力団員数', null],
  ['従業員一人当たりの出荷額', 'direction-unknown'],
  ['空き店舗数', null],
  ['職員数', null],
  ['路線バスの利用者数（1年）', 'direction-unknown'],
  ['合計特殊出生率', 'direction-unknown'],
  ['待ち時間', null],
  ['自家用車の利用率', null],
  ['マイカー通勤者の自動車利用率', null],
  ['レジ袋の利用率', null],
  ['救急外来の軽症利用者数', null],
])('the fall from 80人 to 50人 as target of %s has the reason %s', (title, reason) => {
  for (const latest of [35, 50]) {
    const input = createProgressInput({ title, unit: '人', baseline: 80, target: 50, latest, text: '50人' });
    expect(buildRatings('', input, [], null).progress.reason).toBe(reason);
  }
});

test.each([
  // A plan may allow a burden to grow, and hardly wishes it to.
  ['要介護・要支援認定者数', 'direction-unknown'],
  ['要介護認定率（65歳以上）', 'direction-unknown'],
  ['空家の戸数', 'direction-unknown'],
  ['交通事故発生件数', 'direction-unknown'],
  ['一人当たりの医療費', 'direction-unknown'],
  ['市債残高', 'direction-unknown'],
  ['借入金残高', 'direction-unknown'],
  ['介護保険料基準額（月額）', 'direction-unknown'],
  ['ひとり暮らし高齢者数', 'direction-unknown'],
  ['虐待の相談件数', 'direction-unknown'],
  ['いじめ相談件数', 'direction-unknown'],
  ['地方債現在高', 'direction-unknown'],
  ['特定空家等の数', 'direction-unknown'],
  ['人工透析患者数', 'direction-unknown'],
  ['糖尿病有病者数', 'direction-unknown'],
  ['メタボリックシンドローム該当者の割合', 'direction-unknown'],
  ['障害者手帳所持者数', 'direction-unknown'],
  ['単身高齢者世帯数', 'direction-unknown'],
  ['水道料金', 'direction-unknown'],
  ['維持管理費', 'direction-unknown'],
  ['ごみ処理経費', 'direction-unknown'],
  ['時間外勤務時間', 'direction-unknown'],
  ['入院患者数', null],
  ['外来の患者数', null],
  ['水道料金の収納率', null],
  ['料金回収率', null],
  ['経費の削減額', null],
  ['時間外保育の利用者数', null],
  ['空き家相談件数', null],
  ['一人暮らし高齢者相談件数', null],
  ['生活困窮者相談件数', null],
  ['介護保険料の収納率', null],
  ['世帯数', null],
  ['1人1日当たりのごみの量', 'direction-unknown'],
  ['認知症サポーターの数', null],
  ['待機児童解消率', null],
  ['空き家の活用件数', null],
  ['資源ごみの量', null],
  ['非喫煙率', null],
  ['図書館の利用者数', null],
  ['経常収支比率', 'direction-unknown'],
  ['普通会計の経常収支比率', 'direction-unknown'],
  ['下水道事業の経常収支比率', null],
  ['病院の経常収支比率', null],
  ['水道の経常収支比率', null],
  ['公営企業会計の経常収支比率', null],
])('the rise from 50人 to 80人 as target of %s has the reason %s', (title, reason) => {
  for (const latest of [60, 90]) {
    const input = createProgressInput({ title, unit: '人', baseline: 50, target: 80, latest, text: '80人' });
    expect(buildRatings('', input, [], null).progress.reason).toBe(reason);
  }
});

test.each([
  ['温室効果ガスの削減率', 10, '▲46', 'direction-unknown'],
  ['温室効果ガスの削減率', 10, '46', null],
  ['温室効果ガスの増減率', 10, '▲46', null],
])('of %s from %d to %s, the reason is %s: a reduction may be a change below 0', (title, baseline, text, reason) => {
  const value = Number(text.replace('▲', '-'));
  const input = createProgressInput({ title, unit: '%', baseline, target: value, latest: 16, text });
  expect(buildRatings('', input, [], null).progress.reason).toBe(reason);
});

test.each(['50人（維持）', '50人（現状維持）', '50人（前年から維持）'])(
  'the fall from 80人 to %s is rated only if the brackets say no more than 維持',
  (text) => {
    const input = createProgressInput({ unit: '人', baseline: 80, target: 50, latest: 35, text });
    const { status, reason } = buildRatings('', input, [], null).progress;
    expect(reason ?? status).toBe(text.includes('前年') ? 'achieved' : 'direction-unknown');
  },
);

test('a rise to a value to keep is rated like any other rise', () => {
  const input = createProgressInput({ unit: '人', baseline: 20, target: 50, latest: 65, text: '50人を維持' });
  expect(buildRatings('', input, [], null).progress.status).toBe('achieved');
});

test('a fall to 0 that is to be kept is rated like any other fall', () => {
  const input = createProgressInput({ unit: '人', baseline: 20, target: 0, latest: 20, text: '0人を維持' });
  expect(buildRatings('', input, [], null).progress.status).toBe('behind');
});
