import { ERA } from './era.ts';

/** Words that stand around a time without changing its days: 現状値(…), …の実績, …時点. */
const BEFORE =
  '(?:計画)?(?:中間|最終|長期|中期|短期|当面の|次期)?(?:年度の)?' +
  '(?:現状|現況|基準|目標|実績|直近|策定時|策定|開始時|当初|見込み?|目安|指標|参考|計画期間|期間|時点|調査|数値)' +
  '(?:年度?|時)?(?:の)?(?:値|数値|目標|実績|見込み?)?(?:は|[:])?';
const AFTER =
  '(?:の|における|(?<!ま)での|分の)?' +
  '(?:実績値?|目標値?|現状値?|現況値?|基準値?|数値|値|見込み?値?|(?:国勢)?調査(?:結果|時)?|集計値?|速報[値版]?|確報値?|確定値?|推計値?' +
  '|平均値?|累計値?|合計値?|総数|合算|計|決算額?|予算額?|当初予算額?|時点|現在|頃|ごろ|までに?|の間|期間|もの|結果|状況|調べ)';
const YEARS_LONG = '(?:の?\\d+[かカヵヶケ箇]年間?|の\\d+年間?)';

/** Labels in front of a time, for as long as a time follows. */
export const BEFORE_TIME = new RegExp(`^(?:【[^】]*】|※)?(?:${BEFORE}|約)(?=[\\d(]|${ERA}(?:\\d|元))`);
/** Labels behind a time; some stand in brackets: (速報値), (5年間). */
export const AFTER_TIME = new RegExp(
  `(?:${AFTER}|${YEARS_LONG}|\\((?:${AFTER}|${YEARS_LONG}|\\d+年間)\\)|(?:※|\\*|注)\\d{0,2}|\\((?:※|\\*|注)\\d{0,2}\\))$`,
);

const NAMED =
  '(?:計画)?(?:随時|常時|適宜|都度|不定期|通年|(?:毎|各)(?:年度?|月)末?|年度?末|毎日|毎回|直近(?:年度?|値)?|最新|現時点|現在|現状' +
  '|(?:計画)?策定(?:時|当初|年度?)|(?:計画)?(?:期間中?|開始時|終了時|最終年度?|中間年度?|初年度)' +
  '|(?:前回|次回|今回)(?:調査)?時?|調査時|(?:進捗確認|目標|基準|評価|中間|実績)年度|未定|未設定|不明|検討中|-+|―+)';

/**
 * Times that are known as words and have no days: 随時, 毎年度, 直近のもの, 計画策定時の値, 最終年度まで, 毎年4月1日現在.
 * What has a date that comes back every year is one of them.
 */
export const WORDS_FOR_TIME = new RegExp(
  `^(?:${NAMED}(?:の?(?:もの|値|数値|数|実績値?))?(?:時点|現在|まで|中)?|(?:毎年度?|各年度?)の?\\d{1,2}月(?:末日?|\\d{1,2}日)?(?:時点|現在)?)$`,
);

/**
 * Times that are understood but whose days are not computed: without a beginning or an end (令和4年度以降), several at
 * once (令和4・6年度), a season, or a misprint that has been seen in print (3月31日年).
 */
export const UNCOMPUTED_TIME: readonly RegExp[] = [
  /^.*\d年?度?(?:以降|以後|以前|より前|より後|~|から)$/,
  /^~.*\d年度?末?$/,
  new RegExp(`^(?:${ERA})?\\d{1,4}(?:年度?)?(?:[・、,](?:${ERA})?\\d{1,4}(?:年度?)?)+$`),
  new RegExp(`^(?:${ERA})?\\d{1,4}年度?の?[春夏秋冬]季?$`),
  /^.*\d月\d+日年$/,
];
