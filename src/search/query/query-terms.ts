import type { SynonymGroups } from '../format/json-shards.ts';
import { toHiragana } from '../search-text.ts';
import { listSpellingVariants } from './spelling-variants.ts';

/** A word to search for, and how much a match counts: 1 for a word of the query itself. */
export interface WeightedWord {
  readonly word: string;
  readonly weight: number;
}

/** A part of a query with a meaning of its own, and the words that may find it. */
export interface QueryTerm {
  readonly text: string;
  readonly candidates: readonly WeightedWord[];
  /** Words for a term with few matches: parts of the word, words of the same topic. */
  readonly fallbacks: readonly WeightedWord[];
  /** False for hiragana among other words: they are endings and particles, not misspelt names. */
  readonly allowsFuzzy: boolean;
}

/** Runs of one script, which are most likely whole words. */
const RUN =
  /[\p{Script=Han}々]+|[\p{Script=Katakana}ー・]+|[\p{Script=Latin}\p{N}.,-]+|\p{Script=Hiragana}[\p{Script=Hiragana}ー]*/gu;

/** Particles, endings and other words without a subject: they separate the words of a query. */
const STOP_WORD =
  /から|まで|より|とき|こと|ところ|ため|して|している|したい|した|する|です|ます|ない|たい|ほしい|できる|でき|ある|いる|なる|なり|なって|なった|など|たち|どう|なに|どこ|いつ|ください|られ|でも|には|では|[のをにがはでとへもやかねよ]/u;

/** Begins questions for a number or a name: 何人, 何円. */
const QUESTION_WORD = '何';

/** Shorter pieces of hiragana are rarely words: さい of さいがい. */
const MIN_KANA_LENGTH = 4;

const HIRAGANA_ONLY = /^\p{Script=Hiragana}+$/u;
const STARTS_WITH_HIRAGANA = /^\p{Script=Hiragana}/u;

/** Returns the words of a text by its scripts. A single kanji takes the kana after it: 払い, 逃げ. */
function tokenize(text: string): string[] {
  const runs = [...text.matchAll(RUN)].map(([run]) => run);
  return runs.flatMap((run, index) => {
    if (run.startsWith(QUESTION_WORD)) return [];
    if (!STARTS_WITH_HIRAGANA.test(run)) {
      const nextRun = runs[index + 1] ?? '';
      const ending = STARTS_WITH_HIRAGANA.test(nextRun) ? nextRun.slice(0, 1) : '';
      return run.length === 1 && ending !== '' && !STOP_WORD.test(ending) ? [run + ending] : [run];
    }
    // After a single kanji the first kana is its ending.
    const isEnding = runs[index - 1]?.length === 1 && !STOP_WORD.test(run.slice(0, 1));
    const rest = isEnding ? run.slice(1) : run;
    return rest.split(STOP_WORD).filter((part) => part.length >= MIN_KANA_LENGTH);
  });
}

/** The beginning of a verb, which describes the subject of a query less than a noun. */
const VERB_STEM = /^\p{Script=Han}\p{Script=Hiragana}$/u;

/** Returns the beginning and the end of a word in kanji: 保育 and 育所 of 保育所; 国民 and 保険 of 国民健康保険. */
function listHalves(word: string): string[] {
  if (!/^[\p{Script=Han}々]{3,}$/u.test(word)) return [];
  return [word.slice(0, 2), word.slice(-2), ...(word.length > 4 ? [word.slice(0, 3)] : [])];
}

/** Returns the other spellings of a word, and the words with this reading; hiragana and katakana are equal. */
function listSpellings(word: string, { spellings, readings }: SynonymGroups): string[] {
  const kana = toHiragana(word);
  const readAs = readings.flatMap(([reading = '', ...words]) => (toHiragana(reading) === kana ? words : []));
  const forms = new Set([word, ...readAs]);
  const respelt = spellings.flatMap((group) =>
    group.some((form) => forms.has(form) || toHiragana(form) === kana) ? group : [],
  );
  return [...new Set([...readAs, ...respelt])].filter((form) => form !== word);
}

/** The limits of a word in kana: any other script, or a particle. */
const BEFORE_KANA_WORD = '(?<=^|[^ぁ-ゖー]|[のをにがはでとへもや])';
const AFTER_KANA_WORD = '(?=$|[^ぁ-ゖー]|[のをにがはでとへもやか])';

