import type { SiteData } from '../site-data/site-data.ts';
import type { PublishedTable } from './published-table.ts';

/** A line of code that opens a table, and the program that it is for. */
interface Line {
  readonly tool: string;
  readonly code: string;
}

/**
 * A line for each program that people work with tables in. The files they open bear the types of their values, so that
 * no program takes a code (`011002`) or a number in brackets (`(1)`) for a number.
 */
export function listUsageSnippets(table: PublishedTable, { urls }: SiteData): readonly Line[] {
  const file = (ending: string) => urls.absolute(urls.withBase(`/data/${table.id}.${ending}`));
  return [
    {
      tool: 'Python（pandas）',
      code: `pd.read_json("${file('json')}", dtype=False, convert_dates=False)`,
    },
    { tool: 'R（jsonlite）', code: `jsonlite::fromJSON("${file('json')}")` },
    { tool: 'DuckDB', code: `SELECT * FROM '${file('parquet')}';` },
    {
      tool: 'Excel（Power Query）',
      code: `= Table.FromRecords(Json.Document(Web.Contents("${file('json')}")))`,
    },
  ];
}
