import { keysOf } from '../../model/keys.ts';
import { near } from '../../problems/near.ts';
import { flaw } from '../../problems/problem.ts';
import { formulaIn } from '../characters.ts';
import { cell, EMPTY, listOf, orNull, trimmed, type CellRead } from './type.ts';

function readText(value: string): CellRead<string> {
  const formula = formulaIn(value);
  return formula ? { flaw: formula } : { value };
}

/** Any text, trimmed; may be empty. A start that a spreadsheet takes for a formula is a flaw. */
export const text = () => cell(trimmed(readText));
/** Several texts, or none. */
export const texts = () => cell(trimmed(listOf(readText)));
/** Text that may not be empty. */
export const words = () => cell(trimmed((value) => (value === '' ? { flaw: EMPTY } : readText(value))));

/** Several texts, one at least. */
export const someTexts = () =>
  cell(
    trimmed((value): CellRead<string[]> => {
      const read = listOf(readText)(value);
      return 'value' in read && read.value.length === 0 ? { flaw: EMPTY } : read;
    }),
  );

function readChoice<K extends string>(field: string, list: Readonly<Record<K, string>>) {
  const english = keysOf(list);
  return (value: string): CellRead<K> => {
    if (value === '') return { flaw: EMPTY };
    const found = english.find((word) => value === word || value === list[word]);
    if (found !== undefined) return { value: found };
    const all = Object.values<string>(list);
    return {
      flaw: flaw('bad-choice', { value, field, near: near(value, all), choices: all.join('、') }),
    };
  };
}

/** A word of a fixed list, in Japanese or English; gives the English one. */
export const choice = <K extends string>(field: string, list: Readonly<Record<K, string>>) =>
  cell(trimmed(readChoice(field, list)));
/** The same, or nothing. */
export const choiceOrNull = <K extends string>(field: string, list: Readonly<Record<K, string>>) =>
  cell(trimmed(orNull(readChoice(field, list))));
/** The same; where nothing is typed, it is `other`. */
export const choiceOr = <K extends string>(
  field: string,
  list: Readonly<Record<K, string>>,
  other: NoInfer<K>,
) => cell(trimmed((value) => (value === '' ? { value: other } : readChoice(field, list)(value))));

/** A web address, or nothing. */
export const webAddress = () =>
  cell(
    trimmed((value): CellRead<string> =>
      value === '' || (/^https?:\/\/[^\s<>"]+$/.test(value) && URL.canParse(value))
        ? { value }
        : { flaw: flaw('bad-web-address', { value }) },
    ),
  );
