import { CODE, ID_LENGTH, SLUG } from '../../model/id.ts';
import { checkDigit, isMunicipalityCode } from '../../model/municipality.ts';
import { flaw } from '../../problems/problem.ts';
import { correctedCode, correctedSlug } from '../corrected.ts';
import { leftoverIn } from '../leftover.ts';
import { cell, EMPTY, listOf, orNull, trimmed, type CellRead, type Warned } from './type.ts';

/** What a spreadsheet makes of `1_1` written with a hyphen or a slash. */
const DATE_LIKE =
  /^(?:\d{1,2}月\d{1,2}日|[A-Za-z]{3}-\d{1,2}|\d{1,2}-[A-Za-z]{3}|\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?)$/;

function readSlug(value: string): CellRead<string> {
  if (value === '') return { flaw: EMPTY };
  const good = SLUG.test(value) && value.length <= ID_LENGTH;
  if (good) return { value };
  return { flaw: leftoverIn(value) ?? flaw('bad-slug', { value, near: correctedSlug(value) }) };
}

function readCode(value: string): CellRead<string> {
  if (value === '') return { flaw: EMPTY };
  if (CODE.test(value) && value.length <= ID_LENGTH) return { value };
  const leftover = leftoverIn(value);
  if (leftover) return { flaw: leftover };
  const near = correctedCode(value);
  return { flaw: flaw(DATE_LIKE.test(value) ? 'code-became-date' : 'bad-code', { value, near }) };
}

/** The id of a thing. */
export const slug = () => cell(trimmed(readSlug));
/** A slug that names a row of another file: where it is left out, it was most likely that of the row above. */
export const reference = () =>
  cell(trimmed((value) => (value === '' ? { flaw: flaw('empty-cell', { again: 1 }) } : readSlug(value))));
/** An id, or nothing. */
export const slugOrNull = () => cell(trimmed(orNull(readSlug)));
/** Several ids, or none. */
export const slugs = () => cell(trimmed(listOf(readSlug)));
/** The code of a node. */
export const code = () => cell(trimmed(readCode));
/** A code, or nothing. */
export const codeOrNull = () => cell(trimmed(orNull(readCode)));
/** Several codes, or none. */
export const codes = () => cell(trimmed(listOf(readCode)));

/** Ids of any kind: `warabi`, `warabi-jiritsu/33_1`. */
export const ids = () =>
  cell(
    trimmed(
      listOf((value): CellRead<string> => {
        const [first = '', second, ...more] = value.split('/');
        const good = SLUG.test(first) && (second === undefined || /^[a-z0-9_-]+$/.test(second));
        return good && more.length === 0 ? { value } : { flaw: flaw('bad-slug', { value }) };
      }),
    ),
  );

/** A 全国地方公共団体コード; five digits are read with the leading 0 that a spreadsheet dropped, with a warning. */
export const municipalityCode = () =>
  cell(
    trimmed((value): CellRead<Warned<string>> => {
      if (isMunicipalityCode(value)) return { value: { value, warnings: [] } };
      const read = `0${value}`;
      if (/^\d{5}$/.test(value) && checkDigit(read.slice(0, 5)) === Number(read[5]))
        return { value: { value: read, warnings: [flaw('municipality-code-lost-zero', { value, read })] } };
      return { flaw: value === '' ? EMPTY : flaw('bad-municipality-code', { value }) };
    }),
  );
