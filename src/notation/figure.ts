import { parseNumberSuffix, parseBound, type BoundComparator } from './after.ts';
import { getPrintedText, sliceText, type NormalizedText } from './fold.ts';
import { parseLeadingNumber } from './number.ts';

/** A number with its unit and with what is said around it. */
export interface NumberWithUnit {
  readonly value: number;
  /** As printed; with what it is counted per where that stands before the number: 1日当たり67分 is 分/日. */
  readonly unit: string;
  /** 約, 程度, 前後 …. */
  readonly approximate: boolean;
  /** 以上, 未満 …. */
  readonly bound: BoundComparator | null;
  /** The words after it as printed (を維持, に減少), or null. */
  readonly words: string | null;
  /** True where the number is by how much something changes (10%増), and no level. */
  readonly isChange: boolean;
  /** True where the words say what is done that many times: 2回開催. */
  readonly isActionCount: boolean;
  readonly middleDot: boolean;
  /** A unit of rank: 全国1位. */
  readonly isRank: boolean;
}

/** 445,131/百万円: a stroke that only parts number and unit. One before 年 or 日 says per. */
const STROKE = /^ ?\/ ?(?![年月日週時人\d]|[千万]人|世帯)/;

const APPROXIMATELY = /^(?:約|およそ|おおよそ|おおむね|概ね|ほぼ|限りなく) ?/;
/** ¥1,200: the one unit that stands before its number. */
const YEN = /^¥ ?(?=\d)/;
const SYMBOL = /^(≧|≥|>=|≦|≤|<=|>|<) ?/;
/** What a number is counted of, or over; it changes neither number nor unit: 延べ, 5年間で累計, 全12地区. */
const GATHERED =
  /^(?:(?:計画)?期間(?:内|中)?(?:に|で|の)?|\d{1,2} ?[かカヵヶケ箇]?年間?(?:で|の|(?=累計|合計|延べ))|合計|総計|総数|全体|計|延べ?|のべ|累計|累積|平均|見込み?|推計|実績|全(?=\d)) ?:? ?/;
/** 1日当たり, 人口10万人当たり, 1日平均, and the short 月1回, 年間10回, 毎年度10件. */
const PER =
  /^(?:1(?=[^\d,万千]) ?)?(?<of>(?:人口)?[\d,万千]*[^\d\s/]{1,6}?(?:(?<=m)[23])?(?:1[^\d\s/]{1,4}?)?)(?:当たり|あたり|当り|につき|(?<=[千万])対)の? ?/;
const EACH = /^(?:毎|各|単)?(?:1(?=[日週]|年に))?(?<of>年度?|[月週日])[間内]?(?:平均)?に? ?(?=約?\d)/;
/** Lengths of time in two units are told in the smaller one. */
const LENGTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?<more>\d+) ?時間 ?(?<less>[0-5]?\d) ?(?=分)/, 60],
  [/^(?<more>\d+) ?分 ?(?<less>[0-5]?\d) ?(?=秒)/, 60],
  [/^(?<more>\d+) ?年 ?(?<less>\d|1[01]) ?(?=[か箇カヵケヶ]月)/, 12],
];

function numberAt(text: string): { value: number; length: number; middleDot: boolean } | null {
  for (const [form, size] of LENGTHS) {
    const found = form.exec(text);
    if (!found?.groups) continue;
    const value = Number(found.groups.more) * size + Number(found.groups.less);
    return { value, length: found[0].length, middleDot: false };
  }
  const found = parseLeadingNumber(text);
  return found && 'value' in found ? found : null;
}

/**
 * Reads one number with its unit: 約 51万5千人, 170.0キログラム/年以下, 1日当たり2時間30分. Null where the text is anything else.
 * @param whole folded, without brackets and times (see `cell.ts`)
 */
export function parseNumberWithUnit(whole: NormalizedText): NumberWithUnit | null {
  let rest = whole;
  const take = (form: RegExp): RegExpExecArray | null => {
    const found = form.exec(rest.text);
    if (found) rest = sliceText(rest, found[0].length);
    return found;
  };
  while (take(GATHERED)) continue;
  const per = (take(PER) ?? take(EACH))?.groups?.of ?? '';
  const about = take(APPROXIMATELY) !== null;
  const symbol = take(SYMBOL)?.[1];
  const yen = take(YEN)?.[0] ?? '';
  const number = numberAt(rest.text);
  if (!number) return null;
  rest = sliceText(rest, number.length);
  take(STROKE);
  const said = parseNumberSuffix(rest.text);
  if (!said) return null;
  const unit = getPrintedText(sliceText(rest, 0, said.unit.length));
  return {
    value: number.value,
    // 毎年100%: a share is none of a year's.
    unit: (unit || yen.trim()) + (per && said.unit !== '%' ? `/${per}` : said.per),
    approximate: about || said.approximate,
    bound: parseBound(symbol) ?? said.bound,
    words: said.words ? getPrintedText(sliceText(rest, rest.text.length - said.words.length)) : null,
    isChange: said.isChange,
    isActionCount: said.isActionCount,
    middleDot: number.middleDot,
    isRank: said.unit.endsWith('位'),
  };
}
