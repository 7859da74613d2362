import type { TargetComparator } from '../model/quantity-schema.ts';
import { joinPatterns } from '../model/text-patterns.ts';
import { getPrintedText, sliceText, type NormalizedText } from './normalize.ts';
import { parseLeadingNumber } from './number-and-unit.ts';

/** Labels of the reasons why a cell has no value. */
export const missingReasons = {
  empty: '空欄',
  none: '値がない（－ などの記号）',
  'not-stated': '記載がない',
  'not-available': '値がわからない',
  'not-yet': 'まだ集計・公表されていない',
  'not-surveyed': '調べていない',
  'not-carried-out': '実施していない',
  'not-applicable': 'あてはまらない',
  withheld: '公表しない',
  undecided: '決まっていない',
  'not-set': '目標を決めていない',
} as const;

export type MissingReason = keyof typeof missingReasons;

/** なし and 無し. */
const NO = '(?:なし|無し?)';
const COUNTING = '(?:集計|調査|測定|計測|算定|算出|推計|把握|取得|評価|比較|確定|公表|発表|作成|作業|精査|確認)';
const WILL_BE = '(?:する|します|予定)?';
/** The time of an event: 令和6年8月頃, R6.8, 8月. */
const WHEN = '.{0,10}\\d(?:年度?)?(?:月|[春夏秋冬])?(?:[上中下]旬|末|頃|ごろ|以降|中)*';

/** How plans write each reason, normalized, the more specific first. A mark alone is `none`, in a target `not-set`. */
const MISSING_FORMS: readonly (readonly [MissingReason, RegExp])[] = [
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
    new RegExp(`^(?:調査|測定|計測|アンケート)(?:は|を)?(?:(?:実施)?${NO}|未実施|中止|(?:実施)?(?:せず|していない))$`),
  ],
  ['not-carried-out', new RegExp(`^(?:未実施|実施(?:${NO}|せず|していない))$`)],
  ['not-yet', new RegExp(`^(?:現在)?${COUNTING}中(?:です)?$`)],
  ['not-yet', new RegExp(`^(?:今後|後日|別途|次年度以降)${COUNTING}${WILL_BE}$`)],
  // R4年度調査 is the time of the survey; 8月頃確定 is the time when the value will be known.
  ['not-yet', new RegExp(`^${WHEN}に?(?:(?:公表|確定|発表)${WILL_BE}|${COUNTING}予定)$`)],
  ['not-yet', /^未(?:集計|公表|確定|算定|発表)$|^(?:集計|公表|調査|確定)(?:待ち|予定|前)$|^次回調査(?:は|:)/],
  ['not-applicable', /^(?:(?:該当|対象)者?(?:な|無)し|該当せず|対象外|非該当)$/],
  ['undecided', /^(?:未定|(?:検討|調整|協議|設定|見直し)中)$/],
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

/** なし can mean that there is none, or that it was not surveyed. The text does not show which. */
const UNCLEAR = /^(?:なし|無し?|ない|ナシ|特になし)$/;

/** A mark with the reason behind it: ―（未調査）, －（R5は未実施のため）. */
const EXPLAINED_MARK = /^(?:-+|―+) ?\((?:[^()]{0,8}\d年?度?は)?(?!な[しい]|無)([^()]+?)(?:のため)?\)$/;

/** True for a mark for a missing value with a known reason behind it. */
export const isExplainedMark = (text: string): boolean => EXPLAINED_MARK.test(text) && findMissingReason(text) !== null;

/** Returns why a value is missing, `unclear` for なし alone, or null for any other text. */
export function findMissingReason(text: string): MissingReason | 'unclear' | null {
  if (UNCLEAR.test(text)) return 'unclear';
  const reason = EXPLAINED_MARK.exec(text)?.[1] ?? text;
  return MISSING_FORMS.find(([, form]) => form.test(reason))?.[0] ?? null;
}

/** Returns where the unit begins after a mark for a missing value in a normalized text (― %), or null. */
export const findUnitAfterMark = (text: string): number | null => /^(?:-+|―+) ?/.exec(text)?.[0].length ?? null;

