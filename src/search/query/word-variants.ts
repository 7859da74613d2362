import { mayContain } from '../format/pair-filter.ts';
import type { WordRow } from '../format/word-file.ts';
import { toHiragana, toKatakana } from '../search-text.ts';
import { isCompoundCharacter, isHiragana, listSpokenForms, simplifyKana, SPACED_PARTICLES } from '../word-starts.ts';

/** The maximum length of a word with variants: it has as many as characters, each as long as the word. */
const MAX_VARIED_LENGTH = 100;

/** Characters with their old forms, the new form first. */
const OLD_FORMS = `
  斎齋 斉齊 高髙 崎﨑嵜 桧檜 国國 靱靭 辺邊邉 沢澤 広廣 浜濱 竜龍 亀龜 学學 会會 区區 県縣 島嶋嶌 富冨 峰峯
  館舘 鉄鐵 円圓 真眞 実實 万萬 栄榮 桜櫻 関關 芸藝 薮藪 籠篭 竃竈 鴎鷗 祢禰 曽曾 蛍螢 条條 総總 当當 壱壹 弐貳
  台臺 予豫 弁辨辯瓣 欠缺 糸絲 缶罐 碍礙 頼賴 徳德 々〻 画畫 団團 経經 営營 対對 応應 参參 収收
  齢齡 児兒 図圖 庁廳 伝傳 観觀 併倂 医醫 体體 険險 検檢 労勞 働仂
  数數 発發 旧舊 蔵藏 来來 変變 点點 読讀 続續 売賣 払拂 仏佛 価價 気氣 処處 号號 単單 戦戰 灯燈 担擔 聴聽 薬藥
  楽樂 歴歷 恵惠 静靜 寿壽 滝瀧 満滿 湾灣 駅驛 験驗 転轉 軽輕 礼禮 宝寶 豊豐 弥彌 荘莊 黒黑 尽盡 両兩 効效 教敎 増增
  税稅 証證 拡擴 権權 残殘 従從 塩鹽 声聲 専專 争爭 帯帶 滞滯 断斷 昼晝 鎮鎭 廃廢 仮假 囲圍 岳嶽 勧勸 帰歸 峡峽 継繼
  郷鄕 辞辭 焼燒 乗乘 浄淨 譲讓 瀬瀨 装裝 属屬 遅遲 届屆 歩步 穂穗 毎每 訳譯 様樣 与與 覧覽 霊靈
`
  .trim()
  .split(/\s+/);

/** Groups of interchangeable characters: besides old forms those of names, and confused ones (柏, 拍). */
const CHARACTER_VARIANTS = ['斎斉齋齊', '渡渉', '柏拍栢', '蕨藁', ...OLD_FORMS];

/** Returns a text with the new forms of its characters: 金沢 for 金澤. */
export const toNewForms = (text: string): string =>
  text.replace(/\p{sc=Han}/gu, (character) => OLD_FORMS.find((group) => group.includes(character))?.[0] ?? character);

/**
 * Returns other spellings of a word: katakana with and without its last ー and its ・, the other kana script, new and old
 * forms of characters, numbers with and without separators.
 * @param word a normalized word
 * @example listSpellingVariants('サーバ') // → サーバー …
 */
export function listSpellingVariants(word: string): string[] {
  const variants = new Set<string>();
  if (word.length > MAX_VARIED_LENGTH) return [];
  if (/^[ァ-ヶー・]+$/u.test(word)) {
    for (const end of ['', 'ー']) variants.add(word.replace(/ー*$/u, end));
    variants.add(word.replaceAll('・', ''));
    variants.add(toHiragana(word));
    // People also leave out a long vowel within a word.
    if (word.length > 3) variants.add(word.replaceAll('ー', ''));
  }
  if (/^[ぁ-ゖー]+$/u.test(word)) variants.add(toKatakana(word));
  const characters = [...word];
  const getGroup = (character: string) => CHARACTER_VARIANTS.find((group) => group.includes(character)) ?? character;
  variants.add(characters.map((character) => getGroup(character).slice(0, 1)).join(''));
  for (const [index, character] of characters.entries())
    for (const variant of getGroup(character)) variants.add(Object.assign([...word], { [index]: variant }).join(''));
  if (/\d,\d/.test(word)) variants.add(word.replace(/(\d),(?=\d)/g, '$1'));
  if (/\d{4}/.test(word)) variants.add(word.replace(/\d(?=(?:\d{3})+(?!\d))/g, '$&,'));
  return [...variants].filter((variant) => variant.length > 1 && variant !== word);
}

