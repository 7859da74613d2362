import { z } from 'zod';
import { defineField, defineText, EnglishTitle, FilledText, PageUrl, RecordSlug } from './identifiers.ts';
import { removeRemark } from './japanese-text.ts';
import { IsoDate, NaturalNumber } from './quantity-schema.ts';

/**
 * Returns the check digit of a 全国地方公共団体コード by the rule of 総務省: the first five digits are multiplied by 6, 5,
 * 4, 3, 2 and added; the remainder of the sum by 11 is subtracted from 11; the last digit of the result counts.
 */
export function computeCheckDigit(five: string): number {
  const sum = [...five].reduce((total, digit, at) => total + Number(digit) * (6 - at), 0);
  return (11 - (sum % 11)) % 10;
}

/** Returns true for six digits with a correct check digit. */
export const isMunicipalityCode = (code: string): boolean =>
  /^\d{6}$/.test(code) && computeCheckDigit(code.slice(0, 5)) === Number(code[5]);

/** 全国地方公共団体コード: six digits; a text, because it may begin with 0. */
export const MunicipalityCode = z
  .string()
  .regex(/^\d{6}$/)
  .meta({
    title: '全国地方公共団体コード',
    description: '総務省が定める6けたのコード。最後の1けたは検査数字',
    examples: ['112232'],
  });

/** The limits of Japan in degrees, with its remotest islands. */
export const JAPAN_LIMITS = { west: 122, east: 154, south: 20, north: 46 } as const;

export const Municipality = z.strictObject({
  id: defineField(RecordSlug, '市区町村ID', '市区町村のID（ローマ字）', 'warabi'),
  code: MunicipalityCode,
  title: defineField(FilledText, '名称', '市区町村の名称', '蕨市', { printed: true }),
  reading: defineText('よみ', '名称の読み（ひらがな）', 'わらびし'),
  english: defineText('英語名', '名称のローマ字だけの表記', 'Warabi'),
  titleEn: EnglishTitle.meta({
    description: '英語名に City、Town、Village のどれかをつけた、市区町村の英語の名称。英語名がないときは空',
    title: '英語の名称',
    examples: ['Warabi City'],
  }),
  prefecture: defineText('都道府県', '都道府県の名称', '埼玉県'),
  prefectureEn: defineText(
    '都道府県の英語名',
    '都道府県の英語の名称。実在しない都道府県のときは空',
    'Saitama Prefecture',
  ),
  latitude: z
    .number()
    .min(JAPAN_LIMITS.south)
    .max(JAPAN_LIMITS.north)
    .nullable()
    .meta({ title: '緯度', description: '役所の緯度（度、世界測地系）', unit: '度', examples: [35.82555556] }),
  longitude: z
    .number()
    .min(JAPAN_LIMITS.west)
    .max(JAPAN_LIMITS.east)
    .nullable()
    .meta({ title: '経度', description: '役所の経度（度、世界測地系）', unit: '度', examples: [139.6794444] }),
  website: defineText('公式サイト', '市区町村の公式サイトのURL', 'https://www.city.warabi.saitama.jp/'),
  population: defineField(NaturalNumber.nullable(), '人口', '人口（人）。わからないときは空', 75454, { unit: '人' }),
  populationAsOf: z.string().meta({
    title: '人口の時点',
    description: '人口がいつのものか。どの統計かは、この行の出典にある',
    examples: ['2025年10月1日'],
    printed: true,
  }),
  abolished: defineField(
    IsoDate.nullable(),
    '廃止日',
    '合併などでなくなった日。今もあるか、書かれていなければ空',
    '2027-04-01',
  ),
  successor: RecordSlug.nullable().meta({
    title: '合併先',
    description: '合併して、その一部になった市区町村のID。合併していないか、この表になければ空',
    references: 'municipalities.id',
    examples: ['warabi'],
  }),
  sources: z.array(RecordSlug).meta({ title: '出典ID', description: 'この行の値を写した資料' }),
  url: PageUrl.meta({ examples: ['/cities/warabi/'] }),
});
export type Municipality = z.infer<typeof Municipality>;

