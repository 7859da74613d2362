import type { Comparator } from '../model/quantity.ts';
import { asPrinted, part, type Folded } from './fold.ts';
import { leadingNumber } from './number.ts';

/** A number with its unit and with what is said around it. */
export interface Figure {
  readonly value: number;
  /** As printed; with what it is counted per where that stands before the number: 1日当たり67分 is 分/日. */
  readonly unit: string;
  /** 約, 程度, 前後 …. */
  readonly approximate: boolean;
  /** 以上, 未満 …. */
  readonly bound: Exclude<Comparator, 'within' | 'about'> | null;
  /** The words after it as printed (を維持, に減少), or null. */
  readonly words: string | null;
  /** True where the number is by how much something changes (10%増), and no level. */
  readonly change: boolean;
  readonly middleDot: boolean;
  /** A unit of rank: 全国1位. */
  readonly rank: boolean;
}

/** One unit: 人, キロワット時, t-CO2, か所, ㎡ (folded m2), %. Digits stand only in the units that have them. */
const NAME =
  '(?:(?!以上|以下|以内|未満|超|増|減)(?:CO2|[kcm]?m[23](?![0-9])|[\\p{Script=Han}\\p{Script=Katakana}ーA-Za-zμ%‰°・¥$々-]|か(?=[所月年国寺村町])|つ|こ))';
const UNIT = `(?:(?![・-])${NAME}{1,16}?(?: ?/ ?[\\[(]?${NAME}{1,12}?[\\])]?){0,2})`;
const GROWTH =
  '(?:増加|増やす|増やし|増|減少|減らす|減らし|減|アップ|UP|up|ダウン|DOWN|down|向上|上昇|低下|削減|低減|縮減|軽減|拡大|縮小|短縮|延伸|延長|改善|圧縮|抑制|引き?上げ|引き?下げ)';
const DOING =
  '(?:(?:に)?(?:する|します|させる|させます|した|して)|を目指す|を目指します|を図る|を図ります|る|ます)?';
const APPROXIMATE = '(?<approximate>程度|前後|ほど|くらい|ぐらい|弱|強|余り?|あまり)?';
const BOUND =
  '(?<bound>以上|以下|未満|以内|超え?|を?(?:超える|こえる|上回る|下回る)|より(?:多い|大きい|高い|少ない|小さい|低い))?(?<late> ?/ ?[年月週日])?';
const AFTER = `(?<words>(?:を|の)?(?:維持|継続|確保|達成|堅持|キープ)${DOING}|(?:に|へ|まで)(?<reached>${GROWTH})${DOING}|を?(?:目指す|目指します|目標とする|目標とします)|と(?:する|します)|に(?:する|します)|(?:の|を)?(?<change>${GROWTH})分?${DOING})?`;
const REST = new RegExp(`^(?<unit>|${UNIT})${APPROXIMATE}${BOUND}${AFTER}$`, 'u');
/** 445,131/百万円: a stroke that only parts number and unit. One before 年 or 日 says per. */
const STROKE = /^ ?\/ ?(?![年月日週時人]|世帯)/;

const APPROXIMATELY = /^(?:約|およそ|おおよそ|おおむね|概ね|ほぼ) ?/;
const SYMBOL = /^(≧|≥|>=|≦|≤|<=|>|<) ?/;
/** What a number is counted of; it changes neither number nor unit. */
const GATHERED = /^(?:【参考】|合計|総計|総数|全体|計|延べ|のべ|累計|平均) ?:? ?/;
/** 1日当たり, 人口10万人当たり, and the short 月1回, 年間10回. */
const PER =
  /^(?:1(?=[^\d,万千]) ?)?(?<of>(?:人口)?[\d,万千]*[^\d\s/]{1,6}?(?:1[^\d\s/]{1,4}?)?)(?:当たり|あたり|当り|につき)の? ?/;
const EACH = /^(?<of>[年月週日])間?に?(?=\d)/;
/** Lengths of time in two units are told in the smaller one. */
const LENGTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?<more>\d+) ?時間 ?(?<less>[0-5]?\d) ?(?=分)/, 60],
  [/^(?<more>\d+) ?分 ?(?<less>[0-5]?\d) ?(?=秒)/, 60],
  [/^(?<more>\d+) ?年 ?(?<less>\d|1[01]) ?(?=[か箇カヵケヶ]月)/, 12],
];

const BOUNDS: readonly (readonly [RegExp, Figure['bound']])[] = [
  [/^(?:以上|≧|≥|>=)$/, '>='],
  [/^(?:以下|以内|≦|≤|<=)$/, '<='],
  [/^(?:超|を?(?:超|こえ|上回)|より[多大高]|>)/, '>'],
  [/^(?:未満|を?下回|より[少小低]|<)/, '<'],
];

function boundOf(written: string | undefined): Figure['bound'] {
  return written === undefined ? null : (BOUNDS.find(([form]) => form.test(written))?.[1] ?? null);
}

/** True for a text that may be a unit. */
export function isUnit(text: string): boolean {
  return new RegExp(`^${UNIT}$`, 'u').test(text);
}

function numberAt(text: string): { value: number; length: number; middleDot: boolean } | null {
  for (const [form, size] of LENGTHS) {
    const found = form.exec(text);
    if (!found?.groups) continue;
    const value = Number(found.groups.more) * size + Number(found.groups.less);
    return { value, length: found[0].length, middleDot: false };
  }
  const found = leadingNumber(text);
  return found && 'value' in found ? found : null;
}

/**
 * Reads one number with its unit: 約 51万5千人, 170.0キログラム/年以下, 1日当たり2時間30分. Null where the text is anything else.
 * @param whole folded, without brackets and times (see `cell.ts`)
 */
export function figureOf(whole: Folded): Figure | null {
  let rest = whole;
  const take = (form: RegExp): RegExpExecArray | null => {
    const found = form.exec(rest.text);
    if (found) rest = part(rest, found[0].length);
    return found;
  };
  take(GATHERED);
  const per = (take(PER) ?? take(EACH))?.groups?.of ?? '';
  const about = take(APPROXIMATELY) !== null;
  const symbol = take(SYMBOL)?.[1];
  const number = numberAt(rest.text);
  if (!number) return null;
  rest = part(rest, number.length);
  take(STROKE);
  const said = REST.exec(rest.text)?.groups;
  if (!said) return null;
  const unit = asPrinted(part(rest, 0, said.unit?.length ?? 0));
  const after = said.words ? asPrinted(part(rest, rest.text.length - said.words.length)) : null;
  return {
    value: number.value,
    unit: per ? `${unit}/${per}` : unit + (said.late?.replaceAll(' ', '') ?? ''),
    approximate: about || said.approximate !== undefined,
    bound: boundOf(symbol) ?? boundOf(said.bound),
    words: after,
    change: said.change !== undefined,
    middleDot: number.middleDot,
    rank: /位$/.test(said.unit ?? ''),
  };
}