/** Kana by the consonant before a, i, u, e and o. */
const ROMAJI = new Map(
  'あいうえお kかきくけこ sさしすせそ tたちつてと nなにぬねの hはひふへほ fはひふへほ mまみむめも yやいゆえよ rらりるれろ wわいうえを gがぎぐげご zざじずぜぞ dだぢづでど bばびぶべぼ pぱぴぷぺぽ tsたちつてと'
    .split(' ')
    .map((row) => [row.slice(0, -5), row.slice(-5)] as const),
);
const PALATAL: Readonly<Record<string, string>> = { sh: 'し', ch: 'ち', j: 'じ', jy: 'じ' };

/** Returns romaji as hiragana, ほいくえん for hoikuen and きょうどう for kyōdō; any other text as it is. */
function romajiToKana(text: string): string {
  const kana = text
    .replace(/[ōô]/g, 'ou')
    .replace(/[ūû]/g, 'uu')
    .replace(/m(?=[bmp])/g, 'n')
    .replace(/([kstpcdgbz])(?=\1)|t(?=ch)/g, 'っ')
    .replace(/(sh|ch|ts|[kgsztdnhmrbpj]y|[a-z]??)([aiueo])/g, (syllable: string, before: string, vowel: string) => {
      const vowelIndex = 'aiueo'.indexOf(vowel);
      const first = PALATAL[before] ?? (before.endsWith('y') ? ROMAJI.get(before.slice(0, -1))?.charAt(1) : undefined);
      if (first === undefined || before === 'y') return ROMAJI.get(before)?.charAt(vowelIndex) ?? syllable;
      return first + 'ゃ ゅぇょ'.charAt(vowelIndex).trim();
    })
    .replace(/n'?/g, 'ん');
  return /[a-z]/.test(kana) ? text : kana;
}

/** Kana whose vowel is often long, which romaji leave out. */
const SHORT_VOWEL = /[おこそとのほもよろごぞどぼぽょゅ](?![うお])/g;

/** Returns what words in romaji may be in hiragana: as they are written, and with long vowels (kyodo: きょうどう). */
export function listKanaReadings(words: readonly string[]): string[] {
  const kana = words.map(romajiToKana).join(' ');
  return kana === words.join(' ') ? [] : [kana, kana.replace(SHORT_VOWEL, '$&う')];
}

/** Shorter words resemble too many other words, and so do Latin ones of this length (card, care). */
const MIN_WORD_LENGTH = 4;

const isShort = (word: string) => word.length < MIN_WORD_LENGTH || /^[a-z]{4}$/.test(word);

/** True if two words differ by one wrong, missing or extra character. */
function differsByOne(word: string, other: string): boolean {
  const [short, long] = word.length <= other.length ? [word, other] : [other, word];
  if (long.length - short.length > 1 || short === long) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return short.slice(short.length === long.length ? same + 1 : same) === long.slice(same + 1);
}

/** The first letters of a word that a person may still type: SN of SNS. */
const FIRST_LETTERS = /^[a-z]{2}$/i;

/** False for a number, and if no document has the word with one wrong character, which spoils two pairs in a row. */
export function mayBeMisspelled(filter: Uint8Array, word: string): boolean {
  if (FIRST_LETTERS.test(word)) return true;
  if (word.length < MIN_WORD_LENGTH || /^[\d,.-]+$/.test(word)) return false;
  const missing = Array.from(word, (_, index) => index).filter(
    (index) => !mayContain(filter, word.slice(index, index + 2)),
  );
  return (missing.at(-1) ?? 0) - (missing[0] ?? 0) < 2;
}

/**
 * Returns the words that a word of at least four characters may be, if one character is wrong, missing or too many; and
 * the short words that two letters begin.
 */
export function listSimilarWords(word: string, words: readonly string[]): string[] {
  if (FIRST_LETTERS.test(word))
    return words.filter((other) => other.startsWith(word) && other.length <= MIN_WORD_LENGTH);
  return isShort(word) ? [] : words.filter((other) => differsByOne(word, other));
}

/** The kana that may follow the stem of a verb or an adjective, by the last kana of its dictionary form. */
const ENDINGS: Readonly<Record<string, string>> = {
  う: 'わいうえおっ',
  く: 'かきくけこい',
  ぐ: 'がぎぐげごい',
  す: 'さしすせそ',
  つ: 'たちつてとっ',
  ぬ: 'なにぬねのん',
  ぶ: 'ばびぶべぼん',
  む: 'まみむめもん',
  る: 'らりるれろっ',
  い: 'いくかけさそ',
};

/** Kana after which a verb in る may lose it: 逃げる, 逃げたい. */
const BEFORE_RU = /[いきぎしじちにひびぴみりえけげせぜてでねへべぺめれ]$/u;

/** What follows a stem of one kana: しりたい, しるひと, but not しりょう. */
const AFTER_SHORT_STEM =
  /^(?:.(?:[てでただ]|な[いかくけ]|ま[すし]|ひと|こと|もの|ほう)|[えけげせてねべめれ][ばる]|[わかがさたなばまら][れせ])/u;

const KANA_ONLY = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・]+$/u;

