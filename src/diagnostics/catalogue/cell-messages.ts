import { defineError, defineWarning, type MessageValues } from './message-entry.ts';

/** Explains how to write several ids or codes, if a cell of a list may contain them; empty if it contains a name. */
const adviseList = ({ list, title }: MessageValues, what: string) =>
  list && !title ? `いくつかの${what}なら「${list}」のように、; で区切って書いてください。1つなら、` : '';

/** Issues of single cells in any table. */
export const cellMessages = {
  'empty-cell': defineError(
    '「{field}」が空です。',
    (v) =>
      v.again
        ? `上の行と同じでも省かず、「${v.field}」をこの行にも書いてください。`
        : `「${v.field}」には必ず値を書いてください。`,
    { field: '名称' },
  ),
  'bad-slug': defineError(
    '「{value}」はIDとして使えません。',
    (v) =>
      adviseList(v, 'ID') +
      (v.near
        ? `「${v.near}」${v.title ? `（${v.title}）` : ''}ではありませんか。IDは、半角の英小文字と数字を - でつないで書きます。`
        : `${v.part ? '計画の項目は「計画ID/コード」、指標は「計画ID/指標ID」と書きます。ほかのIDは、' : ''}${v.table ? `「${v.table}」の表にあるIDを書きます。なければ、その表に行を足します。IDは、` : ''}半角の英小文字と数字を - でつないで書いてください（64字まで。例: warabi-jiritsu）。Windows で使えない con や aux、ページの部分の名前の main などは、con-1 のようにします。${/^(?:[合小総]?計|平均|注)(?!\p{Script=Han})|^※/u.test(String(v.value)) ? '合計や注の行なら、行ごと消します。' : ''}${/コピー|旧|(?<![a-z])(?:copy|old|bak)(?![a-z])/i.test(String(v.value)) ? '古いものや写しなら、消します。' : ''}`),
    { value: 'Bosai_1', near: 'bosai-1' },
  ),
  'number-as-unit': defineError(
    '単位が「{value}」という数です。',
    '行の値が左や右の列にずれていないかを確かめ、「人」や「%」のような単位を書いてください。単位がなければ空にします。',
    { value: '1,250' },
  ),
  ditto: defineError(
    '「{value}」は、上の行と同じという印です。',
    '上の行と同じ「{field}」を、この行にも書いてください。1行だけを見ても、意味がわかるようにします。',
    { value: '同上', field: '指標ID' },
  ),
  'narrow-column': defineError(
    '「{value}」は、列の幅が足りないときや数が長すぎるときに、Excel が値のかわりに表示する記号です。',
    'Excel で列の幅を広げるか、表示形式を「数値」にして保存し直すか、資料に書かれている値を書いてください。',
    { value: '#######' },
  ),
  'formula-for-value': defineError(
    '「{value}」は Excel の数式です。',
    '計算の結果を「値として貼り付け」で値に直し、資料に書かれている値と同じかを確かめてください。',
    { value: '=B2*100' },
  ),
  'date-serial': defineError(
    '「{value}」は、Excel の日付の連番（{date}）のようです。',
    '資料と同じ日なら「{instead}」と書いてください。Excel では列の書式を「文字列」にします。',
    { value: '45017', date: '2023年4月1日', instead: '2023-04-01' },
  ),
  'bad-code': defineError(
    '「{value}」はコードとして使えません。',
    (v) =>
      adviseList(v, 'コード') +
      (v.near
        ? `「${v.near}」ではありませんか。${/^\d+\.\d$/.test(String(v.value)) ? 'Excel は 1.10 を 1.1 に変えるので、計画の番号を確かめてください。' : ''}コードは、計画の番号を半角の英小文字と数字にし、_ でつないで書きます。`
        : '計画の番号を半角の英小文字と数字にし、_ でつないで書いてください（64字まで。例: 33_1_2）。Windows で使えない con や aux、ページの部分の名前の main や files などは、con_1 のようにします。'),
    { value: '1.1', near: '1_1' },
  ),
  'code-became-date': defineError(
    (v) => `「${v.value}」は、Excel が${v.id ? 'ID' : 'コード'}を日付に変えてしまったもののようです。`,
    (v) =>
      `${v.near ? `「${v.near}」ではありませんか。` : ''}列の書式を「文字列」にしてから、${v.id ? 'park-1 のように -' : '33_1 のように _'} でつないで書き直してください。`,
    { value: '3月1日', near: '3_1' },
  ),
  'id-like-day': defineWarning(
    '{what}「{value}」は、Excel が 1-1 などを日付に変えたときの連番（{date}）かもしれません。このような{what}は{count}件あります。',
    '計画などを見て、列の書式を「文字列」にしてから、コードは 1_1、IDは 1-1 のように書き直してください。もとからこの番号なら、このままでかまいません。',
    { value: '46023', what: 'コード', date: '2026年1月1日', count: 8 },
  ),
  'bad-choice': defineError(
    '「{value}」は「{field}」に使えません。',
    (v) => `${v.near ? `「${v.near}」ではありませんか。` : ''}使える言葉は ${v.choices} です。${v.empty ?? ''}`,
    { value: '政索', field: '種別', near: '政策', choices: '政策、施策、取組、成果、事業、姿勢、課題' },
  ),
  'bad-flag': defineError(
    '「{value}」は「{field}」に使えません。',
    'あてはまるときは 1、そうでないときは空にしてください。',
    { value: '○', field: '例示' },
  ),
  'bad-date': defineError(
    '「{value}」は日付として読めません。',
    (v) =>
      v.near
        ? `「${v.near}」と書いてください。`
        : `2026-11-20 のように、西暦の年-月-日で書いてください。${v.empty ?? ''}`,
    { value: '令和8年11月21日', near: '2026-11-21' },
  ),
  'bad-whole': defineError(
    '「{value}」は、ここに書ける整数ではありません。',
    '半角の数字で書いてください。順番の数は 1 からです。人口などは、3けたごとのコンマがあってもかまいません（例: 74,326）。けたの多すぎる数は読めません。',
    { value: '約1万2千人' },
  ),
  'bad-decimal': defineError('「{value}」は数として読めません。', '半角の数字で書いてください（例: {example}）。', {
    value: '北緯35度',
    example: '35.82',
  }),
  'out-of-range': defineError(
    '「{value}」は「{field}」の範囲の外です。',
    '{low} から {high} までの数を書いてください。',
    { value: '140.25', field: '緯度', low: 20, high: 46 },
  ),
  'bad-sdg': defineError(
    '「{value}」はSDGsの目標の番号ではありません。',
    '1 から 17 までの数を、いくつかあるときは ; で区切って書いてください。',
    { value: '18' },
  ),
  'bad-web-address': defineError(
    '「{value}」はアドレスとして読めません。',
    (v) =>
      /\s/.test(String(v.value))
        ? '途中に空白があります。要らない空白なら消し、ファイルの名前の空白なら「%20」と書いてください。'
        : 'https:// で始まるアドレスを書いてください。わからないときは空にします。サーバーの名前の前に、ユーザー名（…@）は書けません。',
    { value: 'www.mihon.example' },
  ),
  'bad-municipality-code': defineError(
    '団体コード「{value}」は正しくありません。',
    (v) => {
      if (v.owner) return '都道府県か、一部事務組合などのコードです。市区町村のコードを書いてください。';
      const near = v.near ? `「${v.near}」ではありませんか。` : '';
      return `${near}全国地方公共団体コードを6けたで書いてください。最後の1けたは検査数字です。`;
    },
    { value: '990018' },
  ),
  'municipality-code-lost-zero': defineWarning(
    '団体コード「{value}」の先頭の 0 が落ちています。{read} と読みました。',
    (v) =>
      `${v.read} と書いてください。Excel では列の書式を「文字列」にします。${v.near ? `検査数字のない5けたのコードなら、${v.near} です。` : ''}`,
    { value: '19992', read: '019992' },
  ),
  'formula-like': defineError(
    '「{value}」は、Excel が数式と読むおそれのある文字で始まっています。',
    '先頭の = + - @ をとるか、その前に言葉を足してください。',
    { value: '=情報課' },
  ),
  'repeated-value': defineError('「{value}」が同じセルに2回あります。', '1つにしてください。', { value: 'digital' }),
  'unseen-character': defineError(
    (v) => `${v.before ? `「${v.before}」のすぐあと` : 'はじめ'}に、目に見えない文字（${v.character}）があります。`,
    'その前後を消して、入力し直してください。',
    { before: '広報', character: 'U+200B' },
  ),
  'damaged-character': defineError(
    '「{value}」に、こわれた文字（{character}）があります。',
    'もとの資料を見て、正しい文字を入力し直してください。',
    { value: '広報�の発行', character: 'U+FFFD' },
  ),
  'html-in-cell': defineError(
    'HTML の書き方「{value}」があります。',
    'ふつうの文字だけで書いてください。改行や太字にする記号は要りません。',
    { value: '<br>' },
  ),
  'platform-character': defineWarning(
    '「{value}」は、読み上げや検索で、正しく扱われないことがある文字です。',
    (v) =>
      v.replacement
        ? `「${v.replacement}」と書いてください。固有の名前なら、このままでかまいません。`
        : 'ふつうの文字に直してください。固有の名前で、ほかに書き方がなければ、このままでかまいません。',
    { value: '㈱', replacement: '(株)' },
  ),
  'spaces-in-name': defineWarning(
    '名前「{value}」の中に、{what}があります。',
    '空白を除くか、「{replacement}」のように半角の空白を1つだけにしてください。',
    { value: '見本　計画', what: '全角の空白', replacement: '見本 計画' },
  ),
  'long-cell': defineWarning(
    '「{field}」が{length}字あります。',
    '{limit}字までにしてください。長い説明は、ほかの列や文章のファイルに書きます。',
    { field: '要約', length: 342, limit: 300 },
  ),
} as const;