/** True for words that `tokenize` would split: 子ども, 手続き. */
const hasMixedScripts = (word: string) => /\p{Script=Han}/u.test(word) && /\p{Script=Hiragana}/u.test(word);

/** Returns the known words in a text that `tokenize` would miss: in kana (まどぐち of こどものまどぐち) or in mixed scripts. */
function findKnownWords(text: string, { spellings, readings }: SynonymGroups): string[] {
  return [...new Set([...spellings, ...readings].flat())]
    .filter(
      (form) =>
        text.includes(form) &&
        (hasMixedScripts(form) ||
          (/^[ぁ-ゖー]{2,}$/u.test(form) && new RegExp(BEFORE_KANA_WORD + form + AFTER_KANA_WORD, 'u').test(text))),
    )
    .sort((a, b) => b.length - a.length);
}

/** Matches a word, but not inside a longer one in letters or katakana: LINE in online, ライン in オンライン. */
function createWordPattern(word: string): RegExp {
  if (/^[a-z]+$/.test(word)) return new RegExp(`(?<![a-z])${word}(?![a-z])`, 'g');
  const isKatakana = /^[ァ-ヶー・]+$/u.test(word);
  return new RegExp((isKatakana ? '(?<![ァ-ヶー])' : '') + word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'gu');
}

/** Splits a query into terms: phrases and known words first, then the other words by their scripts. */
function splitIntoTerms(query: string, synonyms: SynonymGroups): string[] {
  if (listSpellings(query, synonyms).length > 0) return [query];
  let rest = query;
  const take = (words: readonly string[]) =>
    words.filter((word) => {
      // Most words are not in the query, and compiling a RegExp is slow.
      if (!rest.includes(word)) return false;
      const before = rest;
      rest = rest.replace(createWordPattern(word), ' ');
      return rest !== before;
    });
  // The longest first: 住民票 before 住民.
  const phrases = take(synonyms.everyday.map(([phrase = '']) => phrase).sort((a, b) => b.length - a.length));
  const knownWords = take(findKnownWords(rest, synonyms));
  // Beside known words, hiragana are particles or the rest of a word that was split.
  const otherWords = tokenize(rest).filter(
    (word) => word.length > 1 && !(knownWords.length > 0 && HIRAGANA_ONLY.test(word)),
  );
  const terms = [...phrases, ...knownWords, ...otherWords];
  return terms.length > 1 || knownWords.length > 0 ? terms : [...terms, query];
}

const withWeight = (weight: number) => (word: string) => ({ word, weight });

/** Drops empty and repeated words. */
const removeRepeated = (words: readonly WeightedWord[], excluded: readonly string[] = []) => {
  const seen = new Set(['', ...excluded]);
  return words.filter(({ word }) => !seen.has(word) && seen.add(word));
};

/**
 * Returns the terms of a query, each with the words that plans may use for it.
 * @param query a normalized word of the query
 */
export function extractQueryTerms(query: string, synonyms: SynonymGroups): QueryTerm[] {
  const terms = [...new Set(splitIntoTerms(query, synonyms))];
  return terms.map((text): QueryTerm => {
    const spellings = listSpellings(text, synonyms);
    const forms = [text, ...spellings];
    const planWords = synonyms.everyday.flatMap(([phrase = '', ...words]) => (forms.includes(phrase) ? words : []));
    const candidates = removeRepeated([
      { word: text, weight: VERB_STEM.test(text) && planWords.length === 0 ? 0.5 : 1 },
      ...spellings.map(withWeight(0.9)),
      ...listSpellingVariants(text).map(withWeight(0.9)),
      ...planWords.map(withWeight(0.8)),
    ]);
    const topics = synonyms.topics.filter((words) =>
      words.some((word) => forms.includes(word) || (text.length > 1 && word.includes(text))),
    );
    const fallbacks = [
      ...listHalves(text).map(withWeight(0.5)),
      ...topics.flatMap(([, ...words]) => words.map(withWeight(0.3))),
    ];
    return {
      text,
      candidates,
      allowsFuzzy: terms.length === 1 || !HIRAGANA_ONLY.test(text),
      fallbacks: removeRepeated(
        fallbacks,
        candidates.map(({ word }) => word),
      ),
    };
  });
}
