import { defineError, defineWarning, type MessageValues } from './message-entry.ts';

/** Names a shape in a GeoJSON file: that of a zone, or of the municipality, which has no id in its file. */
const nameShape = (id: string | number | undefined) => (id === '' ? '市区町村の形' : `地域「${id ?? ''}」`);

/** Explains how to import a sheet of indicators; `inBrowser` is set on the page /check/. */
const adviseImport = ({ inBrowser }: MessageValues) =>
  inBrowser
    ? '上の「計画」でこの表の計画を選ぶと、「見つかったこと」の上に、サイトの表にしたものが出ます。'
    : '市の指標の表は、サイトの「データの確認」（/check/）で計画を選んで開くか、npm run import -- 表.xlsx --plan 計画ID で取りこみます。くわしくは、手引き（サイトの /about/staff/）の「市の指標の表を取りこむ」を見てください。';

const adviseRules = ({ inBrowser }: MessageValues) =>
  inBrowser
    ? 'ほかの表は、このページでは調べられません。書くための表は、このページの「ひな形」にあります。'
    : 'ほかの表なら、npm run check -- --rules 表.csv で、プログラムで読みやすい形かどうかを調べられます。';

/** Explains how to save a file again: a text or the settings if `text` is set, otherwise a table, from `where`. */
const adviseSaving = ({ text }: MessageValues, where = '') =>
  text
    ? 'メモ帳などの文字を書くソフトで、文字コードを UTF-8 にして保存し直してください。'
    : `${where}「CSV UTF-8（コンマ区切り）」（LibreOffice では「テキスト CSV」の「Unicode (UTF-8)」）で保存し直してください。`;

/** Returns advice about a line that a program left, a mark of git or the old end of a file; otherwise `other`. */
export const adviseMark =
  (other: string) =>
  ({ detail, first = detail, value = first }: MessageValues) => {
    if (/^([<=>|])\1{6}(?: |$)/.test(String(value)))
      return 'git で変更がぶつかったところの印です。<<<<<<< から >>>>>>> までを見て、残す行を決め、印の行を消してください。';
    return value === '\u001a' ? 'ファイルの終わりを表す古い印（Ctrl-Z、U+001A）です。この行を消してください。' : other;
  };

