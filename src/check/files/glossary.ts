import * as cell from '../cell.ts';
import { key, optional, required, type RowOf } from '../shape.ts';

/** data/glossary.csv */
export const glossary = {
  用語ID: key('id', cell.slug()),
  用語: required('title', cell.words()),
  よみ: optional('reading', cell.text()),
  別表記: optional('aliases', cell.texts()),
  説明: required('description', cell.words()),
};
export type TermRow = RowOf<typeof glossary>;
