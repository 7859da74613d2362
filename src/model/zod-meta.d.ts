import 'zod';

/* The properties of a field besides its heading and meaning, for tables, formats, pages and documents. */
declare module 'zod' {
  interface GlobalMeta {
    /** The unit of all values of a numeric column. */
    unit?: string;
    /** The column of the same table that contains the unit of each value. */
    unitColumn?: string;
    /** Valid example values; pages show the first. */
    examples?: readonly unknown[];
    /** The code list below `/data/codes/` that explains the values. */
    codeList?: string;
    /** True for texts that are copied exactly as a document prints them. */
    printed?: true;
    /** The table and column that the values refer to: `plans.id`. */
    references?: `${string}.${string}`;
  }
}
