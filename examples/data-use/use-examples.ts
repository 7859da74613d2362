import javascript from './count-actions.mjs?raw';
import powerQuery from './count-actions.pq?raw';
import pandas from './count-actions.py?raw';
import r from './count-actions.R?raw';
import shell from './count-actions.sh?raw';
import duckdb from './count-actions.sql?raw';
import checksums from './verify-checksums.sh?raw';

/**
 * Code that uses the open data: the same question in several languages; the last example verifies downloads. Each is a
 * file in examples/data-use, which tests run.
 */
export const useExamples = [
  {
    id: 'curl',
    tool: 'curl',
    words: 'コマンドを入力する画面（シェル）だけで数えます。市区町村はIDで出ます。',
    code: shell,
  },
  {
    id: 'javascript',
    tool: 'JavaScript',
    words: 'ブラウザーでも Node.js でも動きます。ほかのサイトのページからも読めます（CORS を許しています）。',
    code: javascript,
  },
  {
    id: 'duckdb',
    tool: 'DuckDB（SQL）',
    words: 'Parquet の表を、2つ結びつけます。日付の列は、日付の型です。',
    code: duckdb,
  },
  {
    id: 'pandas',
    tool: 'Python（pandas）',
    words:
      'JSON には型があるので、コードは文字のまま読めます。CSV を使うときは dtype=str をつけると、団体コード、SDGsの番号、値の表記（0.0 など）も文字のまま読めます。数の列は、そのあとで pd.to_numeric で数にします。',
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

/** Placeholder in the examples for the URL of the site. */
const PLACEHOLDER_URL = 'https://keikaku.example';

/** Replaces the placeholder with the URL of a site: its origin and base path, without the last slash. */
export function insertSiteUrl(code: string, site: string): string {
  return code.replaceAll(PLACEHOLDER_URL, site).trimEnd();
}

/**
 * Returns the examples of the English page: code with what it does.
 * @param site the URL of the site, without the last slash
 * @param theme the theme that the last example finds; a site without themes has no such example
 */
export const listEnglishExamples = (site: string, theme: Readonly<{ id: string; title: string }> | undefined) => [
  {
    tool: 'curl',
    what: 'lists the English names of the municipalities',
    code: `curl -s "${site}/data/municipalities.json" | grep -o '"title_en":"[^"]*"'`,
  },
  {
    tool: 'Python (pandas)',
    what: 'counts the items of each kind and prints the English titles of measures',
    code: [
      'import pandas as pd',
      `items = pd.read_json("${site}/data/nodes.json", dtype=False, convert_dates=False, precise_float=True)`,
      'print(items["kind"].value_counts())',
      'print(items.loc[items["kind"] == "measure", ["municipality", "title_en"]])',
    ].join('\n'),
  },
  ...(theme
    ? [
        {
          tool: 'DuckDB',
          what: `finds the actions with the theme “${theme.title}”`,
          code: [
            'SELECT nodes.municipality, nodes.title_en, nodes.url',
            `FROM '${site}/data/nodes.parquet' AS nodes`,
            `JOIN '${site}/data/node-links.parquet' AS links ON links.node = nodes.id`,
            `WHERE nodes.kind = 'action' AND links.relation = 'theme' AND links.target = '${theme.id}';`,
          ].join('\n'),
        },
      ]
    : []),
];
