import { CODE_PATTERN, MAX_ID_LENGTH, SLUG_PATTERN } from '../model/id.ts';

/** What people type between the parts of an id or a code, width folded. */
const PARTED = /[\s._/・‐‑‒–—−ー-]+/g;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function joined(text: string, by: string, form: RegExp): string {
  const parts = text.normalize('NFKC').toLowerCase().split(PARTED);
  const found = parts.filter((part) => part !== '').join(by);
  return form.test(found) && found.length <= MAX_ID_LENGTH ? found : '';
}

/**
 * The id that a person most likely meant; empty where nothing is known.
 * @example suggestSlug('Ｂｏｓａｉ_1') // → bosai-1
 */
export function suggestSlug(text: string): string {
  return joined(text, '-', SLUG_PATTERN);
}

/**
 * The code that a person most likely meant, also where a spreadsheet made a day and a month of it; empty where nothing
 * is known, as for a date with a year, which may come of two numbers or of three.
 * @example suggestCode('1-1') // → 1_1
 * @example suggestCode('3月1日') // → 3_1
 * @example suggestCode('1-Mar') // → 3_1
 */
export function suggestCode(text: string): string {
  if (/\d{4}[-/]|[-/]\d{4}/.test(text)) return '';
  const [, month = '', day = ''] = /^(\d{1,2})月(\d{1,2})日$/.exec(text) ?? [];
  if (month !== '') return `${Number(month)}_${Number(day)}`;
  const named = text.split('-').map((part) => MONTHS.indexOf(part.toLowerCase()) + 1);
  const at = named.findIndex((number) => number > 0);
  if (named.length === 2 && at >= 0) return `${named[at] ?? 0}_${Number(text.split('-')[1 - at])}`;
  return joined(text, '_', CODE_PATTERN);
}
