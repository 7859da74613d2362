import type { TargetComparator } from '../model/quantity-schema.ts';
import { getPrintedText, sliceText, type NormalizedText } from './normalize.ts';
import { parseLeadingNumber } from './number-and-unit.ts';

/** Why a cell has no figure, in words for a page. */
export const missingReasons = {
  empty: '空欄',
  none: '値がない（－ などの記号）',
  'not-stated': '記載がない',
  'not-available': '値がわからない',
  'not-yet': 'まだ集計・公表されていない',
  'not-surveyed': '調べていない',
  'not-applicable': 'あてはまらない',
  withheld: '公表しない',
  undecided: '決まっていない',
  'not-set': '目標を決めていない',
} as const;

/** Why a cell has no figure; `missings` says what each means. */
export type MissingReason = keyof typeof missingReasons;

/** なし and 無し. */
const NO = '(?:なし|無し?)';
/** What is done to get at a value. */
const COUNTING =
  '(?:集計|調査|測定|計測|算定|算出|推計|把握|取得|評価|比較|確定|公表|発表|作成|作業|精査|確認)';
const WILL_BE = '(?:する|します|予定)?';
/** 令和6年8月頃, R6.8, 8月: a time before what is said of it. */
const WHEN = '.{0,10}\\d(?:年度?)?(?:月|[春夏秋冬])?(?:[上中下]旬|末|頃|ごろ|以降|中)*';

/**
 * How plans say each, folded; the more telling first. A mark alone means `none`, but in a target that none is set.
 */
const FORMS: readonly (readonly [MissingReason, RegExp])[] = [
  ['empty', /^$/],
  ['none', /^(?:-+|―+|[/\\])$/],
  ['none', new RegExp(`^(?:(?:実績|数値|統計)値?|値)${NO}$`)],
  ['not-stated', /^(?:記載|記述|掲載)(?:な|無)し$/],
  ['withheld', /^(?:[xXχ]|秘匿?値?|非(?:公表|公開|開示)|公表(?:不可|しない|していない))$/],
  ['not-available', /^(?:\.{2,}|・{2,}|⋯+|不明|不詳|欠[測損]値?|未取得|[nN]\/?[aA])$/],
  ['not-available', new RegExp(`^(?:該当)?データ(?:${NO}|未取得|不明)$`)],
  ['not-available', new RegExp(`^${COUNTING}(?:不能|不可|できず|困難|でき(?:てい)?ない)$`)],
  ['not-available', new RegExp(`^(?:把握|算定|算出|集計|評価)(?:していない|${NO})$`)],
  ['not-surveyed', /^未(?:調査|測定|計測|把握)$/],
  [
    'not-surveyed',
    new RegExp(
      `^(?:調査|測定|計測|アンケート)(?:は|を)?(?:(?:実施)?${NO}|未実施|中止|(?:実施)?(?:せず|していない))$`,
    ),
  ],
  ['not-yet', new RegExp(`^(?:現在)?${COUNTING}中(?:です)?$`)],
  ['not-yet', new RegExp(`^(?:今後|後日|別途|次年度以降)${COUNTING}${WILL_BE}$`)],
  // R4年度調査 is when it was surveyed; 8月頃確定 is when it will be known.
  ['not-yet', new RegExp(`^${WHEN}に?(?:(?:公表|確定|発表)${WILL_BE}|${COUNTING}予定)$`)],
  ['not-yet', /^未(?:集計|公表|確定|算定|発表)$|^(?:集計|公表|調査|確定)(?:待ち|予定|前)$|^次回調査(?:は|:)/],
  ['not-applicable', /^(?:(?:該当|対象)者?(?:な|無)し|該当せず|対象外|非該当)$/],
  ['undecided', /^(?:未定|検討中|調整中|協議中)$/],
  [
    'undecided',
    new RegExp(
      `^(?:今後|別途|${WHEN}に?|.{0,10}[改策]定時に|次期計画で)(?:目標値?を?)?(?:検討|設定|決定|調整|定める)${WILL_BE}$`,
    ),
  ],
  ['not-set', /^(?:数値)?(?:目標値?|数値)?(?:は|を)?(?:設定|定め)(?:しない|なし|ない|していない|せず.*)$/],
  ['not-set', new RegExp(`^(?:数値)?目標値?${NO}$|^(?:数値)?(?:目標値?)?未設定$`)],
  ['not-set', /^(?:モニタリング|参考)(?:指標|値|項目)?$/],
];

/** なし may be none, not set up, or not surveyed: the reader must ask. */
const UNCLEAR = /^(?:なし|無し?|ない|ナシ|特になし)$/;

/** What a text says is missing, `unclear` where it says なし alone, or null where it says something else. */
export function findMissingReason(text: string): MissingReason | 'unclear' | null {
  if (UNCLEAR.test(text)) return 'unclear';
  return FORMS.find(([, form]) => form.test(text))?.[0] ?? null;
}

/**
 * Where the unit begins behind a mark for a missing value (― %), or null where there is no mark in front.
 * @param text folded
 */
export function findUnitAfterMark(text: string): number | null {
  return /^(?:-+|―+) ?/.exec(text)?.[0].length ?? null;
}

/** What targets in words speak of: a direction, or something to be done. */
const DIRECTION =
  '(?:増加|増やす|増|減少|減らす|減|維持|延伸|延長|延ばす|伸ばす|向上|上昇|高める|高くする|低下|低くする|縮小|縮減|削減|低減|軽減' +
  '|拡大|拡充|充実|改善|推進|促進|強化|抑制|短縮|解消|普及|確保|安定|継続|横ばい|横這い|倍増|半減|引き?上げる?|引き?下げる?|上げる|下げる' +
  '|プラス(?:に転じる)?|マイナス|黒字|均衡|定着|浸透|醸成|上向き|右肩上がり)';