/** A text that identifies a row. A stem has the kana that may follow it, or '' for any; a whole word has null. */
type SurfaceForm = Readonly<{ row: WordRow; endings: string | null }>;

/** A row that a query contains. */
export interface FoundRow {
  readonly row: WordRow;
  readonly length: number;
  /** False for a form of a verb or an adjective that the row does not list. */
  readonly isWhole: boolean;
}

/** Finds the rows of the table of words in a query, verbs and adjectives in every form. */
export class WordForms {
  readonly #surfaces = new Map<string, SurfaceForm[]>();
  readonly #noteLookup: (query: string, position: number) => void;
  #longest = 1;

  /** @param noteLookup is called with each position of a query at which rows are looked up */
  constructor(rows: readonly WordRow[], noteLookup: (query: string, position: number) => void = () => undefined) {
    this.#noteLookup = noteLookup;
    for (const row of rows)
      for (const form of row.forms.flatMap(listSpokenForms)) {
        this.#add(form, row, null);
        const ending = ENDINGS[form.slice(-1)];
        const stem = form.slice(0, -1);
        if (ending === undefined || stem.length === 0) continue;
        this.#add(stem, row, ending);
        if (form.endsWith('る') && BEFORE_RU.test(stem) && stem.length > 1) this.#add(stem, row, '');
      }
  }

  #add(surface: string, row: WordRow, endings: string | null): void {
    for (const text of new Set(KANA_ONLY.test(surface) ? [surface, simplifyKana(surface)] : [surface])) {
      const list = this.#surfaces.get(text) ?? [];
      list.push({ row, endings });
      this.#surfaces.set(text, list);
      this.#longest = Math.max(this.#longest, text.length);
    }
  }

  /** True for a text that says nothing about the subject of a query. */
  isQuestion(text: string): boolean {
    return this.#surfaces.get(text)?.some(({ row }) => row.role === 'question' || row.role === 'number') ?? false;
  }

  /** True if the rest of a query from a position on is a form: しえん of こそだてしえん. */
  isForm(query: string, position: number): boolean {
    this.#noteLookup(query, position);
    return this.#surfaces.get(simplifyKana(query.slice(position)))?.some(({ endings }) => endings === null) ?? false;
  }

  /** Returns the rows whose form begins at a position of a query, longest first. */
  findAt(query: string, position: number, mayEnd: (end: number) => boolean): FoundRow[] {
    this.#noteLookup(query, position);
    const found: FoundRow[] = [];
    // A form with ・ or spaces is longer in a query than in the table.
    const longest = this.#longest + query.split(/[・ ]/).length - 1;
    for (let length = Math.min(longest, query.length - position); length > 0; length--) {
      const written = query.slice(position, position + length);
      const isSpaced = written.includes(' ') && written === written.trim();
      const text = isSpaced ? written.replaceAll(' ', '') : written;
      const texts = [text, ...(isSpaced ? SPACED_PARTICLES.map((particle) => written.replace(' ', particle)) : [])];
      const forms = texts.flatMap((one) => this.#surfaces.get(one) ?? []);
      if (forms.length === 0 && KANA_ONLY.test(text)) forms.push(...(this.#surfaces.get(simplifyKana(text)) ?? []));
      const next = query.charAt(position + length);
      // A single kanji in a compound is not a word of its own: 人 of 人口.
      if (length === 1 && (isCompoundCharacter(next) || isCompoundCharacter(query.charAt(position - 1)))) continue;
      for (const { row, endings } of forms) {
        if (endings === null ? !mayEnd(position + length) : endings !== '' && !(next !== '' && endings.includes(next)))
          continue;
        if (endings !== null && length === 1 && isHiragana(text) && !AFTER_SHORT_STEM.test(query.slice(position + 1)))
          continue;
        if (!found.some((one) => one.row === row))
          found.push({ row, length: length + (endings ? 1 : 0), isWhole: endings === null });
      }
    }
    return found.sort((a, b) => b.length - a.length);
  }
}
