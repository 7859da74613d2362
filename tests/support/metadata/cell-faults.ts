import Papa from 'papaparse';

/** Returns the headings of a published CSV and the cells below them. */
export function parseCsvText(text: string): {
  headings: readonly string[];
  rows: readonly (readonly string[])[];
} {
  const [headings = [], ...rows] = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: true,
  }).data;
  return { headings, rows };
}

/** The pattern of the values of each type. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  string: /^[^]*$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/,
  boolean: /^(?:true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

/** A column of a description, independent of its standard. */
export interface CsvColumn {
  readonly heading: string;
  readonly type: string;
  readonly required: boolean;
  readonly choices?: readonly string[] | undefined;
}

/** Lists the cells of a CSV that do not match the description of their columns. */
export function findCellFaults(columns: readonly CsvColumn[], text: string): string[] {
  const { headings, rows } = parseCsvText(text);
  const described = columns.map(({ heading }) => heading);
  if (described.join('\n') !== headings.join('\n')) return [`headings ${described.join()} are not ${headings.join()}`];
  return columns.flatMap(({ heading, type, required, choices }, at) =>
    rows.flatMap((row, index) => {
      const cell = row[at] ?? '';
      const position = `${heading}, row ${index + 1}`;
      if (cell === '') return required ? [`${position}: empty`] : [];
      if (!SHAPES[type]?.test(cell)) return [`${position}: ${cell} is no ${type}`];
      return choices && !choices.includes(cell) ? [`${position}: ${cell} is none of ${choices.join()}`] : [];
    }),
  );
}

/**
 * Returns the joined values of some columns for each row; none if a column is missing.
 * @param whole leaves out rows with an empty value
 */
function joinValues(text: string, names: readonly string[], whole: boolean): string[] {
  const { headings, rows } = parseCsvText(text);
  const columns = names.map((name) => headings.indexOf(name));
  if (columns.includes(-1)) return [];
  return rows
    .map((row) => columns.map((column) => row[column] ?? ''))
    .filter((values) => !whole || values.every((value) => value !== ''))
    .map((values) => values.join('\u0000'));
}

/** Lists the values of a key that more than one row has. */
export function findKeyFaults(text: string, key: readonly string[]): string[] {
  const values = joinValues(text, key, false);
  return values.filter((value, at) => values.indexOf(value) !== at).map((value) => `twice: ${value}`);
}

/** Lists the references that lead to no row of another CSV. */
export function findMissingValues(
  text: string,
  names: readonly string[],
  to: string,
  there: readonly string[],
): string[] {
  const known = new Set(joinValues(to, there, true));
  return joinValues(text, names, true)
    .filter((value) => !known.has(value))
    .map((value) => `lost: ${value}`);
}
