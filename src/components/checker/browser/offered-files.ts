import type { RowCells } from '../../../authoring/csv-text.ts';
import { formatDiagnosticCounts, hasErrors, type Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { sourceTables, type SourceTableName } from '../../../tables/source-tables.ts';
import { type FileValidation, importableCodes } from '../../../validation/validate-file.ts';
import { createElement, saveFile } from '../../browser/dom-elements.ts';
import { createList } from './checker-results.ts';

/** A file for the site that is made from the table of a person. */
export interface OfferedFile {
  readonly table: SourceTableName;
  /** Its path in the project. */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the file contains, and what the person should look at. */
  readonly sentences: readonly string[];
  readonly validation: FileValidation;
  /** Its rows that come from the table of the person; the first ones are shown before saving. */
  readonly rows: readonly RowCells[];
}

/** The files made from a table. */
export interface FileOffer {
  readonly title: string;
  /** Sentences about all files. */
  readonly notices: readonly string[];
  /** What is wrong or unclear in the table itself. */
  readonly diagnostics: readonly Diagnostic[];
  /** What else prevents making the files. */
  readonly problems: readonly string[];
  /** None after an error or a problem. */
  readonly files: readonly OfferedFile[];
  /** True if no file may be saved alone: results need their new indicators. */
  readonly areTogether?: boolean;
}

/** True if every file of an offer can be saved. */
export const isSoundOffer = ({ diagnostics, problems, files }: FileOffer): boolean =>
  problems.length === 0 && !hasErrors([diagnostics, ...files.map(({ validation }) => validation.diagnostics)].flat());

/** Returns the diagnostics of a table and of its import, without errors that the import removes or explains. */
export function combineDiagnostics({ diagnostics }: FileValidation, made: FileOffer): readonly Diagnostic[] {
  const isSettled = made.problems.length === 0;
  return [...diagnostics.filter(({ code }) => !isSettled || !importableCodes.includes(code)), ...made.diagnostics];
}

/** Returns one sentence for all that say the same of several lines. */
export const joinSameTexts = (found: readonly Readonly<{ line: number; text: string }>[]): string[] =>
  [...Map.groupBy(found, ({ text }) => text)].map(([text, [first, ...others]]) => {
    const rest = others.length > 0 ? `（同じことが、ほかに${others.length}か所）` : '';
    return `${first?.line ?? ''}行め${text}${rest}`;
  });

/** Describes diagnostics of a file with the line and the field of each. */
const describeDiagnostics = (diagnostics: readonly Diagnostic[]): string[] =>
  joinSameTexts(
    diagnostics.map(({ line, field, message, hint }) => {
      return { line, text: `${field === '' ? '' : `の「${field}」`}：${message}→ ${hint}` };
    }),
  );

/** At most this many sentences of a list, and rows of a file, are shown. */
const MAX_PREVIEW_LINES = 20;

function createRowPreview({ table: name, path, rows }: OfferedFile): HTMLElement {
  const headings = Object.keys(sourceTables[name].columns).filter((heading) => rows.some((row) => row[heading]));
  const shown = rows.slice(0, MAX_PREVIEW_LINES).map((row) => headings.map((heading) => row[heading] ?? ''));
  const label = `${path} のはじめの行`;
  const createRow = (cells: readonly string[], scope: 'col' | 'row') => {
    const create = (cell: string, index: number) =>
      scope === 'col' || index === 0 ? createElement('th', { scope }, cell) : createElement('td', {}, cell);
    return createElement('tr', {}, ...cells.map(create));
  };
  const table = createElement(
    'table',
    {},
    createElement('caption', { class: 'hidden-text' }, label),
    createElement('thead', {}, createRow(headings, 'col')),
    createElement('tbody', {}, ...shown.map((cells) => createRow(cells, 'row'))),
  );
  return createElement('section', { class: 'scroll', tabindex: '0', 'aria-label': label }, table);
}

function createFileEntry(file: OfferedFile, isHeld: boolean): HTMLElement {
  const { path, bytes, sentences, validation } = file;
  const { diagnostics } = validation;
  const button = createElement('button', { type: 'button' }, `${path} を保存する`);
  button.addEventListener('click', () => {
    saveFile(path.slice(path.lastIndexOf('/') + 1), bytes, 'text/csv');
  });
  const held = isHeld ? 'ほかのファイルにまちがいがあるので、まだ保存できません。' : button;
  const end = hasErrors(diagnostics) ? 'まちがいがあるので、保存できません。選んだファイルを直してください。' : held;
  return createElement(
    'section',
    { class: 'flow' },
    createElement('h3', {}, createElement('code', {}, path)),
    ...sentences.map((sentence) => createElement('p', {}, sentence)),
    createRowPreview(file),
    createElement('p', {}, `つくったファイルを調べた結果：${formatDiagnosticCounts(diagnostics)}。`),
    ...(diagnostics.length > 0 ? [createList(describeDiagnostics(diagnostics), MAX_PREVIEW_LINES)] : []),
    createElement('p', {}, end),
  );
}

/** Shows the files that a person can save instead of the table, each with the result of its check. */
export function showFileOffer(container: HTMLElement, made: FileOffer): void {
  const { title, notices, diagnostics, problems, files, areTogether = false } = made;
  const advice = '下の「見つかったこと」のまちがいを直すと、ファイルをつくれます。';
  container.replaceChildren(
    createElement('h2', {}, title),
    ...notices.map((notice) => createElement('p', {}, notice)),
    ...(hasErrors(diagnostics) ? [createElement('p', {}, advice)] : []),
    ...(problems.length > 0
      ? [createElement('p', {}, '次のところを直すと、ファイルをつくれます。'), createList(problems, MAX_PREVIEW_LINES)]
      : []),
    ...files.map((file) => createFileEntry(file, areTogether && !isSoundOffer(made))),
  );
}
