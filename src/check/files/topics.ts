import * as cell from '../cell.ts';
import { key, required, type RowOf } from '../shape.ts';

/** data/topics.csv */
export const topics = {
  話題ID: key('id', cell.slug()),
  名称: required('title', cell.words()),
  言葉: required('words', cell.someTexts()),
};
export type TopicRow = RowOf<typeof topics>;