const DIRECTION =
  '(?:増加|増やす|増|減少|減らす|減|維持|延伸|延長|延ばす|伸ばす|向上|上昇|高める|高くする|低下|低くする|縮小|縮減|削減|低減|軽減' +
  '|拡大|拡充|充実|改善|推進|促進|強化|抑制|短縮|解消|普及|確保|安定|継続|横ばい|横這い|倍増|半減|引き?上げる?|引き?下げる?|上げる|下げる' +
  '|プラス(?:に転じる)?|マイナス|黒字|均衡|定着|浸透|醸成|上向き|右肩上がり)';
/** Actions, alone or with a number: 設置, 年2回開催. */
const ACTION_WORDS =
  '(?:設置|実施|完了|完成|策定|改定|改訂|開始|開設|整備|導入|達成|検討|公表|公開|作成|運用|稼働|供用|廃止|制定|施行|締結|着手|構築|設立' +
  '|移行|認定|認証|取得|登録|指定|配置|開催|決定|把握|活用|見直し|実現|終了|統合|統一|オープン|竣工|着工|設計|工事|周知|啓発|支援|育成|養成' +
  '|供給|発信|連携|協働|募集|選定|研究|試行|更新|改修|修繕|建設|造成|新設|増設|増員|移転|集約|譲渡|撤去|点検|診断|確認|提供|提案|交付|申請' +
  '|採択|採用|派遣|誘致|受入れ?|配布|発行|放送|対応|対策|防止|予防|保全|継承|再生|創出|形成|成立|普及|注視|見守る|観察|参加|参画|交流|運営|管理' +
  '|研修|運行|開通|開業|開校|開園|休止|耐震化)';
/** States: 民営化, 見える化 (the misprint 増化 is too short for one), 待機児童ゼロ, 赤字なし, 計画どおり. */
const STATE = '(?:[一-龠ァ-ヺーA-Z]{2,8}化|見える化|ゼロ|づくり|(?<=..)なし|発生させない|(?:計画|予定)(?:どおり|通り))';
const ENDING =
  '(?: ?(?:を|に|の)?(?:目指す|目指します|図る|図ります|努める|努めます|させる|させます|する|します|した|しない)|済み?|済|中|予定|傾向|基調|へ)?';
/** Words for what changes or is done: 健康寿命の延伸, 計画を策定. */
const SUBJECT = '(?:[^\\d→]{0,30}?(?:の|を|が|は|に|・|、| )?)';

/** What a target is compared with: the baseline, the year before, or a level of others. */
const REFERENCE =
  // 現状値, 前年度の実績値
  '(?:(?:毎年度?|各年度?|常に)?(?:現状値?|現況値?|現在値?|基準値?|基準年度?|策定時|当初値?|前年度?|前回(?:調査)?|直近値?)(?:の?(?:値|数値|実績値?))?' +
  // 県平均, 多摩26市平均
  '|(?:\\D{0,6}\\d{1,2}(?=[区市町村団都]))?[^\\d以超未]{1,15}?(?:(?:平均|基準|目標)(?:値|点|[^\\d以超未]{1,4}率)?|水準|実績値?|最[高大]値?)' +
  // 過去5年平均
  '|(?:(?:過去|直近)の?)?\\d{1,2}[かカヵヶケ箇]?年間?の?平均値?)と?';
