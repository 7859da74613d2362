import type { Comparator } from '../model/quantity.ts';

/** How a number is compared when its cell says so. */
export type Bound = Exclude<Comparator, 'within' | 'about'>;

/** What stands behind a number, folded: 人以上を維持 → 人, >=, を維持. */
export interface AfterNumber {
  readonly unit: string;
  /** What it is counted per where that stands behind 以上: 10件以上/年 → /年. */
  readonly per: string;
  readonly approximate: boolean;
  readonly bound: Bound | null;
  readonly words: string;
  /** True where the words make the number one by which something changes: 10%増. */
  readonly change: boolean;
}

/** Words that end a unit although their characters could stand in one. */
const NO_UNIT = '(?!以上|以下|以内|未満|超|増|減)';
/** A piece of a unit: 人, キロワット, t-CO2, か所, ㎡ (folded m2), %. Digits stand only in the units that have them. */
const PIECE =
  `(?:${NO_UNIT}(?:CO2|[kcm]?m[23](?!\\d)|か(?=[所月年国寺村町])|つ|こ` +
  '|[\\p{Script=Han}\\p{Script=Katakana}ーA-Za-zμ%‰°・¥$々-]))';
/** 人, 人/日, g/[人・日]. */
const UNIT = `(?![・-])${PIECE}{1,16}?(?: ?/ ?[\\[(]?${PIECE}{1,12}?[\\])]?){0,2}`;

const APPROXIMATE = '程度|前後|ほど|くらい|ぐらい|弱|強|余り?|あまり';
const BOUND =
  '以上|以下|未満|以内|超え?|を?(?:超える|こえる|上回る|下回る)|より(?:多い|大きい|高い|少ない|小さい|低い)';
const GROWTH =
  '(?:増加|増やす|増やし|増|減少|減らす|減らし|減|アップ|UP|up|ダウン|DOWN|down|向上|上昇|低下|削減|低減|縮減|軽減' +
  '|拡大|縮小|短縮|延伸|延長|改善|圧縮|抑制|引き?上げ|引き?下げ)';
const DOING =
  '(?:に?(?:する|します|させる|させます|した|して)|を(?:目指す|目指します|図る|図ります)|る|ます)?';
const HOLD = `(?:を|の)?(?:維持|継続|確保|達成|堅持|キープ)${DOING}`;
const REACH = `(?:に|へ|まで)${GROWTH}${DOING}|[にと](?:する|します)|を?(?:目指す|目指します|目標とする|目標とします)`;
const CHANGE = `(?:の|を)?${GROWTH}分?${DOING}`;

const FORM = new RegExp(
  `^(?<unit>|${UNIT})(?<approximate>${APPROXIMATE})?(?<bound>${BOUND})?(?<per> ?/ ?[年月週日])?` +
    `(?<words>${HOLD}|${REACH}|(?<change>${CHANGE}))?$`,
  'u',
);
const ONLY_UNIT = new RegExp(`^${UNIT}$`, 'u');

const BOUNDS: readonly (readonly [RegExp, Bound])[] = [
  [/^(?:以上|≧|≥|>=)$/, '>='],
  [/^(?:以下|以内|≦|≤|<=)$/, '<='],
  [/^(?:を?(?:超|こえ|上回)|より[多大高]|>)/, '>'],
  [/^(?:未満|を?下回|より[少小低]|<)/, '<'],
];

/** The comparator of a word or sign: 以上, ≦. */
export function boundOf(written: string | undefined): Bound | null {
  return written === undefined ? null : (BOUNDS.find(([form]) => form.test(written))?.[1] ?? null);
}

/** True for a text that may be a unit. */
export function isUnit(text: string): boolean {
  return ONLY_UNIT.test(text);
}

/**
 * Takes what stands behind a number apart, or gives null where it is not of a known form.
 * @param text folded
 * @example afterNumber('人以上を維持') // → unit 人, bound >=, words を維持
 * @example afterNumber('件/年') // → unit 件/年, bound null
 * @example afterNumber('%増') // → unit %, change true
 * @example afterNumber('か所で実施') // → null
 */
export function afterNumber(text: string): AfterNumber | null {
  const found = FORM.exec(text)?.groups;
  if (!found) return null;
  return {
    unit: found.unit ?? '',
    per: found.per?.replaceAll(' ', '') ?? '',
    approximate: found.approximate !== undefined,
    bound: boundOf(found.bound),
    words: found.words ?? '',
    change: found.change !== undefined,
  };
}
