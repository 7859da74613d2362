import { ERA_PATTERN } from './era.ts';

/** 5か年, 3年間; 3年 alone may as well be the year of an era. */
const YEARS = '\\d{1,2}(?:[かカヵヶケ箇]年間?|年間)';
/** Words that stand around a time without changing its days: 現状値(…), …の実績, …時点. */
const BEFORE =
  '(?:計画)?(?:中間|最終|長期|中期|短期|当面の|次期)?(?:年度の)?' +
  '(?:現状|現況|基準|目標|実績|直近|策定時|策定|開始時|当初|見込み?|目安|指標|参考|計画期間|期間|時点|調査|数値)' +
  '(?:年度?|時)?(?:の)?(?:値|数値|目標|実績|見込み?)?(?:は|[:])?';
/** Surveys and registers that a figure is from: 国勢調査, 市民アンケート, 農林業センサス. */
const SURVEY =
  '(?:(?<=[度月日末])|(?<=年)(?!度)|(?<=[A-Z]\\d{1,2})(?!年))(?![春夏秋冬])[一-龠々ァ-ヺー・]{0,20}(?:調査|アンケート|センサス|統計|台帳)(?:結果|時|より)?';
const AFTER =
  '(?:の|における|(?<!ま)での|分の)?' +
  '(?:実績値?|目標値?|現状値?|現況値?|基準値?|数値|値|見込み?値?|予定|集計値?|速報[値版]?|暫定値?|確報値?|確定値?|推計値?|版' +
  '|(?:月|(?<=度)年)?平均値?|累計値?|合計値?|総数|合算|計|決算額?|予算額?|当初予算額?|時点|現在|頃|ごろ|までに?|の間|期間|もの|結果|状況|調べ' +
  '|(?<=[月度年])分|実施分?|各年度?|毎年度?|産|卒(?:業[者生]?)?|入[所園学])';
const YEARS_LONG = `(?:の?${YEARS}|の\\d{1,2}年)(?:の?(?:平均|累計|合計))?`;
/** What stands in brackets alone: (速報値), (5年間), (暦年), (毎年度), (学校基本調査). */
const ASIDE = `(?:${AFTER}|${YEARS_LONG}|暦年|年間|年平均|参考|[一-龠々ァ-ヺー・]{0,20}(?:調査|アンケート|センサス|統計|台帳))`;

/** Labels in front of a time, for as long as a time follows. */
export const LABEL_BEFORE_PERIOD = new RegExp(
  `^(?:\\([^()\\d]*\\)|※)?(?:${BEFORE}|約|西暦|)(?=[\\d(]|${ERA_PATTERN}(?:\\d|元))`,
);
/** Labels behind a time; some stand in brackets. */
export const LABEL_AFTER_PERIOD = new RegExp(
  `(?:${AFTER}|${SURVEY}|${YEARS_LONG}|\\(${ASIDE}\\)|(?:※|\\*|注)\\d{0,2}|\\((?:※|\\*|注)\\d{0,2}\\))$`,
);

const NAMED =
  '(?:計画)?(?:随時|常時|適宜|適時|都度|不定期|通年|通期|(?:毎|各)(?:年度?|月)末?|年度?末|年度当初|毎日|毎回|直近(?:年度?|値)?|最新年?|現時点|現在|現状' +
  '|(?:計画)?策定(?:時|当初|年度?)|(?:計画)?(?:期間[中内]?|(?:期間)?(?:開始時|終了時)|終了年度?|最終(?:目標)?年度?|中間(?:目標)?年度?|初年度)' +
  '|(?:前回|次回|今回)(?:調査)?時?|調査時|(?:進捗確認|目標|基準|評価|中間|実績)年[度次]?|目標|基準|実績|当初' +
  // Counted from the day of reading, so that no day can be given.
  '|(?:前々?|昨|本|今|当|当該|次|翌)年度?' +
  '|第[\\d一二三四五六七八九十]+[期次](?:計画)?(?:期間)?|[前中後]期(?:計画)?(?:期間)?' +
  `|隔年度?|\\d{1,2}[かカヵヶケ箇]?年(?:ごと|毎|に[1一][回度])` +
  '|(?:過去|直近|最近)の?\\d{1,2}[かカヵヶケ箇]?年間?(?:の?(?:平均|累計|合計))?)';

/**
 * Times that are known as words and have no days: 随時, 毎年度, 直近のもの, 計画策定時の値, 最終年度まで, 毎年4月1日現在, 前年度,
 * 第2期計画期間. What has a date that comes back every year is one of them.
 */
export const PERIOD_WORDS = new RegExp(
  `^(?:${NAMED}(?:の?(?:もの|値|数値|数|実績値?))?(?:時点|現在|まで|中)?|(?:毎年度?|各年度?)の?\\d{1,2}月(?:末日?|\\d{1,2}日)?(?:時点|現在)?)$`,
);

const ONE_OF = `(?:${ERA_PATTERN}(?:\\d{1,2}|元)|\\d{4})(?:年度?)?`;
const ANOTHER = `(?:${ERA_PATTERN})?(?:\\d{1,2}|元|\\d{4})(?:年度?)?`;

/**
 * Times that are understood but whose days are not computed: without a beginning or an end (令和4年度以降), several at
 * once (令和4・6年度), a part of a year that has no fixed days, when something is told (令和6年8月公表), a count of years, or a
 * misprint that has been seen in print (3月31日年).
 */
export const UNRESOLVED_PERIODS: readonly RegExp[] = [
  /^.*\d(?:年度?|[月日])?(?:以降|以後|以前|より前|より後|~|から)(?:[毎各]年度?)?$/,
  /^~.*\d(?:年度?|[月日])?末?$/,
  new RegExp(`^${ONE_OF}(?:(?:[・、,/→]|及び|および|と)${ANOTHER})+$`),
  new RegExp(`^${ONE_OF}の?(?:[春夏秋冬]季?|[前後][半期])$`),
  new RegExp(`^${ANOTHER}(?:度)?\\d{1,2}月?・\\d{1,2}月$`),
  new RegExp(`^${ONE_OF}.*~翌年.*$`),
  new RegExp(`^${ONE_OF}代$`),
  /^\d{1,2}月?~\d{1,2}月$/,
  new RegExp(`^${ONE_OF}.*(?:公表|発表|策定|改定|改訂|発行|期|期決算)(?:予定)?$`),
  new RegExp(`^${YEARS}の?(?:累計|合計|平均)$`),
  /^.*\d月\d+日年$/,
];
