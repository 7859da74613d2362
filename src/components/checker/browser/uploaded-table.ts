import Papa from 'papaparse';

/** A table that somebody gave to be checked: a file, or what was pasted. */
export interface UploadedTable {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The largest file that is taken, in bytes. A larger one would hold up the browser for too long. */
const LIMIT = 20 * 1024 * 1024;

/** What is wrong with a file before it is read at all: its size; null where nothing is. */
export function explainSizeLimit(name: string, size: number): string | null {
  if (size === 0) return `「${name}」は空です。書いて保存してから、もう一度選んでください。`;
  if (size <= LIMIT) return null;
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return `「${name}」は ${megabytes} MiB あり、このページで調べられる 20 MiB をこえています。行を分けるか、npm run check を使ってください。`;
}

/**
 * Takes pasted text for a table. Cells that are copied from a spreadsheet come parted by tabs, and are written as CSV;
 * anything else is taken as it is.
 */
export function parsePastedTable(text: string): UploadedTable {
  // The last line break ends a row and begins none; a tab before it parts off an empty cell.
  const table = text.replace(/[\r\n]+$/, '');
  const rows = text.includes('\t') ? Papa.parse<string[]>(table, { delimiter: '\t' }).data : null;
  const csv = rows ? `${Papa.unparse(rows)}\r\n` : text;
  return { name: '貼りつけた表.csv', bytes: new TextEncoder().encode(csv) };
}

/** A table with a few things wrong in it, to try the page with. The town and its figures are fictional. */
export const SAMPLE_TABLE = [
  '指標ID,名称,単位,良い方向,現状値,現状値の時点,目標値,目標値の時点,出典ID',
  'readers,広報紙を読む人の割合（架空）,%,増加,35.5%,令和4年度,50%以上,令和9年度,mihon-plan',
  'waiting,窓口で待つ時間（架空）,分,減少,18分,令和4年度,10分以下,令和3年度,mihon-plan',
  'Parks,公園の数（架空）,か所,増加,十二か所,R5年度,15か所,令和9年度,mihon-plan',
  'visitors,図書館に来た人（架空）,人,増へ,"5,587人",令和4年13月,"6,000人",令和9年度,',
  '',
].join('\r\n');
