import { findPlatformCharacters } from '../../tables/cells/character-issues.ts';
import type { SiteCheck, ValidationContext } from '../validation-context.ts';
import { visitTextCells } from '../text-columns.ts';
import { createIssue } from '../../diagnostics/diagnostic.ts';
import { TEXT_PLACEHOLDER } from '../../model/chapter.ts';
import { decodeText } from '../../input/text-decoding.ts';
import type { DiagnosticReport } from '../../diagnostics/diagnostic-report.ts';

/** Texts are written with characters that every machine shows and every search finds (the official rule L1-08). */
export const checkPlatformCharacters: SiteCheck = (known, report) => {
  visitTextCells(known, ['name', 'summary', 'other'], (text, _role, row, heading) => {
    for (const { flaw } of findPlatformCharacters(text)) report.add(row.locate(heading), flaw);
  });
};

/** The most characters of a name and of a summary that lists and tables still show well. */
const LIMITS = { name: 100, summary: 300 } as const;

/** Names and summaries are short enough for the lists that they stand in. */
export const checkTextLengths: SiteCheck = (known, report) => {
  visitTextCells(known, ['name', 'summary'], (text, role, row, heading) => {
    const limit = role === 'name' ? LIMITS.name : LIMITS.summary;
    if (text.length <= limit) return;
    const { length } = [...text];
    if (length <= limit) return;
    const place = row.locate(heading);
    report.add(place, createIssue('long-cell', { field: place.field, length, limit }));
  });
};

const found = createIssue('placeholder', { value: TEXT_PLACEHOLDER });

function checkLines(file: string, { folder }: ValidationContext, report: DiagnosticReport): void {
  const decoded = folder.has(file) ? decodeText(folder.readBytes(file)) : null;
  if (!decoded?.ok) return;
  decoded.text.split('\n').forEach((text, index) => {
    const before = text.indexOf(TEXT_PLACEHOLDER);
    if (before < 0) return;
    const column = [...text.slice(0, before)].length + 1;
    report.add({ file, line: index + 1, column, field: '' }, found);
  });
}

/** What a command wrote to be replaced is told until it is: in names and summaries, and in the texts of plans. */
export const checkPlaceholders: SiteCheck = (known, report) => {
  visitTextCells(known, ['name', 'summary'], (text, _role, row, heading) => {
    if (text.includes(TEXT_PLACEHOLDER)) report.add(row.locate(heading), found);
  });
  for (const { index, bodies, texts } of known.plans)
    for (const { file } of [index, ...bodies, ...texts]) checkLines(file, known, report);
};

/** White space that only serves the looks of a printed table, and what it is called. */
const SPACES: readonly (readonly [RegExp, string])[] = [
  [/[\n\r]/, '改行'],
  [/\t/, 'タブ'],
  [/　/, '全角の空白'],
  [/\s\s/, '続いた空白'],
];

/** A name is one line, without space for looks (the official rule L1-06): else it is found by nobody who types it. */
export const checkNameSpaces: SiteCheck = (known, report) => {
  visitTextCells(known, ['name'], (text, _role, row, heading) => {
    const what = SPACES.find(([form]) => form.test(text))?.[1];
    if (what === undefined) return;
    const [value, replacement] = [text.replace(/[\n\r]+/g, '⏎'), text.replace(/\s+/g, ' ')];
    report.add(row.locate(heading), createIssue('spaces-in-name', { value, what, replacement }));
  });
};