/** Issues of whole files, their headings and their rows. */
export const fileMessages = {
  'missing-file': defineError(
    '{file} がありません。',
    (v) =>
      v.near
        ? `${v.near} がそのファイルなら、${/\.(?:xls.?|ods)$/i.test(String(v.near)) && String(v.file).endsWith('.csv') ? `Excel で開き、「CSV UTF-8（コンマ区切り）」で ${String(v.file).replace(/.*\//, '')} として保存してください。` : 'フォルダの場所か、フォルダとファイルの名前を直してください。計画のフォルダは content/plans/ と data/plans/ にあり、名前（計画ID）は同じです。'}`
        : `${v.file} をつくってください。${v.why ?? ''}`,
    { file: 'data/plans/mihon-keikaku/tree.csv', why: '計画には必ず要ります。' },
  ),
  'unknown-file': defineWarning(
    '{file} は、どこからも読まれません。',
    (v) => {
      if (v.lock) return 'Excel が表を開いているあいだだけつくるファイルです。Excel を閉じると消えます。';
      if (v.right) return `${v.right} に置くファイルではありませんか。`;
      if (v.misplaced) return 'このフォルダでは読まれません。正しいフォルダに移すか、不要なら消してください。';
      if (v.workbook)
        return `Excel で開き、「CSV UTF-8（コンマ区切り）」で ${v.workbook} として保存してください。${v.beside ? 'そちらがもう新しければ、このファイルは消します。' : ''}`;
      if (v.beside) return `${v.beside} は、ほかにあります。新しいほうを ${v.beside} とし、もう1つは消してください。`;
      if (v.near) return `${v.near} の書きまちがいではありませんか。`;
      return `${/\.xls[xm]$/i.test(String(v.file)) ? adviseImport(v) : ''}${/^content\/.*\.(?:md|txt)$/i.test(String(v.file)) ? '文章なら、名前の終わりを .mdx にしてください。' : ''}不要なら消してください。`;
    },
    { file: 'data/plans/mihon-keikaku/indicator.csv', near: 'indicators.csv' },
  ),
  'not-a-table': defineError(
    '{format}のファイルです。表としては調べられません。',
    (v) =>
      v.packed
        ? '展開（解凍）して、中の表を選んでください。'
        : `表を Excel ブック（.xlsx）か CSV で用意してください。書くための表は、${v.inBrowser ? 'このページ' : 'サイトの「データの確認」（/check/）'}の「ひな形」にあります。`,
    { format: 'PDF' },
  ),
  'unknown-encoding': defineError(
    (v) => (v.encoding ? `文字コードが ${v.encoding} です。` : '文字コードを読み取れません。'),
    adviseSaving,
  ),
  'utf-16': defineError('文字コードが UTF-16 です。', adviseSaving),
  'no-heading-row': defineError(
    '見出しの行がありません。',
    '1行めに見出しを書いてください。必要な列は {columns} です。',
    { columns: '名称、出典ID' },
  ),
  'other-separator': defineError(
    '{where}の区切りがコンマ（,）ではなく、{what}になっています。',
    (v) =>
      v.where === '見出し'
        ? `見出しの行の${v.what}を、半角のコンマ（,）に直してください。`
        : `Excel の「データ」の「テキストまたは CSV から」で、区切り記号に${v.what}を選んで開き、${adviseSaving({})}`,
    { where: 'セル', what: 'タブ' },
  ),
  'published-table': defineError(
    '「{field}」の列があるので、サイトが公開している表です。書くための表ではありません。',
    (v) =>
      `公開用の表は、サイトが data/ の表からつくります。値を直すときは、もとの表を書きかえます。もとの表に戻せる種類の表なら、${v.inBrowser ? '「見つかったこと」の上に、戻した表が出ます' : 'サイトの「データの確認」（/check/）で戻せます'}。`,
    { field: '全国地方公共団体コード' },
  ),
  'years-side-by-side': defineError(
    '「{field}」など、年ごとの列がある表です。このサイトのファイルの形ではありません。',
    (v) =>
      v.nameless
        ? `指標の表なら、指標の名前の列の見出しを「指標名」にすると、${v.inBrowser ? 'ここ' : 'サイトの「データの確認」（/check/）か npm run import '}で取りこめます。${adviseRules(v)}`
        : adviseImport(v),
    { field: '令和5年度実績' },
  ),
  'indicator-sheet': defineError(
    '「{field}」の列があり「指標ID」の列がないので、市の手もとの指標の表のようです。このサイトのファイルの形ではありません。',
    adviseImport,
    { field: '現状値' },
  ),
  'foreign-table': defineError(
    '見出しが{headings}の表です。このサイトの表ではないようです。',
    (v) =>
      v.near
        ? `いちばん近い表は${v.near}ですが、同じ見出しは${v.shared}だけです。この表なら${v.missing ? `${v.missing}の列を加え、` : ''}見出しをそろえてください。${adviseRules(v)}`
        : `同じ見出しのある表はありません。${adviseRules(v)}`,
    {
      headings: '「名称」「住所」「緯度」',
      near: '市区町村（municipalities.csv）',
      shared: '「名称」「緯度」',
      missing: '「団体コード」「市区町村ID」',
    },
  ),
  'bad-quote': defineError(
    '「{value}」から始まるセルの、引用符（"）の対応がとれていません。',
    (v) =>
      v.open
        ? 'セルの終わりに " を足すか、はじめの " を消してください。コンマを含むセルは、はじめと終わりを " で囲みます。'
        : 'セルの終わりの " が抜けていないかを確かめてください。セルの中の " は "" と2つ重ね、セル全体を " で囲みます。',
    { value: '"市の"広場"をつくる' },
  ),
  'ragged-row': defineError(
    'セルが{got}個ありますが、見出しは{expected}個です。',
    (v) =>
      v.number
        ? `「${v.number}」は1つの値ではありませんか。コンマを含むセルは、"${v.number}" のように " で囲みます。`
        : adviseMark(
            `${v.untitled ? '見出しのない列に書いた値なら、見出しを書くか、その列を消してください。ちがうなら、' : ''}コンマの数を見出しとそろえてください。コンマを含むセルは " で囲みます。`,
          )(v),
    { got: 11, expected: 10, number: '5,587人' },
  ),
  'missing-column': defineError(
    '列「{column}」がありません。',
    (v) =>
      `${v.near ? `見出しの「${v.near}」がこの列なら、「${v.column}」に書きかえてください。なければ、` : ''}見出しの行に「${v.column}」を加えてください。${v.unlinked ? 'この列がないので、行と行のつながりは、まだ調べていません。' : ''}`,
    { column: '出典ID' },
  ),
  'unknown-column': defineError(
    '列「{column}」は使えません。',
    (v) => {
      if (v.near) return `「${v.near}」ではありませんか。`;
      const [note] = /注記|備考/.exec(String(v.columns)) ?? [];
      return `サイトに要らない列なら、消してください。${note ? `のせることなら「${note}」に移します。` : ''}使える列は ${v.columns} です。`;
    },
    { column: '順番', near: '順序' },
  ),
  'repeated-column': defineError(
    (v) => (v.line ? `${v.line}行めの見出しが、この行にもあります。` : `列「${v.column}」が2つあります。`),
    (v) => (v.line ? '見出しは1回だけ書きます。この行を消してください。' : 'どちらか1つにしてください。'),
    { column: '名称' },
  ),
  'bad-json': defineError(
    'JSON として読めません（{detail}）。',
    adviseMark('その前後に、コンマ、かっこ、" の抜けや余りがないかを確かめてください。記号は、どれも半角です。'),
    { detail: '前の値のあとの「,」か、終わりの「}」がありません' },
  ),
  'path-leaves-folder': defineError(
    '{file} は、このフォルダの中のファイルではありません（外へのリンク、行き先のないリンク、リンクしたフォルダの中のリンクなど）。',
    'リンクを消して、ファイルそのものを置いてください。',
    { file: 'data/plans/mihon-sogo/tree.csv' },
  ),
  'bad-geojson': defineError('GeoJSON の「{path}」を読めません。', '{expected}', {
    path: 'features.geometry.type',
    expected: '"Polygon" か "MultiPolygon" にしてください。',
  }),
  'open-ring': defineError(
    (v) => `${nameShape(v.value)}の境界の線が閉じていません。`,
    '線のはじめと終わりを同じ点にしてください。ちがう点が3つ以上要ります。',
    { value: 'north' },
  ),
  'outside-japan': defineError(
    (v) => `${nameShape(v.value)}の点（${v.position}）が、日本の外にあります。`,
    (v) =>
      `経度、緯度の順に、度で書いてください（例: 139.67, 35.82）。${v.value === '' ? '' : '形だけの図なら、"schematic": true をつけます。'}`,
    { value: 'north', position: '35.82, 139.67' },
  ),
  'too-many-points': defineError(
    '市区町村の形の点が多すぎます（{count}点）。',
    '{most}点までに減らしてください。地図のソフトには、形を単純にする機能があります。',
    { count: 3247, most: 1000 },
  ),
  'office-outside-shape': defineWarning(
    '役所の位置（緯度 {latitude}、経度 {longitude}）が、市区町村の形の外にあります。',
    'ほかの市区町村の形ではないか、municipalities.csv の緯度と経度が正しいかを確かめてください。役所が市区町村の外にあるなら、このままでかまいません。',
    { latitude: 35.86, longitude: 139.97 },
  ),
  'half-position': defineWarning(
    '「{other}」はありますが「{field}」が空なので、役所の位置がわかりません。',
    '「緯度」と「経度」は、両方を書くか、両方を空にしてください。',
    { field: '経度', other: '緯度' },
  ),
  'over-limit': defineError('{what}が、上限（{limit}）をこえています。', '{advice}', {
    what: '計画の階層',
    limit: '30段',
    advice: '「親コード」に、どの行も1つ上の行のコードを書いていないか、確かめてください。',
  }),
  'released-file-changed': defineError(
    '保存版「{version}」のファイル {file} が、保存したときのものではありません。',
    '公開した保存版は、変えないでください。git などから、元のファイルに戻します。直したデータは、新しい保存版（npm run release）で公開します。',
    { version: '2026-11-20', file: 'tables.zip' },
  ),
  'renamed-release-folder': defineError(
    'フォルダ「{version}」にあるのは、保存版「{name}」です。',
    'フォルダの名前を「{name}」に戻してください。写したものなら、フォルダごと消してください。',
    { version: '2026-11-20 のコピー', name: '2026-11-20' },
  ),
  'unlisted-release': defineWarning(
    '保存版「{version}」の行がないので、保存版が保存したときのままかを確かめられません。',
    'このファイルを git などから元に戻してください。保存版をつくり直すために消したのなら、次の npm run release が書きます。',
    { version: '2026-11-20' },
  ),
  'forked-release': defineWarning(
    '保存版「{version}」の変更は、1つ前の保存版「{before}」とくらべたものではありません。',
    'まだ公開していないほうがあれば、そのフォルダと {latest} を消し、つくり直してください。どちらも公開したものなら、このままでかまいません。',
    { version: '2026-11-25', before: '2026-11-20', latest: 'data/releases/SHA256SUMS' },
  ),
  'released-file-missing': defineError(
    '保存版「{version}」のファイル {file} がありません。',
    (v) =>
      `保存版を消すと、引用されたアドレスが開かなくなります。git などから元に戻してください。${v.latest ? `まだ公開していない保存版をつくり直すなら、${v.latest} も消します。` : ''}`,
    { version: '2026-11-20', file: 'tables.zip' },
  ),
  'empty-file': defineError(
    (v) =>
      v.lock
        ? 'Excel が表を開いているあいだだけつくるファイルで、表は入っていません。'
        : `${v.sheet ? '読むシート' : 'ファイル'}が空です。`,
    (v) => {
      if (v.lock) return `「${v.lock}」のほうを選んでください。`;
      return `1行めに見出しを書いてください。${v.sheet ? '表がほかのシートにあれば、そのシートだけのブックにしてください。' : '書くことがなければ、ファイルを消します。'}`;
    },
  ),
  'broken-bytes': defineError(
    '文字化けしています。{encoding} として読めないところが{count}か所あります。',
    (v) => adviseSaving(v, 'もとのファイルを、正しい文字コード（Shift_JIS か UTF-8）で開き、'),
    { encoding: 'UTF-8', count: 2 },
  ),
  'nul-byte': defineError('文字でないデータ（NUL）が含まれています。', adviseSaving),
  'excel-file': defineError(
    (v) => (v.text ? 'Word や Excel などのファイルのままです。' : 'Excel のファイルのままで、CSV ではありません。'),
    (v) => `${v.text ? '中の文字を写して、' : ''}${adviseSaving(v)}`,
  ),
  'notes-above-headings': defineError(
    '見出しの上に「{value}」などと書いてあります。',
    (v) => adviseMark(`${v.lines}を消して、見出しを1行めにしてください。`)(v),
    { value: '令和7年度 指標一覧', lines: '1行めから2行めまで' },
  ),
  'unclear-column': defineError('列「{column}」は、どの列のことかわかりません。', '見出しを{names}に直してください。', {
    column: '時点',
    names: '「現状値の時点」か「目標値の時点」',
  }),
  'same-column': defineError(
    '列「{other}」と列「{column}」は、どちらも「{name}」と読みます。',
    'どちらか1つを「{name}」として残し、もう1つは消してください。',
    { other: '現状値', column: '基準値', name: '現状値' },
  ),
  'nameless-column': defineError(
    '見出しのない列に、値があります。',
    '見出しを書くか、その列を消してください。使える列は {columns} です。',
    { columns: '名称、説明、コード、出典ID、出典箇所' },
  ),
} as const;
