import { everydayWords, listKeys, wordSpellings } from '../../model/value-lists.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import { createIssue } from '../../diagnostics/diagnostic.ts';
import { findFormulaStart } from './character-issues.ts';
import { findSpreadsheetArtifact } from './spreadsheet-artifacts.ts';
import { defineCell, EMPTY_CELL, emptyAsIssue, emptyAsNull, splitList, type CellResult } from './cell-parser.ts';

function readText(value: string): CellResult<string> {
  const formula = findFormulaStart(value);
  return formula ? { issue: formula } : { value };
}

/** Reads a text that is complete without the row above: 〃 and #REF! are none. A text may begin with " or ＝. */
function readOwnText(value: string): CellResult<string> {
  const issue = findFormulaStart(value) ?? (/^["＝]/.test(value) ? null : findSpreadsheetArtifact(value));
  return issue ? { issue } : { value };
}

/** Any text, possibly empty, that a spreadsheet does not read as a formula. */
export const optionalText = () => defineCell(readText);
/** The unit of an indicator; it may be empty. */
export const optionalUnit = () => defineCell(readOwnText);
export const textList = () => defineCell(splitList(readText));
export const requiredText = () => defineCell(emptyAsIssue(readOwnText));

export const requiredTextList = () =>
  defineCell((value): CellResult<string[]> => {
    const read = splitList(readText)(value);
    return 'value' in read && read.value.length === 0 ? { issue: EMPTY_CELL } : read;
  });

function readChoice<K extends string>(field: string, list: Readonly<Record<K, string>>) {
  const english = listKeys(list);
  return (value: string): CellResult<K> => {
    const written = wordSpellings.get(value) ?? value;
    const match = english.find((word) => value === word || written === list[word]);
    if (match !== undefined) return { value: match };
    const all = Object.values<string>(list);
    const meant = everydayWords.get(value) ?? '';
    const near = all.includes(meant) ? meant : suggestChoice(value, all);
    return { issue: createIssue('bad-choice', { value, field, near, choices: all.join('、') }) };
  };
}

/** A word of a value list, in Japanese or English; the value is the English one. */
export const requiredChoice = <K extends string>(field: string, list: Readonly<Record<K, string>>) =>
  defineCell(emptyAsIssue(readChoice(field, list)));
export const optionalChoice = <K extends string>(field: string, list: Readonly<Record<K, string>>) =>
  defineCell(emptyAsNull(readChoice(field, list)));
/** Words of a value list, separated by `;`. */
export const choiceList = <K extends string>(field: string, list: Readonly<Record<K, string>>) =>
  defineCell(splitList(readChoice(field, list)));
/** A word of a value list; an empty cell means `other`. */
export const choiceWithDefault = <K extends string>(
  field: string,
  list: Readonly<Record<K, string>>,
  other: NoInfer<K>,
) => defineCell((value) => (value === '' ? { value: other } : readChoice(field, list)(value)));

/** A web URL, or an empty text. */
export const optionalUrl = () =>
  defineCell((value): CellResult<string> =>
    value === '' || (/^https?:\/\/[^\s<>"]+$/.test(value) && URL.canParse(value))
      ? { value }
      : { issue: createIssue('bad-web-address', { value }) },
  );
