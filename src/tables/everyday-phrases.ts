import * as cell from './cells/cell-types.ts';
import { keyColumn, optionalColumn, requiredColumn, type SchemaRow } from './table-schema.ts';

/**
 * data/everyday-phrases.csv: phrases of residents, and the words that plans use for them. The table belongs to the
 * search engine: it is the same for every site and is not published as a table.
 */
export const everydayPhrasesSchema = {
  くらしの言葉: keyColumn('phrase', cell.requiredText()),
  計画の言葉: requiredColumn('planWords', cell.requiredTextList()),
  // Groups the rows for people who edit the file. The program does not use it.
  分野: optionalColumn('field', cell.optionalText()),
};
export type EverydayPhrase = SchemaRow<typeof everydayPhrasesSchema>;
