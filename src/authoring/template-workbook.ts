import writeXlsxFile, { type Cell, type Feature, type SheetData } from 'write-excel-file/universal';
import { formatColumnLetters } from '../diagnostics/cell-reference.ts';
import { finishWorkbook } from '../input/xlsx/written-workbook.ts';
import type { TableTemplate, TemplateColumn } from './table-template.ts';

/** The number of empty rows below the given ones. */
const EMPTY_ROWS = 100;

/** The names of the sheets of choices and of explanations. The first sheet has the table. */
const [CHOICES, HELP] = ['選べる言葉', '書き方'];

/** The widths of columns, in characters. */
const WIDTHS = { memo: 30, choice: 16, text: 22 };

/** An empty cell of text. The types of the library ask for a value, which is none here. */
const EMPTY_CELL = { type: String, format: '@' } as const;

/** Returns a cell of text: a spreadsheet turns neither 1-1 into a date nor a code into a number. */
const createTextCell = (value: string): Cell => (value === '' ? EMPTY_CELL : { value, type: String, format: '@' });

const createHeading = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' });

const hasChoices = ({ choices }: TemplateColumn) => choices.length > 0;

const escapeXml = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0) ?? 0};`);

/** Returns the sheet of choices: for each column with choices a column of values, and one of their names. */
function createChoiceSheet(columns: readonly TemplateColumn[]): SheetData {
  const height = Math.max(0, ...columns.map(({ choices }) => choices.length));
  const rows = Array.from({ length: height }, (_, row) =>
    columns.flatMap(({ choices }) => [choices[row]?.value ?? '', choices[row]?.title ?? ''].map(createTextCell)),
  );
  return [columns.flatMap(({ heading }) => [createHeading(heading), createHeading('名前')]), ...rows];
}

/** Describes how to fill in a column. */
function describeColumn({ choices, isClosed, refersTo, memo }: TemplateColumn): string {
  if (memo) return '書く人のための写しです。公開しません。';
  if (refersTo !== '') return `IDを書きます。${choices.length > 0 ? `シート「${CHOICES}」から選べます。` : ''}`;
  if (choices.length === 0) return '';
  const words = choices.map(({ value }) => value).join('、');
  return isClosed ? `${words} から選びます。` : `${words} から選びます。いくつもあるときは ; で区切ります。`;
}

function createHelpSheet({ path, columns }: TableTemplate): SheetData {
  const facts = [
    ['ファイル', path, ''],
    ['手引き', 'サイトの /about/staff/ に、書き方があります。書いたら /check/ で確かめます。', ''],
    ['', '', ''],
  ];
  const rows = columns.map((column) => [column.heading, column.required ? '必ず書く' : '', describeColumn(column)]);
  return [...facts, ['列', '必ず書く列', '書き方'], ...rows].map((row) => row.map(createTextCell));
}

/** Returns the XML of the lists of choices below the headings. */
function createValidationXml(columns: readonly TemplateColumn[], rowCount: number): string {
  const chosen = columns.filter(hasChoices);
  const lists = chosen.map(({ heading, choices, isClosed }, index) => {
    const letters = formatColumnLetters(columns.findIndex((column) => column.heading === heading) + 1);
    const source = formatColumnLetters(index * 2 + 1);
    const strict = isClosed ? ' showErrorMessage="1" errorStyle="stop"' : '';
    const prompt = isClosed ? '一覧から選びます。' : '一覧から選ぶか、書きます。';
    return `<dataValidation type="list" allowBlank="1" showInputMessage="1"${strict} promptTitle="${escapeXml(heading)}" prompt="${prompt}" sqref="${letters}2:${letters}${rowCount + 1}"><formula1>${CHOICES}!$${source}$2:$${source}$${choices.length + 1}</formula1></dataValidation>`;
  });
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

/** Returns the part of the writer that adds the lists of choices to the first sheet. */
function createValidationFeature(xml: string): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _options, { sheetIndex }) =>
            sheetIndex === 0 ? content.replace('</sheetData>', () => `</sheetData>${xml}`) : content,
        },
      },
    },
  };
}

/**
 * Writes a template as an Excel workbook, in Node and in a browser: a sheet to fill in, in which cells are text and
 * columns with a list of words or ids have choices; a sheet with the choices; and a sheet that explains the columns.
 */
export async function writeTemplateWorkbook(template: TableTemplate): Promise<Uint8Array<ArrayBuffer>> {
  const { columns, rows, title } = template;
  const table: SheetData = [
    columns.map(({ heading }) => createHeading(heading)),
    ...rows.map((row) => columns.map(({ heading }) => createTextCell(row[heading] ?? ''))),
    ...Array.from({ length: EMPTY_ROWS }, () => columns.map(() => createTextCell(''))),
  ];
  const chosen = columns.filter(hasChoices);
  const sheets = [
    {
      data: table,
      sheet: title,
      stickyRowsCount: 1,
      columns: columns.map((column) => ({
        width: column.memo ? WIDTHS.memo : hasChoices(column) ? WIDTHS.choice : WIDTHS.text,
      })),
    },
    ...(chosen.length === 0
      ? []
      : [
          {
            data: createChoiceSheet(chosen),
            sheet: CHOICES,
            columns: chosen.flatMap(() => [{ width: 18 }, { width: 30 }]),
          },
        ]),
    { data: createHelpSheet(template), sheet: HELP, columns: [{ width: 18 }, { width: 40 }, { width: 60 }] },
  ];
  const xml = createValidationXml(columns, rows.length + EMPTY_ROWS);
  const blob = await writeXlsxFile(sheets, { features: [createValidationFeature(xml)] }).toBlob();
  return finishWorkbook(new Uint8Array(await blob.arrayBuffer()));
}
