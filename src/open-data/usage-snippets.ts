import type { SiteData } from '../site-data/site-data.ts';
import type { PublishedTable } from './published-table.ts';

/** A line of code that opens a table in a program. */
interface UsageSnippet {
  readonly tool: string;
  readonly code: string;
}

/**
 * Returns a line of code for each common program. It opens a file with typed values, so that the program does not read a
 * code (`011002`) or a number in brackets (`(1)`) as a number.
 */
export function listUsageSnippets(table: PublishedTable, { urls }: SiteData): readonly UsageSnippet[] {
  const getUrl = (extension: string) => urls.absolute(urls.withBase(`/data/${table.id}.${extension}`));
  const snippets = {
    'Python（pandas）': `pd.read_json("${getUrl('json')}", dtype=False, convert_dates=False)`,
    'R（jsonlite）': `jsonlite::fromJSON("${getUrl('json')}")`,
    DuckDB: `SELECT * FROM '${getUrl('parquet')}';`,
    'Excel（Power Query）': `= Table.FromRecords(Json.Document(Web.Contents("${getUrl('json')}")))`,
  };
  return Object.entries(snippets).map(([tool, code]) => ({ tool, code }));
}
