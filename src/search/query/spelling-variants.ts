import { toHiragana, toKatakana } from '../search-text.ts';

/** Characters that are written for one another: new and old shapes, and those that forms and names use. */
const KIN = [
  '斎斉齋齊',
  '髙高',
  '﨑崎嵜',
  '桧檜',
  '国國',
  '靱靭',
  '渡渉',
  '辺邊邉',
  '沢澤',
  '広廣',
  '浜濱',
  '竜龍',
  '亀龜',
  '学學',
  '会會',
  '区區',
  '県縣',
  '島嶋嶌',
  '富冨',
  '峰峯',

  '館舘',
  '鉄鐵',
  '円圓',
  '真眞',
  '実實',
  '万萬',
  '栄榮',
  '桜櫻',
  '関關',
  '芸藝',
  '薮藪',
  '籠篭',
  '竃竈',
  '鴎鷗',

  '祢禰',

  '曽曾',
  '蛍螢',
  '条條',
  '総總',
  '当當',
  '壱壹',
  '弐貳',
  '台臺',

  '予豫',
  '弁辨辯瓣',
  '欠缺',
  '糸絲',
  '缶罐',
  '障碍礙',
  '頼賴',
  '徳德',

  '々〻',
];

const others = new Map<string, string[]>();
for (const group of KIN)
  for (const one of group)
    others.set(one, [...(others.get(one) ?? []), ...[...group].filter((other) => other !== one)]);

/**
 * Other ways of writing a word: katakana with and without its last ー and its ・, hiragana for katakana and the other
 * way round, old and new shapes of characters, numbers with and without separators.
 * @param word in the form in which texts are searched
 * @example listSpellingVariants('サーバ') // → サーバー …
 */
export function listSpellingVariants(word: string): string[] {
  const found = new Set<string>();
  if (/^[ァ-ヶー・]+$/u.test(word)) {
    found.add(word.replace(/ー+$/u, ''));
    found.add(`${word.replace(/ー+$/u, '')}ー`);
    found.add(word.replaceAll('・', ''));
    found.add(toHiragana(word));
    // A long vowel may be told or left out within a word too.
    if (word.length > 3) found.add(word.replaceAll('ー', ''));
  }
  if (/^[ぁ-ゖー]+$/u.test(word)) found.add(toKatakana(word));
  for (const [place, one] of [...word].entries())
    for (const other of others.get(one) ?? [])
      found.add([...word].map((own, at) => (at === place ? other : own)).join(''));
  if (/\d,\d/.test(word)) found.add(word.replace(/(\d),(?=\d)/g, '$1'));
  if (/\d{4}/.test(word)) found.add(word.replace(/\d(?=(?:\d{3})+(?!\d))/g, '$&,'));
  found.delete(word);
  return [...found].filter((one) => one.length > 1);
}