/** A comparison: 現状値以上, 前年度を上回る, 県平均以上, 現状より増加. */
const COMPARISON = new RegExp(
  `^${REFERENCE}(?:` +
    '(?<least>以上|を?下回らない(?:こと)?)' +
    '|(?<most>以下|以内|を?(?:超えない|上回らない)(?:こと)?)' +
    '|(?<more>を?(?:超える?|上回る)(?:こと)?|より(?:高|多|大き)い)' +
    '|(?<less>未満|を?下回る(?:こと)?|より(?:低|少な|小さ)い)' +
    // As good as the reference, or a direction from it
    '|(?:と?同)?(?:程度|水準)|並み?|(?:を|の)?維持' +
    `|(?:より|から|の|を|に?比べ?て?)?${DIRECTION})${ENDING}$`,
);
/** All of them, or the first among many. */
const ALL = joinPatterns(
  /^(?:[市町村区県][内立]?)?全(?:て|部|[一-龠々ァ-ヺー・]{1,12}(?:で|の|に|を|へ|が|と)?)[^\d]{0,10}$/, // 市内全域, 全小学校で実施
  /^すべて[^\d]{0,15}$/,
  /^[^\d]{0,8}トップ(?:クラス|レベル)?(?:を?維持|を?目指す)?$/, // 県内トップクラス
);
/** Times that are a target by themselves. */
const ALWAYS = /^(?:毎年度?|随時|常時|通年|適宜)$/;
const ARROW = /^(?:[↑↓→↗↘⬆⬇⇧⇩⇗⇘⤴⤵➚➘]|アップ|ダウン|UP|DOWN|up|down)$/;
const CHANGE_OR_ACTION = new RegExp(`^${SUBJECT}(?:${DIRECTION}|(?:未|再)?${ACTION_WORDS}|${STATE})${ENDING}$`);

/**
 * Parses a target in words: 増加, 健康寿命の延伸, 現状値以上, 全市町村, ↑. Returns its comparison with the baseline or another
 * level, if there is one; null for unknown words, so that misspelt ones are reported.
 * @param text normalized, without brackets and periods
 * @example parseTargetPhrase('増加を目指す') // → comparator null
 * @example parseTargetPhrase('現状値以上') // → comparator >=
 * @example parseTargetPhrase('県平均を上回る') // → comparator >
 */
export function parseTargetPhrase(
  text: string,
): { readonly comparator: Extract<TargetComparator, '>=' | '<=' | '>' | '<'> | null } | null {
  const comparison = COMPARISON.exec(text)?.groups;
  if (comparison) {
    if (comparison.least) return { comparator: '>=' };
    if (comparison.most) return { comparator: '<=' };
    if (comparison.more) return { comparator: '>' };
    return { comparator: comparison.less ? '<' : null };
  }
  return [ALL, ALWAYS, ARROW, CHANGE_OR_ACTION].some((form) => form.test(text)) ? { comparator: null } : null;
}

/** The comparators of a single number. */
type BoundComparator = Exclude<TargetComparator, 'within' | 'about'>;

/** A counted action, which is not part of the unit: 10か所設置, 年2回開催. */
const DONE = `(?:を|が|に|で|の)?${ACTION_WORDS}(?:済み?|する|します|した|予定)?`;
/** Remarks that do not change the number: it is expected, estimated, or added up. */
const REMARK = '(?:見込み?|予定|実績|推計|累計|合計)';
/** Texts that end a unit although they look like a part of it: 台 in 90%台, 数 in 10数人, 月 in 10月, 三 in 一時間三十分. */
const NO_UNIT =
  '(?!以上|以下|以内|未満|超|増|減|程度|前後|規模|平均|余|数[十百千万人名件回か箇]|(?<=[人%円歳点割倍件回分]|時間|ポイント)[台代]|(?<=.)[前後]?半$|(?<!.)月(?![間額])' +
  '|(?<=[^/( ])[一二三四五六七八九〇](?!般|世代|次|酸化)' +
  `|(?<=.)(?:${DONE}|${REMARK})$)`;
/** A character or a word of a unit: 人, キロワット, t-CO2, か所, ㎡ (normalized m2), %. Only some units contain digits. */
const UNIT_PART =
  `(?:${NO_UNIT}(?:CO2|[kcm]?m[23](?!\\d)|か(?=[所月年国寺村町])|つ|こ` +
  '|[\\p{Script=Han}\\p{Script=Katakana}ーA-Za-zμ%‰°・¥$々-]))';
/** The number in a denominator: 5.2人/10万人, 320台/12時間. */
const SIZE = '(?:\\d{1,4}(?=[万千百]|時間|h|か?年|日))?';
/** 人, 人/日, g/(人・日). */
const UNIT = `(?![・-])${UNIT_PART}{1,16}?(?: ?/ ?\\(?${SIZE}${UNIT_PART}{1,12}?\\)?){0,2}`;

