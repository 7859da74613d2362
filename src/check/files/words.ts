import * as cell from '../cell.ts';
import { key, optional, type RowOf } from '../shape.ts';

/** data/words.csv */
export const words = {
  言葉: key('title', cell.words()),
  よみ: optional('reading', cell.text()),
  別表記: optional('aliases', cell.texts()),
};
export type WordRow = RowOf<typeof words>;
