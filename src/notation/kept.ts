import { createIssue, type Issue } from '../problems/problem.ts';
import { ERA_PATTERN } from './era.ts';
import { parseLeadingNumber } from './number.ts';
import { readPeriod } from './period.ts';

/** Why something known is not computed, as `kept-as-text` says it. */
const keptBecause = {
  staged: '年ごとに分かれている',
  arrow: '変化の前と後が書かれている',
  rank: '順位な',
  ratio: '分数な',
  relative: 'ほかの値をもとにした値な',
  change: '増減の数な',
  range: '幅のある値な',
  open: 'はしをふくまない範囲な',
  bound: '数ちょうどではない',
  parts: '数が2つ以上ある',
  misprint: '数の区切りがくずれている',
  vague: 'はっきりした数ではない',
  grade: '記号や段階な',
  label: '数の前に言葉がある',
  large: 'けたが多すぎて正確に表せない',
  time: '時点だけが書かれている',
  words: '言葉な',
} as const;
export type UnparsedReason = keyof typeof keptBecause;

/** Says that a text is kept as it is, and why. */
export function createUnparsedIssue(text: string, kept: UnparsedReason): Issue {
  return createIssue('kept-as-text', { value: text, why: keptBecause[kept] });
}

/** Says that a text has two readings; each is named by the text to write for it. */
export function createAmbiguityIssue(text: string, first: string, second: string): Issue {
  return createIssue('two-readings', { value: text, first, second });
}

const NUMBER = '[▲△-]? ?\\d[\\d,.]*';
const YEARS = new RegExp(`(?:${ERA_PATTERN}\\d{1,3}|\\d{4}) ?年|${ERA_PATTERN}\\d{1,3}(?=:)`, 'g');

/** Two readings of a folded text, each with how to write it. */
const TWO: readonly (readonly [RegExp, first: string, second: string])[] = [
  // A share that grows by a share: by points, or by so much of itself.
  [
    new RegExp(`^(${NUMBER}) ?(?:%|パーセント)(?:程度|以上|以下)?(?:の|を)?(?:増|UP|up|アップ|向上|上昇).*$`),
    '$1ポイント増',
    'もとの値の$1%増',
  ],
  [
    new RegExp(
      `^(${NUMBER}) ?(?:%|パーセント)(?:程度|以上|以下)?(?:の|を)?(?:減|DOWN|down|ダウン|低下|削減|縮減|低減).*$`,
    ),
    '$1ポイント減',
    'もとの値の$1%減',
  ],
  // A number with an arrow: at least as much, or more.
  [new RegExp(`^(${NUMBER} ?[^\\d↑↗]{0,6})[↑↗]$`), '$1以上', '$1超'],
  [new RegExp(`^(${NUMBER} ?[^\\d↓↘]{0,6})[↓↘]$`), '$1以下', '$1未満'],
  // A direction glued to a number: up to it, or up by it.
  [new RegExp(`^(?:アップ|UP|増加|向上|[↑↗]|\\+(?!0\\D*$)) ?(${NUMBER}[^\\d増減]{0,6})$`), '$1', '$1増'],
  [new RegExp(`^(?:ダウン|DOWN|減少|低下|[↓↘]) ?(${NUMBER}[^\\d増減]{0,6})$`), '$1', '$1減'],
  [/^(\d+)・(\d)(\D{0,6})$/, '$1.$2$3', '$1$3、$2$3'],
  // Whether a natural loss counts down depends on the indicator's title.
  [/^(\d[\d,]*\D{0,3})の(?:自然|社会)減$/, '▲$1', '$1'],
  // The first number is how low it may be, or where it starts from.
  [new RegExp(`^(${NUMBER}) ?(\\D{0,6})から(${NUMBER}) ?([^\\dにへ]{1,6}?)(?:まで)?$`), '$1$4~$3$4', '$3$4'],
];

/** What several numbers with their names stand in: no marks but those that part them, and no letter typed for a digit: 1O0. */
const PARTS = /^(?!.*\d(?!m[23])[A-Za-z]{1,2}\d)[\p{L}\d,.%:、・;~▲△ー↑↓ /-]+$/u;

