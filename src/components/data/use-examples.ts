import duckdb from '../../../examples/data-use/count-actions.sql?raw';
import javascript from '../../../examples/data-use/count-actions.mjs?raw';
import pandas from '../../../examples/data-use/count-actions.py?raw';
import powerQuery from '../../../examples/data-use/count-actions.pq?raw';
import r from '../../../examples/data-use/count-actions.R?raw';
import shell from '../../../examples/data-use/count-actions.sh?raw';
import checksums from '../../../examples/data-use/verify-checksums.sh?raw';

/** A piece of code that works with the site's data. It stands in a file of its own, and tests run that file. */
interface Example {
  readonly id: string;
  readonly tool: string;
  readonly words: string;
  readonly code: string;
}

/** The same question in the languages that people ask it in; the last checks what was downloaded. */
export const useExamples: readonly Example[] = [
  { id: 'curl', tool: 'curl', words: '端末（シェル）だけで数えます。市区町村はIDで出ます。', code: shell },
  {
    id: 'javascript',
    tool: 'JavaScript',
    words: 'ブラウザーでも Node.js でも動きます。ほかのサイトのページからも読めます（CORS を許しています）。',
    code: javascript,
  },
  {
    id: 'duckdb',
    tool: 'DuckDB（SQL）',
    words: 'Parquet の表を、2つ結びつけます。日付の列は文字なので、CAST(… AS DATE) で日付になります。',
    code: duckdb,
  },
  {
    id: 'pandas',
    tool: 'Python（pandas）',
    words:
      'JSON には型があるので、コードは文字のまま読めます。CSV を使うときは dtype={"全国地方公共団体コード": str} をつけてください。',
    code: pandas,
  },
  { id: 'r', tool: 'R', words: 'jsonlite を使います。表はデータフレームになります。', code: r },
  {
    id: 'power-query',
    tool: 'Excel（Power Query）',
    words:
      'Excel の「データ」から「データの取得」「その他のデータソースから」「空のクエリ」を選び、「詳細エディター」に入れます。更新を押せば、新しいデータになります。',
    code: powerQuery,
  },
  {
    id: 'checksums',
    tool: 'ファイルを確かめる',
    words: 'SHA256SUMS に、すべてのファイルのチェックサムがあります。',
    code: checksums,
  },
];

/** The address that the code is written for, which is no site's. */
const WRITTEN_FOR = 'https://keikaku.example';

/** Code with a site's own address: its origin and base, without the slash at the end. */
export function insertSiteUrl(code: string, site: string): string {
  return code.replaceAll(WRITTEN_FOR, site).trimEnd();
}