const APPROXIMATE = '程度|前後|規模|ほど|くらい|ぐらい|弱|強|余り?|あまり';
const BOUND =
  '以上|以下|未満|以内|超え?|を?(?:超える|こえる|上回る|下回る)|より(?:多い|大きい|高い|少ない|小さい|低い)' +
  '|を?(?:下回らない|超えない|上回らない)(?:こと)?';
const GROWTH =
  '(?:増加|増やす|増やし|増|減少|減らす|減らし|減|アップ|UP|up|ダウン|DOWN|down|向上|上昇|低下|削減|低減|縮減|軽減' +
  '|拡大|縮小|短縮|延伸|延長|改善|圧縮|抑制|引き?上げ|引き?下げ)';
const VERB_ENDING = '(?:に?(?:する|します|させる|させます|した|して)|を(?:目指す|目指します|図る|図ります)|る|ます)?';
const HOLD = `(?:の(?:水準|割合))?(?:を|の)?(?:維持|継続|確保|達成|堅持|キープ)${VERB_ENDING}|であること`;
const REACH =
  `(?:に|へ|まで)${GROWTH}${VERB_ENDING}|[にと](?:する|します)|に(?:抑える|抑えます|収める|収めます|とどめる|近づける)` +
  '|を?(?:目指す|目指します|目標とする|目標とします)';
const CHANGE = `(?:の|を|ずつ)?${GROWTH}分?${VERB_ENDING}`;

/**
 * The normalized text after a number. 人以上を維持 is the unit 人, the bound 以上 and the words を維持; か所で実施 is the unit か所
 * and an action; 件以上/年 has the second part of its unit after the bound; か所を回る has no known form.
 */
const NUMBER_SUFFIX = new RegExp(
  `^(?<unit>|${UNIT}) ?(?<approximate>${APPROXIMATE})?(?<bound>${BOUND})?` +
    `(?<per> ?/ ?(?:[年月週日人回]|世帯|\\(?人・日\\)?|\\d{0,3}[千万]人))?` +
    ` ?(?:${REMARK}|(?<words>${HOLD}|${REACH}|(?<change>${CHANGE})|(?<action>${DONE})))?$`,
  'u',
);
export const ONLY_UNIT = new RegExp(`^${UNIT}$`, 'u');

const BOUNDS: readonly (readonly [RegExp, BoundComparator])[] = [
  [/下回らない/, '>='],
  [/(?:超え|上回ら)ない/, '<='],
  [/^(?:以上|≧|≥|>=|少なくとも)$/, '>='],
  [/^(?:以下|以内|≦|≤|<=|多くとも)$/, '<='],
  [/^(?:を?(?:超|こえ|上回)|より[多大高]|>)/, '>'],
  [/^(?:未満|を?下回|より[少小低]|<)/, '<'],
];

/** A number with its unit and the words around it. */
export interface NumberWithUnit {
  readonly value: number;
  /** As printed, with a denominator from before the number: 1日当たり67分 is 分/日. */
  readonly unit: string;
  /** 約, 程度, 前後 …. */
  readonly approximate: boolean;
  /** 以上, 未満 …. */
  readonly bound: BoundComparator | null;
  /** The words after it as printed (を維持, に減少), or null. */
  readonly words: string | null;
  /** True if the number is a change (10%増). */
  readonly isChange: boolean;
  /** True if the number counts an action: 2回開催. */
  readonly isActionCount: boolean;
  readonly middleDot: boolean;
  /** A unit of rank: 全国1位. */
  readonly isRank: boolean;
}

/** A slash that only separates number and unit: 445,131/百万円. Before 年 or 日 it means per. */
const SLASH = /^ ?\/ ?(?![年月日週時人\d]|[千万]人|世帯)/;