/** The prefectures in the order of their numbers in JIS X 0401, each with its reading and its English name. */
const PREFECTURES = `
  北海道 ほっかいどう Hokkaido, 青森県 あおもりけん Aomori, 岩手県 いわてけん Iwate,
  宮城県 みやぎけん Miyagi, 秋田県 あきたけん Akita, 山形県 やまがたけん Yamagata,
  福島県 ふくしまけん Fukushima, 茨城県 いばらきけん Ibaraki, 栃木県 とちぎけん Tochigi,
  群馬県 ぐんまけん Gunma, 埼玉県 さいたまけん Saitama, 千葉県 ちばけん Chiba,
  東京都 とうきょうと Tokyo, 神奈川県 かながわけん Kanagawa, 新潟県 にいがたけん Niigata,
  富山県 とやまけん Toyama, 石川県 いしかわけん Ishikawa, 福井県 ふくいけん Fukui,
  山梨県 やまなしけん Yamanashi, 長野県 ながのけん Nagano, 岐阜県 ぎふけん Gifu,
  静岡県 しずおかけん Shizuoka, 愛知県 あいちけん Aichi, 三重県 みえけん Mie,
  滋賀県 しがけん Shiga, 京都府 きょうとふ Kyoto, 大阪府 おおさかふ Osaka,
  兵庫県 ひょうごけん Hyogo, 奈良県 ならけん Nara, 和歌山県 わかやまけん Wakayama,
  鳥取県 とっとりけん Tottori, 島根県 しまねけん Shimane, 岡山県 おかやまけん Okayama,
  広島県 ひろしまけん Hiroshima, 山口県 やまぐちけん Yamaguchi, 徳島県 とくしまけん Tokushima,
  香川県 かがわけん Kagawa, 愛媛県 えひめけん Ehime, 高知県 こうちけん Kochi,
  福岡県 ふくおかけん Fukuoka, 佐賀県 さがけん Saga, 長崎県 ながさきけん Nagasaki,
  熊本県 くまもとけん Kumamoto, 大分県 おおいたけん Oita, 宮崎県 みやざきけん Miyazaki,
  鹿児島県 かごしまけん Kagoshima, 沖縄県 おきなわけん Okinawa
`;

/** The prefectures by their numbers in JIS X 0401, the first two digits of every 全国地方公共団体コード. */
export const prefecturesByNumber: ReadonlyMap<
  string,
  Readonly<Record<'title' | 'reading' | 'english', string>>
> = new Map(
  PREFECTURES.split(',').map((names, at) => {
    const [title = '', reading = '', english = ''] = names.trim().split(' ');
    return [String(at + 1).padStart(2, '0'), { title, reading, english }];
  }),
);

export const prefectureNames: ReadonlyMap<string, string> = new Map(
  [...prefecturesByNumber].map(([number, { title }]) => [number, title]),
);

/** What the English names of areas end in, by the last character of their Japanese names. */
const PLACE_ENDS: Readonly<Record<string, string>> = {
  市: ' City',
  区: ' City',
  町: ' Town',
  村: ' Village',
  府: ' Prefecture',
  県: ' Prefecture',
};

/**
 * Returns the English name of a municipality or a prefecture; empty if its romaji is not known.
 * @param romaji the name alone; a name that already says what it is stays as it is
 * @example formatEnglishName('蕨市', 'Warabi') // → Warabi City
 */
export function formatEnglishName(title: string, romaji: string): string {
  if (romaji === '' || /\b(?:City|Town|Village|Prefecture)\b/.test(romaji)) return romaji;
  return romaji + (PLACE_ENDS[removeRemark(title).slice(-1)] ?? '');
}

/** Mean radius of the earth (IUGG), in kilometres. */
export const EARTH_RADIUS = 6371.0088;

/** Returns the number of the prefecture of a 全国地方公共団体コード: 11 for 112232. */
export const getPrefectureNumber = (code: string): string => code.slice(0, 2);
