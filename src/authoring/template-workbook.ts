import { formatColumnLetters } from '../diagnostics/diagnostic.ts';
import { escapeAttribute, writeWorkbook, type WrittenSheet } from '../input/xlsx/written-workbook.ts';
import { HELP_SHEETS, MAX_ROWS } from '../model/input-limits.ts';
import type { TableTemplate, TemplateColumn } from './table-template.ts';

/** The names of the sheets of choices and of explanations. The first sheet has the table. */
const [CHOICES, HELP] = HELP_SHEETS;

/** What the columns of the table mean, by their headings. */
type TableMeanings = Readonly<Record<string, string>>;

/** The widths of columns, in characters. */
const WIDTHS = { memo: 30, choice: 16, text: 22 };

const hasChoices = ({ choices }: TemplateColumn) => choices.length > 0;

/** Returns the sheet of choices: for each column with choices a column of values, and one of their names. */
function createChoiceSheet(columns: readonly TemplateColumn[]): WrittenSheet {
  const height = Math.max(0, ...columns.map(({ choices }) => choices.length));
  return {
    name: CHOICES,
    headings: columns.flatMap(({ heading }) => [heading, '名前']),
    rows: Array.from({ length: height }, (_, row) =>
      columns.flatMap(({ choices }) => [choices[row]?.value ?? '', choices[row]?.title ?? '']),
    ),
    asText: true,
    widths: columns.flatMap(() => [18, 30]),
  };
}

/** Describes how to fill in a column: what it means, and where its choices are. */
const explainColumn = ({ choices }: TemplateColumn, meaning = '') =>
  `${meaning.replace(/(?<=[^。])$/, '。')}${choices.length > 0 ? `シート「${CHOICES}」から選べます。` : ''}`;

function createHelpSheet({ path, columns }: TableTemplate, meanings: TableMeanings): WrittenSheet {
  const facts = [
    ['ファイル', path.replace('{plan}', '（計画ID）').replace('{municipality}', '（市区町村ID）'), ''],
    ['手引き', 'サイトの /about/staff/ に、値や時点の書き方があります。書いたら /check/ で確かめます。', ''],
    ['', '', ''],
  ];
  const rows = columns.map((column) => [
    column.heading,
    column.required ? '必ず書く' : '',
    explainColumn(column, meanings[column.heading]),
  ]);
  return { name: HELP, rows: [...facts, ['列', '必ず書く列', '書き方'], ...rows], widths: [18, 40, 60] };
}

/** Returns the XML of the lists of choices below the headings. */
function createValidationXml(columns: readonly TemplateColumn[]): string {
  const chosen = columns.filter(hasChoices);
  const lists = chosen.map(({ heading, choices, isClosed }, index) => {
    const letters = formatColumnLetters(columns.findIndex((column) => column.heading === heading) + 1);
    const source = formatColumnLetters(index * 2 + 1);
    const strict = isClosed ? ' showErrorMessage="1" errorStyle="stop"' : '';
    const prompt = isClosed ? '一覧から選びます。' : '一覧から選ぶか、書きます。';
    return `<dataValidation type="list" allowBlank="1" showInputMessage="1"${strict} promptTitle="${escapeAttribute(heading)}" prompt="${prompt}" sqref="${letters}2:${letters}${MAX_ROWS}"><formula1>${CHOICES}!$${source}$2:$${source}$${choices.length + 1}</formula1></dataValidation>`;
  });
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

/**
 * Writes a template as an Excel workbook, in Node and in a browser: a sheet to fill in, in which cells are text and
 * columns with a list of words or ids have choices; a sheet with the choices; and a sheet that explains the columns.
 */
export function writeTemplateWorkbook(template: TableTemplate, meanings: TableMeanings): Uint8Array<ArrayBuffer> {
  const { columns, rows, title } = template;
  const table: WrittenSheet = {
    name: title,
    headings: columns.map(({ heading }) => heading),
    frozen: true,
    rows: rows.map((row) => columns.map(({ heading }) => row[heading] ?? '')),
    asText: true,
    widths: columns.map((column) => (column.memo ? WIDTHS.memo : hasChoices(column) ? WIDTHS.choice : WIDTHS.text)),
    validations: createValidationXml(columns),
  };
  const chosen = columns.filter(hasChoices);
  return writeWorkbook([
    table,
    ...(chosen.length === 0 ? [] : [createChoiceSheet(chosen)]),
    createHelpSheet(template, meanings),
  ]);
}
