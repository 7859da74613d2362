import { createIssue, locateFile, type Location } from '../../diagnostics/diagnostic.ts';
import { TEXT_PLACEHOLDER } from '../../model/chapter.ts';
import { removeRemark } from '../../model/japanese-text.ts';
import { alignReading } from '../../model/reading-alignment.ts';
import { findPlatformCharacters } from '../../tables/cells/cell-issues.ts';
import type { TextRole } from '../../tables/table-schema.ts';
import { type SiteCheck, type ValidationContext, listPlanTexts, listSourceFiles, visitCells } from '../parsed-site.ts';

/** Calls `visit` for the texts of these roles in all tables. */
function visitTextCells(
  context: ValidationContext,
  roles: readonly TextRole[],
  visit: Parameters<typeof visitCells>[2],
): void {
  visitCells(listSourceFiles(context), ({ role }) => role !== undefined && roles.includes(role), visit);
}

/** Reports platform-dependent characters: some machines don't show, and searches don't find them (rule L1-08). */
export const checkPlatformCharacters: SiteCheck = (context, report) => {
  visitTextCells(context, ['name', 'summary', 'other'], (row, heading, text) => {
    for (const { issue } of findPlatformCharacters(text)) report.addIssue(row.locate(heading), issue);
  });
};

/** Maximum length of names and summaries in lists and tables. */
const LIMITS = { name: 100, summary: 300 } as const;

/** Reports names and summaries that are too long for lists. */
export const checkTextLengths: SiteCheck = (context, report) => {
  visitTextCells(context, ['name', 'summary'], (row, heading, text, { role }) => {
    const limit = role === 'name' ? LIMITS.name : LIMITS.summary;
    // Counting characters is slow, and no text has more of them than code units.
    const length = text.length <= limit ? 0 : [...text].length;
    if (length <= limit) return;
    const location = row.locate(heading);
    report.add(location, 'long-cell', { field: location.field, length, limit });
  });
};

const placeholderIssue = createIssue('placeholder', { value: TEXT_PLACEHOLDER });

/** Reports placeholders that nobody has replaced: in names and summaries, and in the texts of plans. */
export const checkPlaceholders: SiteCheck = (context, report) => {
  visitTextCells(context, ['name', 'summary'], (row, heading, text) => {
    if (text.includes(TEXT_PLACEHOLDER)) report.addIssue(row.locate(heading), placeholderIssue);
  });
  for (const { file, markup } of context.plans.flatMap(listPlanTexts))
    for (const [index, text] of markup.split('\n').entries()) {
      const [before = '', ...rest] = text.split(TEXT_PLACEHOLDER);
      if (rest.length > 0) report.addIssue(locateFile(file, index + 1, [...before].length + 1), placeholderIssue);
    }
};

/** White space that serves only the layout of a printed table, with its Japanese names. */
const SPACES: readonly (readonly [RegExp, string])[] = [
  [/[\n\r]/, '改行'],
  [/\t/, 'タブ'],
  [/　/, '全角の空白'],
  [/\s\s/, '続いた空白'],
];

/** Reports line breaks and layout space in names (official rule L1-06): nobody could find such a name by typing it. */
export const checkNameSpaces: SiteCheck = (context, report) => {
  visitTextCells(context, ['name'], (row, heading, text) => {
    const what = SPACES.find(([form]) => form.test(text))?.[1];
    if (what === undefined) return;
    // Spaces between all letters only widen a name: 財　政　課.
    const joint = /^\S(?:\s+\S){2,}$/u.test(text) ? '' : ' ';
    const [value, replacement] = [text.replace(/[\n\r]+/g, '⏎'), text.replace(/\s+/g, joint)];
    report.add(row.locate(heading), 'spaces-in-name', { value, what, replacement });
  });
};

/** The columns with translations: each with its field, and that of the Japanese text. */
const translations = { 英語名: ['titleEn', 'title'], 英語の要約: ['summaryEn', 'summary'] } as const;

/** Reports rows without English texts in files that have such texts: a site may have none, but not only some. */
export const checkEnglishTexts: SiteCheck = (context, report) => {
  for (const { parsed } of listSourceFiles(context))
    for (const [heading, [field, original]] of Object.entries(translations)) {
      if (!parsed.rows.some(({ fields }) => Boolean(fields[field]))) continue;
      for (const { fields, locate } of parsed.rows)
        if (fields[field] === '' && fields[original] !== '')
          report.add(locate(heading), 'missing-english-name', { heading });
    }
};

/** The last character of the name of a municipality, and a reading that ends as it does. */
const FITTING_ENDS = /^(?:市.*[しシ]|町.*(?:ちょう|まち|チョウ|マチ)|村.*(?:そん|むら|ソン|ムラ)|区.*[くク])$/;

/** Records with a reading that fits, so that a check of the same records again need not compare them. */
const fittingRecords = new WeakSet<object>();

/** Reports readings from which the ruby of a name can't be made: they don't fit the name, or fit it in several ways. */
export const checkReadings: SiteCheck = (context, report) => {
  const check = (record: object, value: unknown, reading: unknown, locate: () => Location) => {
    if (typeof value !== 'string' || typeof reading !== 'string' || reading === '') return;
    if (fittingRecords.has(record)) return;
    const aligned = alignReading(value, reading);
    if (aligned.ok) fittingRecords.add(record);
    else report.add(locate(), `${aligned.reason}-reading`, { value, reading });
  };
  for (const { fields, locate } of context.municipalities.rows) {
    const { title: value, reading } = fields;
    const [name = '', spoken = ''] = [value, reading].map((text) => removeRemark(text).trim());
    const [end = ''] = /[市町村区]$/.exec(name) ?? [];
    if (end && !FITTING_ENDS.test(end + spoken) && alignReading(value, reading).ok)
      report.add(locate('よみ'), 'unmatched-reading', { value, reading, end });
  }
  for (const { parsed } of listSourceFiles(context))
    for (const { fields, locate } of parsed.rows) check(fields, fields.title, fields.reading, () => locate('よみ'));
  for (const { index } of context.plans) {
    const { front } = index;
    check(front, front.shortTitle, front.reading, () => index.locate('reading'));
  }
};