/** What is done, so many times or at all: 設置, 年2回開催. */
export const ACTION_WORDS =
  '(?:設置|実施|完了|完成|策定|改定|改訂|開始|開設|整備|導入|達成|検討|公表|公開|作成|運用|稼働|供用|廃止|制定|施行|締結|着手|構築|設立' +
  '|移行|認定|認証|取得|登録|指定|配置|開催|決定|把握|活用|見直し|実現|終了|統合|統一|オープン|竣工|着工|設計|工事|周知|啓発|支援|育成|養成' +
  '|供給|発信|連携|協働|募集|選定|研究|試行|更新|改修|修繕|建設|造成|新設|増設|増員|移転|集約|譲渡|撤去|点検|診断|確認|提供|提案|交付|申請' +
  '|採択|採用|派遣|誘致|受入れ?|配布|発行|放送|対応|対策|防止|予防|保全|継承|再生|創出|形成|成立|普及|注視|見守る|観察|参加|参画|交流|運営|管理' +
  '|研修|運行|開通|開業|開校|開園|休止|耐震化)';
/** 民営化, 見える化 (a made-up 増化 is too short to be one), 待機児童ゼロ, 赤字なし, 計画どおり. */
const STATE =
  '(?:[一-龠ァ-ヺーA-Z]{2,8}化|見える化|ゼロ|づくり|(?<=..)なし|発生させない|(?:計画|予定)(?:どおり|通り))';
const DOING =
  '(?:(?:を|に|の)?(?:目指す|目指します|図る|図ります|努める|努めます|させる|させます|する|します|した|しない)|済み?|済|中|予定|傾向|基調|へ)?';
/** What they are about, which may be said first: 健康寿命の延伸, 計画を策定. */
const ABOUT = '(?:[^\\d→]{0,30}?(?:の|を|が|は|に|・|、| )?)';

/** What a target is measured against: the baseline, the year before, or a level that others set. */
const LEVEL =
  '(?:(?:毎年度?|各年度?|常に)?(?:現状値?|現況値?|現在値?|基準値?|基準年度?|策定時|当初値?|前年度?|前回(?:調査)?|直近値?)(?:の?(?:値|数値|実績値?))?' +
  '|[^\\d以超未]{1,15}?(?:(?:平均|基準|目標)(?:値|点|[^\\d以超未]{1,4}率)?|水準|実績値?|最[高大]値?)' +
  '|(?:過去|直近)の?\\d{1,2}[かカヵヶケ箇]?年間?の?平均値?)と?';
/** 現状値以上, 前年度を上回る, 県平均以上, 現状より増加. */
const AGAINST = new RegExp(
  `^${LEVEL}(?:(?<least>以上|を?下回らない(?:こと)?)|(?<most>以下|以内|を?(?:超えない|上回らない)(?:こと)?)` +
    `|(?<more>を?(?:超える?|上回る)(?:こと)?|より(?:高|多|大き)い)|(?<less>未満|を?下回る(?:こと)?|より(?:低|少な|小さ)い)` +
    `|(?:と?同)?(?:程度|水準)|並み?|(?:を|の)?維持|(?:より|から|の|を|に?比べ?て?)?${DIRECTION})${DOING}$`,
);
/** All of them, or the first among many: 全小学校で実施, 市内全域, 県内トップクラス. */
const WHOLE =
  /^(?:[市町村区県][内立]?)?全(?:て|部|[一-龠々ァ-ヺー・]{1,12}(?:で|の|に|を|へ|が|と)?)[^\d]{0,10}$|^すべて[^\d]{0,15}$|^[^\d]{0,8}トップ(?:クラス|レベル)?(?:を?維持|を?目指す)?$/;
/** When it is done, where that is all that is said. */
const ALWAYS = /^(?:毎年度?|随時|常時|通年|適宜)$/;
const ARROW = /^(?:[↑↓→↗↘⬆⬇⇧⇩⇗⇘⤴⤵➚➘]|アップ|ダウン|UP|DOWN|up|down)$/;
const PLAIN = new RegExp(`^${ABOUT}(?:${DIRECTION}|(?:未|再)?${ACTION_WORDS}|${STATE})${DOING}$`);

/** A target told in words: how it compares with the baseline, or with another level, where it says so. */
export interface TargetPhrase {
  readonly comparator: Extract<TargetComparator, '>=' | '<=' | '>' | '<'> | null;
}

/**
 * Recognises a target told in words: 増加, 健康寿命の延伸, 現状値以上, 全市町村, ↑. Null where the text is none that is
 * known, so that a misspelt word is found.
 * @param text folded, without brackets and times
 * @example parseTargetPhrase('増加を目指す') // → comparator null
 * @example parseTargetPhrase('現状値以上') // → comparator >=
 * @example parseTargetPhrase('県平均を上回る') // → comparator >
 * @example parseTargetPhrase('増化') // → null
 */
export function parseTargetPhrase(text: string): TargetPhrase | null {
  const against = AGAINST.exec(text)?.groups;
  if (against) {
    if (against.least) return { comparator: '>=' };
    if (against.most) return { comparator: '<=' };
    if (against.more) return { comparator: '>' };
    return { comparator: against.less ? '<' : null };
  }
  return [WHOLE, ALWAYS, ARROW, PLAIN].some((form) => form.test(text)) ? { comparator: null } : null;
}

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
