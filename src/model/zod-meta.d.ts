import 'zod';

/*
 * What a field's `.meta` may say beside its heading (`title`) and meaning (`description`). Tables, formats, pages and
 * documents are all made from it.
 */
declare module 'zod' {
  interface GlobalMeta {
    /** The unit that all values of a column of numbers have. */
    unit?: string;
    /** The column of the same table that holds the unit of each value. */
    unitColumn?: string;
    /** Values as they may stand there; the first is shown. */
    examples?: readonly unknown[];
    /** The code list below `/data/codes/` that says what the values mean. */
    codeList?: string;
    /** True for names, numbers and notations that are copied as another document prints them. */
    printed?: true;
    /** The table and column that hold the record which a value names: `plans.id`. */
    references?: `${string}.${string}`;
  }
}
