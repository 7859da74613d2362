import { toHiragana } from '../search-text.ts';
import type { SynonymGroups } from '../index-json.ts';
import { listSpellingVariants } from './spelling-variants.ts';

/** A word to look for in the stead of what was asked, and how much it counts: 1 for the asked one. */
export interface WeightedWord {
  readonly word: string;
  readonly weight: number;
}

/** A part of a question that means something by itself, with the words by which it may be found. */
export interface QueryTerm {
  readonly text: string;
  readonly candidates: readonly WeightedWord[];
  /** Words to take where the others find little: parts of the word, words of the same topic. */
  readonly fallbacks: readonly WeightedWord[];
  /** False for kana among other words: they join these, and hold no name that could be misspelt. */
  readonly allowsFuzzy: boolean;
}

/** Runs of one script, in which a word most likely stands whole. */
const RUN =
  /[\p{Script=Han}々]+|[\p{Script=Katakana}ー・]+|[\p{Script=Latin}\p{N}.,-]+|\p{Script=Hiragana}[\p{Script=Hiragana}ー]*/gu;

/** What joins words in a question and says nothing of what is asked. */
const JOINING =
  /から|まで|より|とき|こと|ところ|ため|して|している|したい|した|する|です|ます|ない|たい|ほしい|できる|でき|ある|いる|なる|なり|なって|なった|など|たち|どう|なに|どこ|いつ|ください|られ|でも|には|では|[のをにがはでとへもやかねよ]/u;

const once = (tries: readonly WeightedWord[], but: readonly string[] = []) => {
  const seen = new Set(but);
  return tries.filter(({ word }) => word !== '' && !seen.has(word) && seen.add(word));
};
const weighing = (weight: number) => (word: string) => ({ word, weight });

/** What asks for a number or a name, and is none: 何人, 何円. */
const ASKING = '何';

/** Fewer kana than this, cut out of a question, are most often no word: さい of さいがい. */
const SHORTEST = 4;

/** The words within a question, by its scripts. A single Kanji takes the kana behind it: 払い, 逃げ. */
function wordsOf(question: string): string[] {
  const runs = [...question.matchAll(RUN)].map(([run]) => run);
  return runs.flatMap((run, place) => {
    if (run.startsWith(ASKING)) return [];
    if (!/^\p{Script=Hiragana}/u.test(run)) {
      const behind = /^\p{Script=Hiragana}/u.test(runs[place + 1] ?? '')
        ? (runs[place + 1] ?? '').slice(0, 1)
        : '';
      return run.length === 1 && behind !== '' && !JOINING.test(behind) ? [run + behind] : [run];
    }
    // Behind a single Kanji the kana are its ending.
    const before = runs[place - 1] ?? '';
    const own = before.length === 1 && !JOINING.test(run.slice(0, 1)) ? run.slice(1) : run;
    return own.split(JOINING).filter((part) => part.length >= SHORTEST);
  });
}

/** A single Kanji with a kana behind it is what a verb begins with: it says less of what is asked than a noun does. */
const VERB = /^\p{Script=Han}\p{Script=Hiragana}$/u;

/** Half words: of 保育所, 保育 and 育所; of 国民健康保険, 国民 and 保険, but not 健康. */
function halves(word: string): string[] {
  if (!/^[\p{Script=Han}々]{3,}$/u.test(word)) return [];
  return [word.slice(0, 2), word.slice(-2), ...(word.length > 4 ? [word.slice(0, 3)] : [])];
}

/** Other spellings of a word, and the words that are read so; kana of either script are the same for it. */
function spelt(word: string, { spellings, readings }: SynonymGroups): string[] {
  const own = toHiragana(word);
  const read = readings.flatMap(([reading = '', ...words]) => (toHiragana(reading) === own ? words : []));
  const asked = new Set([word, ...read]);
  const spelled = spellings.flatMap((group) =>
    group.some((form) => asked.has(form) || toHiragana(form) === own) ? group : [],
  );
  return [...new Set([...read, ...spelled])].filter((form) => form !== word);
}