const APPROXIMATELY = /^(?:約|およそ|おおよそ|おおむね|概ね|ほぼ|限りなく) ?/;
/** The only unit before its number: ¥1,200. */
const YEN_SIGN = /^¥ ?(?=\d)/;
const SYMBOL = /^(≧|≥|>=|≦|≤|<=|>|<|少なくとも|多くとも) ?/;
/** Words for how a number was counted, which change neither number nor unit: 延べ, 5年間で累計, 全12地区. */
const COUNTED =
  /^(?:(?:計画)?期間(?:内|中)?(?:に|で|の)?|\d{1,2} ?[かカヵヶケ箇]?年間?(?:で|の|(?=累計|合計|延べ))|合計|総計|総数|全体|計|延べ?|のべ|累計|累積|平均|見込み?|推計|実績|全(?=\d)) ?:? ?/;
/** A denominator before a number: 1日当たり, 人口10万人当たり, 1日平均. */
const PER =
  /^(?:1(?=[^\d,万千]) ?)?(?<of>(?:人口)?[\d,万千]*[^\d\s/]{1,6}?(?:(?<=m)[23])?(?:1[^\d\s/]{1,4}?)?)(?:当たり|あたり|当り|につき|(?<=[千万])対)の? ?/;
/** A short denominator before a number: 月1回, 年間10回, 毎年度10件. */
const PER_TIME = /^(?:毎|各|単)?(?:1(?=[日週]|年に))?(?<of>年度?|[月週日])[間内]?(?:平均)?に? ?(?=約?\d)/;
/** Durations in two units, which become numbers of the smaller one. */
const DURATIONS: readonly (readonly [RegExp, number])[] = [
  [/^(?<more>\d+) ?時間 ?(?<less>[0-5]?\d) ?(?=分)/, 60],
  [/^(?<more>\d+) ?分 ?(?<less>[0-5]?\d) ?(?=秒)/, 60],
  [/^(?<more>\d+) ?年 ?(?<less>\d|1[01]) ?(?=[か箇カヵケヶ]月)/, 12],
];

function parseNumber(text: string): { value: number; length: number; middleDot: boolean } | null {
  for (const [form, size] of DURATIONS) {
    const duration = form.exec(text);
    if (!duration?.groups) continue;
    const value = Number(duration.groups.more) * size + Number(duration.groups.less);
    return { value, length: duration[0].length, middleDot: false };
  }
  const number = parseLeadingNumber(text);
  return number && 'value' in number ? number : null;
}

/**
 * Parses one number with its unit: 約 51万5千人, 170.0キログラム/年以下, 1日当たり2時間30分. Returns null for anything else.
 * @param whole normalized, without brackets and periods (see `splitValueCell`)
 */
export function parseNumberWithUnit(whole: NormalizedText): NumberWithUnit | null {
  let rest = whole;
  const take = (form: RegExp): RegExpExecArray | null => {
    const match = form.exec(rest.text);
    if (match) rest = sliceText(rest, match[0].length);
    return match;
  };
  while (take(COUNTED)) continue;
  const per = (take(PER) ?? take(PER_TIME))?.groups?.of ?? '';
  const approximately = take(APPROXIMATELY) !== null;
  const symbol = take(SYMBOL)?.[1];
  const yen = take(YEN_SIGN)?.[0] ?? '';
  const number = parseNumber(rest.text);
  if (!number) return null;
  rest = sliceText(rest, number.length);
  take(SLASH);
  const suffix = NUMBER_SUFFIX.exec(rest.text)?.groups;
  if (!suffix || (number.value < 0 && suffix.bound === '以内')) return null;
  const { unit = '', words } = suffix;
  const printed = getPrintedText(sliceText(rest, 0, unit.length)) || yen.trim();
  return {
    value: number.value,
    // 毎年100%: a percentage has no denominator.
    unit: printed + (per && unit !== '%' ? `/${per}` : (suffix.per?.replaceAll(' ', '') ?? '')),
    approximate: approximately || suffix.approximate !== undefined,
    bound: BOUNDS.find(([form]) => form.test(symbol ?? suffix.bound ?? ''))?.[1] ?? null,
    words: words ? getPrintedText(sliceText(rest, rest.text.length - words.length)) : null,
    isChange: suffix.change !== undefined,
    isActionCount: suffix.action !== undefined,
    middleDot: number.middleDot,
    isRank: unit === '位',
  };
}
