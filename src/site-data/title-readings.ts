import { alignReading, type RubyPart } from '../model/reading-alignment.ts';
import type { SiteData } from './site-data.ts';

/** The words of menus, headings, states and levels that no table has, with their readings. */
const SITE_WORDS = [
  '計画 けいかく、取組 とりくみ、取組み とりくみ、指標 しひょう、統計 とうけい、用語 ようご、検索 けんさく、本文 ほんぶん',
  '移動 いどう、更新履歴 こうしんりれき、更新 こうしん、五十音 ごじゅうおん、索引 さくいん、利用条件 りようじょうけん',
  '開発者 かいはつしゃ、手引き てびき、機械 きかい、確認 かくにん、確認日 かくにんび、未確認 みかくにん、状態 じょうたい',
  '状態未確認 じょうたいみかくにん、終了 しゅうりょう、実施中 じっしちゅう、出典 しゅってん、資料 しりょう、加工 かこう',
  '引用 いんよう、一覧 いちらん、説明 せつめい、言葉 ことば、範囲 はんい、原本 げんぽん、政策 せいさく、施策 しさく',
  '小施策 しょうしさく、項目 こうもく、成果 せいか、課題 かだい、事業 じぎょう、姿勢 しせい、方針 ほうしん、分野 ぶんや',
  '展開方針 てんかいほうしん、目指す状態 めざすじょうたい、考え方 かんがえかた、政策目標 せいさくもくひょう',
  '施策目標 しさくもくひょう、重点課題 じゅうてんかだい、活動目標 かつどうもくひょう、達成目標 たっせいもくひょう',
  '重点的 じゅうてんてき、取組姿勢 とりくみしせい、期間 きかん、単位 たんい、地域 ちいき、目標 もくひょう',
  '目標値 もくひょうち、現状値 げんじょうち、実績 じっせき、達成 たっせい、評価 ひょうか、進み具合 すすみぐあい',
  '担当 たんとう、部署 ぶしょ、関連 かんれん、関係 かんけい、市区町村 しくちょうそん、人口 じんこう',
  '分野別計画 ぶんやべつけいかく、部門方針 ぶもんほうしん、行政改革 ぎょうせいかいかく、基本計画 きほんけいかく',
  '架空 かくう、令和 れいわ、平成 へいせい、年度 ねんど、理由 りゆう、結果 けっか、名称 めいしょう、番号 ばんごう',
  '意味 いみ、方法 ほうほう、計算 けいさん、公表 こうひょう、見方 みかた、標準的 ひょうじゅんてき',
  '収入 しゅうにゅう、負担 ふたん、法律 ほうりつ、算定 さんてい、注意 ちゅうい、方向 ほうこう、費用 ひよう',
].flatMap((line) => line.split('、').map((pair) => pair.split(' ')));

/**
 * Returns the names of a site with the readings of their kanji, for the ruby of pages. Names with different readings
 * are left out, and so is one of a single character, which is often read otherwise.
 */
export function listTitleReadings(siteData: SiteData): (readonly RubyPart[])[] {
  const { planItems, plans, municipalities, zones, themes, terms, statistics } = siteData;
  const pairs = [
    ...SITE_WORDS.map(([title = '', reading = '']) => [title, reading] as const),
    ...plans.map(({ shortTitle, reading }) => [shortTitle, reading] as const),
    ...[planItems, municipalities, zones, themes, terms, statistics].flatMap((records) =>
      records.map(({ title, reading }) => [title, reading] as const),
    ),
  ];
  const aligned = new Map<string, readonly RubyPart[]>();
  const unsure = new Set<string>();
  for (const [title, reading] of pairs) {
    const alignment = alignReading(title, reading);
    if ([...title].length < 2 || !alignment.ok) continue;
    const known = aligned.get(title);
    if (known && JSON.stringify(known) !== JSON.stringify(alignment.parts)) unsure.add(title);
    aligned.set(title, alignment.parts);
  }
  return [...aligned]
    .filter(([title, parts]) => !unsure.has(title) && parts.some((part) => typeof part !== 'string'))
    .map(([, parts]) => parts);
}
