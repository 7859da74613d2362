import type { TargetComparator } from '../model/quantity.ts';
import { ACTION_WORDS } from './words.ts';

/** How a number is compared when its cell says so. */
export type BoundComparator = Exclude<TargetComparator, 'within' | 'about'>;

/** What stands behind a number, folded: 人以上を維持 → 人, >=, を維持. */
export interface NumberSuffix {
  readonly unit: string;
  /** What it is counted per where that stands behind 以上: 10件以上/年 → /年. */
  readonly per: string;
  readonly approximate: boolean;
  readonly bound: BoundComparator | null;
  readonly words: string;
  /** True where the words make the number one by which something changes: 10%増. */
  readonly isChange: boolean;
  /** True where the words say what is done that many times, which leaves the number what it is: 2回開催. */
  readonly isActionCount: boolean;
}

/** What is done that many times or to that many: 10か所設置, 年2回開催. Said of the number, it is no part of its unit. */
const DONE = `(?:を|が|に|で|の)?${ACTION_WORDS}(?:済み?|する|します|した|予定)?`;
/** Said in passing: a number that is expected, estimated, or added up is the number. */
const IN_PASSING = '(?:見込み?|予定|実績|推計|累計|合計)';
/** Words that end a unit although their characters could stand in one; 人台 and 数人 are no units: 90%台, 10数人; 10月 is a time. */
const NO_UNIT =
  '(?!以上|以下|以内|未満|超|増|減|程度|前後|規模|余|数[十百千万人名件回か箇]|(?<=[人%円歳点])[台代]|(?<!.)月(?![間額])' +
  `|(?<=.)(?:${DONE}|${IN_PASSING})$)`;
/** A piece of a unit: 人, キロワット, t-CO2, か所, ㎡ (folded m2), %. Digits stand only in the units that have them. */
const PIECE =
  `(?:${NO_UNIT}(?:CO2|[kcm]?m[23](?!\\d)|か(?=[所月年国寺村町])|つ|こ` +
  '|[\\p{Script=Han}\\p{Script=Katakana}ーA-Za-zμ%‰°・¥$々-]))';
/** What a count is for, where it is no single one: 5.2人/10万人, 320台/12時間. */
const SIZE = '(?:\\d{1,4}(?=[万千百]|時間|h|か?年|日))?';
/** 人, 人/日, g/(人・日). */
const UNIT = `(?![・-])${PIECE}{1,16}?(?: ?/ ?\\(?${SIZE}${PIECE}{1,12}?\\)?){0,2}`;

const APPROXIMATE = '程度|前後|規模|ほど|くらい|ぐらい|弱|強|余り?|あまり';
const BOUND =
  '以上|以下|未満|以内|超え?|を?(?:超える|こえる|上回る|下回る)|より(?:多い|大きい|高い|少ない|小さい|低い)' +
  '|を?(?:下回らない|超えない|上回らない)(?:こと)?';
const GROWTH =
  '(?:増加|増やす|増やし|増|減少|減らす|減らし|減|アップ|UP|up|ダウン|DOWN|down|向上|上昇|低下|削減|低減|縮減|軽減' +
  '|拡大|縮小|短縮|延伸|延長|改善|圧縮|抑制|引き?上げ|引き?下げ)';
const SUFFIX_ACTIONS =
  '(?:に?(?:する|します|させる|させます|した|して)|を(?:目指す|目指します|図る|図ります)|る|ます)?';
const HOLD = `(?:の(?:水準|割合))?(?:を|の)?(?:維持|継続|確保|達成|堅持|キープ)${SUFFIX_ACTIONS}|であること`;
const REACH =
  `(?:に|へ|まで)${GROWTH}${SUFFIX_ACTIONS}|[にと](?:する|します)|に(?:抑える|抑えます|収める|収めます|とどめる|近づける)` +
  '|を?(?:目指す|目指します|目標とする|目標とします)';
const CHANGE = `(?:の|を|ずつ)?${GROWTH}分?${SUFFIX_ACTIONS}`;

const FORM = new RegExp(
  `^(?<unit>|${UNIT})(?<approximate>${APPROXIMATE})?(?<bound>${BOUND})?` +
    `(?<per> ?/ ?(?:[年月週日人回]|世帯|\\(?人・日\\)?|\\d{0,3}[千万]人))?` +
    `(?:${IN_PASSING}|(?<words>${HOLD}|${REACH}|(?<change>${CHANGE})|(?<deed>${DONE})))?$`,
  'u',
);
const ONLY_UNIT = new RegExp(`^${UNIT}$`, 'u');

const BOUNDS: readonly (readonly [RegExp, BoundComparator])[] = [
  [/下回らない/, '>='],
  [/(?:超え|上回ら)ない/, '<='],
  [/^(?:以上|≧|≥|>=)$/, '>='],
  [/^(?:以下|以内|≦|≤|<=)$/, '<='],
  [/^(?:を?(?:超|こえ|上回)|より[多大高]|>)/, '>'],
  [/^(?:未満|を?下回|より[少小低]|<)/, '<'],
];

/** The comparator of a word or sign: 以上, ≦. */
export function parseBound(written: string | undefined): BoundComparator | null {
  return written === undefined ? null : (BOUNDS.find(([form]) => form.test(written))?.[1] ?? null);
}

/** True for a text that may be a unit. */
export function isPossibleUnit(text: string): boolean {
  return ONLY_UNIT.test(text);
}

/**
 * Takes what stands behind a number apart, or gives null where it is not of a known form.
 * @param text folded
 * @example parseNumberSuffix('人以上を維持') // → unit 人, bound >=, words を維持
 * @example parseNumberSuffix('件/年') // → unit 件/年, bound null
 * @example parseNumberSuffix('%増') // → unit %, change true
 * @example parseNumberSuffix('か所で実施') // → unit か所, words で実施, deed true
 * @example parseNumberSuffix('か所を回る') // → null
 */
export function parseNumberSuffix(text: string): NumberSuffix | null {
  const found = FORM.exec(text)?.groups;
  if (!found) return null;
  return {
    unit: found.unit ?? '',
    per: found.per?.replaceAll(' ', '') ?? '',
    approximate: found.approximate !== undefined,
    bound: parseBound(found.bound),
    words: found.words ?? '',
    isChange: found.change !== undefined,
    isActionCount: found.deed !== undefined,
  };
}
