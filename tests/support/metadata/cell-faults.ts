import Papa from 'papaparse';

/** A CSV as it was published: its headings, and the cells below them. */
export function parseCsvText(text: string): {
  headings: readonly string[];
  rows: readonly (readonly string[])[];
} {
  const [headings = [], ...rows] = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: true,
  }).data;
  return { headings, rows };
}

/** How a value of each type is written. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  string: /^[^]*$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/,
  boolean: /^(?:true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

/** A column as a description tells it, in the words of no standard. */
export interface CsvColumn {
  readonly heading: string;
  readonly type: string;
  readonly required: boolean;
  readonly choices?: readonly string[] | undefined;
}

/** Where the cells of a CSV are not what a description says of their columns. */
export function findCellFaults(columns: readonly CsvColumn[], text: string): string[] {
  const { headings, rows } = parseCsvText(text);
  const told = columns.map(({ heading }) => heading);
  if (told.join('\n') !== headings.join('\n')) return [`headings ${told.join()} are not ${headings.join()}`];
  return columns.flatMap(({ heading, type, required, choices }, at) =>
    rows.flatMap((row, index) => {
      const cell = row[at] ?? '';
      const where = `${heading}, row ${index + 1}`;
      if (cell === '') return required ? [`${where}: empty`] : [];
      if (!SHAPES[type]?.test(cell)) return [`${where}: ${cell} is no ${type}`];
      return choices && !choices.includes(cell) ? [`${where}: ${cell} is none of ${choices.join()}`] : [];
    }),
  );
}

/**
 * The values of some columns in each row, joined; rows in which one is empty are left out where asked. A column that is
 * not there has no values.
 */
function valuesOf(text: string, names: readonly string[], whole: boolean): string[] {
  const { headings, rows } = parseCsvText(text);
  const places = names.map((name) => headings.indexOf(name));
  if (places.includes(-1)) return [];
  return rows
    .map((row) => places.map((place) => row[place] ?? ''))
    .filter((values) => !whole || values.every((value) => value !== ''))
    .map((values) => values.join('\u0000'));
}

/** Rows that a key does not tell from another. */
export function findKeyFaults(text: string, key: readonly string[]): string[] {
  const values = valuesOf(text, key, false);
  return values.filter((value, at) => values.indexOf(value) !== at).map((value) => `twice: ${value}`);
}

/** Values that lead to no row of another CSV. */
export function findMissingValues(
  text: string,
  names: readonly string[],
  to: string,
  there: readonly string[],
): string[] {
  const known = new Set(valuesOf(to, there, true));
  return valuesOf(text, names, true)
    .filter((value) => !known.has(value))
    .map((value) => `lost: ${value}`);
}
