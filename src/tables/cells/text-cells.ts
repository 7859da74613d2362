import { listKeys } from '../../model/value-lists.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import { createIssue } from '../../diagnostics/diagnostic.ts';
import { findFormulaStart } from './character-issues.ts';
import { defineCell, EMPTY_CELL, splitList, emptyAsNull, withTrim, type CellResult } from './cell-parser.ts';

function readText(value: string): CellResult<string> {
  const formula = findFormulaStart(value);
  return formula ? { flaw: formula } : { value };
}

/** Any text, trimmed; may be empty. A start that a spreadsheet takes for a formula is a flaw. */
export const optionalText = () => defineCell(withTrim(readText));
/** Several texts, or none. */
export const textList = () => defineCell(withTrim(splitList(readText)));
/** Text that may not be empty. */
export const requiredText = () =>
  defineCell(withTrim((value) => (value === '' ? { flaw: EMPTY_CELL } : readText(value))));

/** Several texts, one at least. */
export const requiredTextList = () =>
  defineCell(
    withTrim((value): CellResult<string[]> => {
      const read = splitList(readText)(value);
      return 'value' in read && read.value.length === 0 ? { flaw: EMPTY_CELL } : read;
    }),
  );

function readChoice<K extends string>(field: string, list: Readonly<Record<K, string>>) {
  const english = listKeys(list);
  return (value: string): CellResult<K> => {
    if (value === '') return { flaw: EMPTY_CELL };
    const found = english.find((word) => value === word || value === list[word]);
    if (found !== undefined) return { value: found };
    const all = Object.values<string>(list);
    return {
      flaw: createIssue('bad-choice', {
        value,
        field,
        near: suggestChoice(value, all),
        choices: all.join('、'),
      }),
    };
  };
}

/** A word of a fixed list, in Japanese or English; gives the English one. */
export const requiredChoice = <K extends string>(field: string, list: Readonly<Record<K, string>>) =>
  defineCell(withTrim(readChoice(field, list)));
/** The same, or nothing. */
export const optionalChoice = <K extends string>(field: string, list: Readonly<Record<K, string>>) =>
  defineCell(withTrim(emptyAsNull(readChoice(field, list))));
/** The same; where nothing is typed, it is `other`. */
export const choiceWithDefault = <K extends string>(
  field: string,
  list: Readonly<Record<K, string>>,
  other: NoInfer<K>,
) => defineCell(withTrim((value) => (value === '' ? { value: other } : readChoice(field, list)(value))));

/** A web address, or nothing. */
export const optionalUrl = () =>
  defineCell(
    withTrim((value): CellResult<string> =>
      value === '' || (/^https?:\/\/[^\s<>"]+$/.test(value) && URL.canParse(value))
        ? { value }
        : { flaw: createIssue('bad-web-address', { value }) },
    ),
  );
