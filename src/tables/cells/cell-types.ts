/* All cell types, for the declarations of columns. */
export * from './id-cells.ts';
export * from './text-cells.ts';
export * from './number-cells.ts';
export * from './notation-cells.ts';