/** What may stand before and behind a word in kana: anything but kana, or what joins words. */
const BEFORE = '(?<=^|[^ぁ-ゖー]|[のをにがはでとへもや])';
const BEHIND = '(?=$|[^ぁ-ゖー]|[のをにがはでとへもやか])';

/** True for a word that the scripts would cut in pieces: 子ども, 手続き. */
const isMixed = (word: string) => /\p{Script=Han}/u.test(word) && /\p{Script=Hiragana}/u.test(word);

/** The words of a question that are known and stand in it in kana or in several scripts: まどぐち of こどものまどぐち. */
function knownIn(question: string, { spellings, readings }: SynonymGroups): string[] {
  return [...new Set([...spellings, ...readings].flat())]
    .filter((form) => question.includes(form))
    .filter(
      (form) =>
        isMixed(form) ||
        (/^[ぁ-ゖー]{2,}$/u.test(form) && new RegExp(BEFORE + form + BEHIND, 'u').test(question)),
    )
    .sort((a, b) => b.length - a.length);
}

/** Letters stand in words of their own, and katakana begin one: LINE is not in online, nor ライン in オンライン. */
function alone(word: string): RegExp {
  if (/^[a-z]+$/.test(word)) return new RegExp(`(?<![a-z])${word}(?![a-z])`, 'g');
  const isKatakana = /^[ァ-ヶー・]+$/u.test(word);
  return new RegExp((isKatakana ? '(?<![ァ-ヶー])' : '') + word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'gu');
}

/** The words of a question that mean something: known ones however their characters would be cut, then the others. */
function namesIn(question: string, kin: SynonymGroups): string[] {
  if (spelt(question, kin).length > 0) return [question];
  let left = question;
  const take = (words: readonly string[]) =>
    words.filter((word) => {
      // Few of all words stand in a question, and a pattern is dear to make.
      if (!left.includes(word)) return false;
      const before = left;
      left = left.replace(alone(word), ' ');
      return left !== before;
    });
  // The longest first: 住民票 before 住民.
  const said = take(kin.everyday.map(([word = '']) => word).sort((a, b) => b.length - a.length));
  const known = take(knownIn(left, kin));
  // Beside known words in kana, what is left in kana is what joins them, or the rest of a word cut in two.
  const whole = wordsOf(left).filter(
    (word) => word.length > 1 && !(known.length > 0 && /^\p{Script=Hiragana}+$/u.test(word)),
  );
  const names = [...said, ...known, ...whole];
  return names.length > 1 || known.length > 0 ? names : [...names, question];
}

/**
 * The parts of a question that mean something, with the words by which plans may speak of them.
 * @param question in the form in which texts are searched
 */
export function extractQueryTerms(question: string, kin: SynonymGroups): QueryTerm[] {
  const names = [...new Set(namesIn(question, kin))];
  return names.map((text): QueryTerm => {
    const spellings = spelt(text, kin);
    const forms = [text, ...spellings];
    const written = kin.everyday.flatMap(([said = '', ...words]) => (forms.includes(said) ? words : []));
    const tries = once([
      { word: text, weight: VERB.test(text) && written.length === 0 ? 0.5 : 1 },
      ...spellings.map(weighing(0.9)),
      ...listSpellingVariants(text).map(weighing(0.9)),
      ...written.map(weighing(0.8)),
    ]);
    const topics = kin.topics.filter((words) =>
      words.some((word) => forms.includes(word) || (text.length > 1 && word.includes(text))),
    );
    const others = [
      ...halves(text).map(weighing(0.5)),
      ...topics.flatMap(([, ...words]) => words.map(weighing(0.3))),
    ];
    return {
      text,
      candidates: tries,
      allowsFuzzy: names.length === 1 || !/^\p{Script=Hiragana}+$/u.test(text),
      fallbacks: once(
        others,
        tries.map(({ word }) => word),
      ),
    };
  });
}
