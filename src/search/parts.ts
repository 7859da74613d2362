import type { Kin } from './kin.ts';
import { normal } from './normal.ts';
import { variants } from './variants.ts';

/** A word to look for in the stead of what was asked, and how much it counts: 1 for the asked one. */
export interface Try {
  readonly word: string;
  readonly weight: number;
}

/** A part of a question that means something by itself, with the words by which it may be found. */
export interface Part {
  readonly text: string;
  readonly tries: readonly Try[];
  /** Words to take where the others find little: parts of the word, words of the same topic. */
  readonly rest: readonly Try[];
}

/** Runs of one script, in which a word most likely stands whole. */
const RUN =
  /[\p{Script=Han}々]+|[\p{Script=Katakana}ー・]+|[\p{Script=Latin}\p{N}.,]+|\p{Script=Hiragana}+/gu;

/** What joins words in a question and says nothing of what is asked. */
const JOINING =
  /から|まで|より|とき|こと|ところ|ため|して|している|したい|した|する|です|ます|ない|たい|ほしい|できる|でき|ある|いる|なる|なり|なって|なった|など|たち|どう|なに|どこ|いつ|ください|られ|でも|には|では|[のをにがはでとへもやかねよ]/u;

const once = (tries: readonly Try[], but: readonly string[] = []) => {
  const seen = new Set(but);
  return tries.filter(({ word }) => word !== '' && !seen.has(word) && seen.add(word));
};
const weighing = (weight: number) => (word: string) => ({ word, weight });

/** The words within a question, by its scripts. A single Kanji takes the kana behind it: 払い, 逃げ. */
function wordsOf(question: string): string[] {
  const runs = [...question.matchAll(RUN)].map(([run]) => run);
  return runs.flatMap((run, place) => {
    if (!/^\p{Script=Hiragana}/u.test(run)) {
      const behind = /^\p{Script=Hiragana}/u.test(runs[place + 1] ?? '')
        ? (runs[place + 1] ?? '').slice(0, 1)
        : '';
      return run.length === 1 && behind !== '' && !JOINING.test(behind) ? [run + behind] : [run];
    }
    // Behind a single Kanji the kana are its ending; behind others, what is left of them is a word only if it is long.
    const before = runs[place - 1] ?? '';
    const own = before.length === 1 && !JOINING.test(run.slice(0, 1)) ? run.slice(1) : run;
    const shortest = /^\p{Script=Han}/u.test(before) ? 3 : 2;
    return own.split(JOINING).filter((part) => part.length >= shortest);
  });
}

/** Half words: of 保育所, 保育 and 育所. */
function halves(word: string): string[] {
  if (!/^[\p{Script=Han}々]{3,}$/u.test(word)) return [];
  return [word.slice(0, 2), word.slice(-2), ...(word.length > 4 ? [word.slice(0, 3), word.slice(2, 4)] : [])];
}

/** Other spellings of what a word is or holds. */
function spelt(word: string, { spellings }: Kin): string[] {
  return spellings.flatMap((group) => {
    const forms = group.map(normal);
    const own = forms.find((form) => form === word);
    return own === undefined ? [] : forms.filter((form) => form !== word);
  });
}

/**
 * The parts of a question that mean something, with the words by which plans may speak of them.
 * @param question in the form in which texts are searched
 */
export function partsOf(question: string, kin: Kin): Part[] {
  const said = kin.everyday.filter(([word = '']) => question.includes(word));
  // What is said in everyday words is one part, however its characters would be cut.
  const rest = said.reduce((left, [word = '']) => left.replaceAll(word, ' '), question);
  const whole = wordsOf(rest).filter((word) => word.length > 1);
  const names = [
    ...said.map(([word = '']) => word),
    ...whole,
    ...(whole.length + said.length > 1 ? [] : [question]),
  ];
  return [...new Set(names)].map((text): Part => {
    const [, ...written] = said.find(([word]) => word === text) ?? [];
    const tries = once([
      { word: text, weight: 1 },
      ...spelt(text, kin).map(weighing(0.9)),
      ...variants(text).map(weighing(0.9)),
      ...written.map((word) => ({ word: normal(word), weight: 0.8 })),
    ]);
    const topics = kin.topics.filter((words) =>
      words.some((word) => word === text || (text.length > 1 && word.includes(text))),
    );
    const others = [
      ...halves(text).map(weighing(0.5)),
      ...topics.flatMap(([, ...words]) => words.map((word) => ({ word: normal(word), weight: 0.3 }))),
    ];
    return {
      text,
      tries,
      rest: once(
        others,
        tries.map(({ word }) => word),
      ),
    };
  });
}
