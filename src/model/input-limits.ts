/* How much the project reads: far more than plans need. The limits of tables are those of Excel. */

/** The maximum number of source files of a site: 280 for each municipality of Japan. */
export const MAX_FILES = 500_000;

/** The maximum number of bytes of a source file. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

/** The maximum number of bytes of a text or of the settings. */
export const MAX_TEXT_BYTES = 1_000_000;

/** The maximum number of characters of the settings: each wrong key is looked for among all. */
export const MAX_SETTINGS_LENGTH = 20_000;

/** The maximum number of characters of the front matter of a text: its parser takes long for thousands of keys. */
export const MAX_FRONT_MATTER_LENGTH = 10_000;

/** The maximum number of levels of lists, quotations and tags inside one another in a text. */
export const MAX_NESTING = 50;

/** The maximum number of characters of a line of a text: its parser reads a line again for each of its links. */
export const MAX_LINE_LENGTH = 20_000;

/** The maximum number of `<`, `>` and `{` of a text: for each of them, its parser may read the text to its end. */
export const MAX_SIGNS = 500;

/** The maximum number of bytes of a GeoJSON file, because every reader of a map loads it. */
export const MAX_GEOJSON_BYTES = 1_000_000;

/** The maximum number of bytes of a file on `/check/`. A larger one would block the browser for too long. */
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

/** The maximum number of bytes of all files of a workbook or another archive that are unpacked. */
export const MAX_UNPACKED_BYTES = 128 * 1024 * 1024;

/** The maximum number of rows, columns and cells of a table, the headings included. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const MAX_CELLS = 20_000_000;

/** The maximum number of characters (UTF-16 code units) of a cell, and of all cells of a sheet of a workbook. */
export const MAX_CELL_LENGTH = 32_767;
export const MAX_CHARACTERS = 60_000_000;

/** The maximum number of characters of a value, target or period. Longer texts are prose, and slow to match. */
export const MAX_NOTATION_LENGTH = 200;

/** The maximum number of errors of a file that are reported, and of warnings: a table can have millions. */
export const MAX_REPORTED = 10_000;

/** The maximum number of sheets of a workbook, formats of its cells, characters of one, and parts of a font. */
export const MAX_SHEETS = 1000;
export const MAX_CELL_FORMATS = 65_490;
export const MAX_FORMAT_LENGTH = 255;
export const MAX_FONT_PARTS = 100;

/** The maximum number of levels of a plan's tree. Printed plans have at most six. */
export const MAX_TREE_DEPTH = 30;

/** The maximum number of bands of a plan's own rating method: all are tested with the limits of all. */
export const MAX_BANDS = 100;

/** The maximum number of characters of a word for which a similar one is looked for. */
export const MAX_SUGGESTED_LENGTH = 100;

/** The maximum number of choices and pairs of characters that are compared to find similar words in one list. */
export const MAX_COMPARISONS = 100_000_000;

/** The maximum number of characters of a value that a message quotes. Lists of all columns of a table are shorter. */
export const MAX_QUOTED_LENGTH = 500;

/** The names of the sheets of choices and of explanations in the site's own workbooks, which are not tables. */
export const HELP_SHEETS: readonly [choices: string, help: string] = ['選べる言葉', '書き方'];