/** Known forms of a folded text, the more telling first: many that look like several numbers say more than that. */
const KEPT: readonly (readonly [UnparsedReason, (text: string) => boolean])[] = [
  ['arrow', (text) => /\d.*[→⇒➡]|\d.*から.*\d.*(?:に|へ)\D+$/.test(text)],
  ['relative', (text) => /[比差の] ?[約+▲△-]? ?\d[\d,.]* ?(?:%|パーセント|ポイント|割|倍)/.test(text)],
  ['relative', (text) => /^(?:現状|現況|基準|前年|策定|さらに|新たに)\D{0,6}\d/.test(text)],
  ['relative', (text) => /平均値?[+を]\d/.test(text)],
  ['staged', (text) => (text.match(YEARS) ?? []).length > 1],
  [
    'ratio',
    (text) => /^約? ?\d[\d,.]*\D{0,6}[/:] ?\d[\d,.]*\D{0,8}$|分の[\d一二三四五六七八九十]+$/.test(text),
  ],
  ['ratio', (text) => /^\d[\d,]*\D{1,8}中\D{0,2}\d[\d,.]*\D{0,8}$/.test(text)],
  ['open', (text) => /\d\D*(?:超|未満).*\d|\d.*\d\D*(?:超|未満)/.test(text)],
  ['range', (text) => /^[▲△-]?\d[\d,.]*\D{0,8}(?:[~―±-]|から|以上)\D{0,4}\d[\d,.]*\D{0,8}$/.test(text)],
  [
    'range',
    (text) => /^\d[\d,.]*[^\d~]{0,6}(?:~|[台代](?:前半|後半)?(?:を?維持)?)$|^~\d[\d,.]*\D{0,6}$/.test(text),
  ],
  [
    'vague',
    (text) =>
      /^\d*[十百千万]?(?:数[十百千万]*\D{1,3}|複数\D{0,3})(?:以上)?$|^\d[\d,]*[万千]余\D{1,3}$/.test(text),
  ],
  ['vague', (text) => /^(?:過?半数|大半|大多数|多数|少数|若干[名人]?|ほとんど)(?:以上)?$/.test(text)],
  ['grade', (text) => /^(?:[○◯〇◎●△×✕☆★]|有り?|あり|可)$/.test(text)],
  [
    'grade',
    (text) => /^(?:ランク|レベル|評価|ステージ|ベスト) ?[A-ES\d]{1,2}(?:以上|以下|以内)?$/.test(text),
  ],
  ['grade', (text) => /^[A-DS] ?(?:評価|ランク|判定|等級)?(?:以上|以下)?(?:を?維持)?$/.test(text)],
  ['grade', (text) => /^(?:概ね)?(?:健全|良好|適正|順調|妥当)(?:段階)?$/.test(text)],
  [
    'words',
    (text) =>
      /^.{0,20}(?:中止|休止|延期|未実施|実施なし|未整備|新規(?:事業|設定|指標)?|開始前|供用前|実施前)$/.test(
        text,
      ),
  ],
  ['misprint', misprinted],
  ['parts', (text) => (text.match(/\d[\d,.]*/g) ?? []).length > 1 && PARTS.test(text)],
  ['rank', (text) => /\d ?位(?:以内|以上|以下)?$/.test(text)],
  // 人口74,000人, but 男性80.5歳 too: what the words before a number make of it, the indicator's title alone can say.
  [
    'label',
    (text) => /^(?![年月週日毎各])[\p{L}・ー() ]{2,20}?[約: ]* ?[▲△-]?\d[\d,.]*\D{0,12}$/u.test(text),
  ],
];

/** True for one number and a unit whose separators cannot stand as they do: 4億3,0000万円. */
function misprinted(text: string): boolean {
  const found = parseLeadingNumber(text);
  return found !== null && 'kept' in found && /^\D?\d[\d,.、万億兆千百 ]*\D{0,10}$/.test(text);
}

/**
 * Names what is known but not computed: the warning for a folded text, or null where it is of no known form.
 * @param text folded, without brackets and times
 * @param typed the cell as typed, for the warning to quote
 */
export function findUnparsedForm(text: string, typed: string): Issue | null {
  for (const [form, first, second] of TWO)
    if (form.test(text))
      return createAmbiguityIssue(typed, text.replace(form, first), text.replace(form, second));
  const found = parseLeadingNumber(text);
  if (found && 'kept' in found && found.kept === 'large') return createUnparsedIssue(typed, 'large');
  const kept = KEPT.find(([, is]) => is(text));
  return kept ? createUnparsedIssue(typed, kept[0]) : null;
}

const TIME_AHEAD = new RegExp(`^(?:${ERA_PATTERN} ?(?:\\d|元)|(?:19|20|21)\\d\\d ?年|1?\\d月(?!間))`);

/** True for a time without a value: 令和8年度, 2030年, 3月. */
export function isTimeOnly(text: string): boolean {
  return TIME_AHEAD.test(text) && readPeriod(text).ok;
}
