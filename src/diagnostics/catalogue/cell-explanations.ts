import type { cellMessages } from './cell-messages.ts';
import type { MessageExplanation } from './message-entry.ts';

/** Explanations of the issues of single cells. */
export const cellExplanations: Readonly<Partial<Record<keyof typeof cellMessages, MessageExplanation>>> = {
  'empty-cell': { cause: '必ず要る列のセルが空です。表を見やすくするために「上と同じ」セルを空けたときにも出ます。' },
  'bad-slug': {
    cause: 'IDはページのアドレスになるので、日本語、大文字、空白、_ は使えません。一度公開したIDは変えないでください。',
    corrected: { before: 'Bosai_1', after: 'bosai-1' },
  },
  ditto: {
    cause:
      '印刷する表では「同上」や「〃」と書きますが、行を並べかえたり、選び出したりすると、何と同じかがわからなくなります。',
    corrected: { before: '〃', after: 'readers' },
  },
  'narrow-column': {
    cause: '見えているとおりに写したか、画面の表を貼りつけたときに出ます。もとの値は、Excel の中に残っています。',
    corrected: { before: '#######', after: '1,234,567人' },
  },
  'formula-for-value': {
    cause: 'Excel で数式を見せる設定のまま保存したか、文字列の書式のセルに数式を書いたときに出ます。',
    corrected: { before: '=B2*100', after: '38.2%' },
  },
  'date-serial': {
    cause:
      'Excel は、日付を 1900年からの日数で持っています。日付の列の書式を「標準」や「数値」に変えると、その数が見えます。',
    corrected: { before: '45017', after: '2023-04-01' },
  },
  'bad-code': {
    cause: 'コードは、計画に印刷された番号を上からつないだものです。「第」「章」や、かっこ、丸は書きません。',
    corrected: { before: '第3章 2 (1)', after: '3_2_1' },
  },
  'code-became-date': {
    cause:
      'Excel は 3-1 や 3/1 を「3月1日」という日付に変えて保存します。もとの番号にはもどせないので、計画を見て書きなおします。',
    corrected: { before: '3月1日', after: '3_1' },
  },
  'bad-choice': {
    cause: '決まった言葉から選ぶ列です。言葉のゆれや、打ちまちがいのときに出ます。',
    corrected: { before: '増', after: '増加' },
  },
  'bad-flag': {
    cause: '○ や「はい」は、書く人によって意味がちがうので使いません。',
    corrected: { before: '○', after: '1' },
  },
  'bad-date': {
    cause: '資料の発行日、確認した日、変えた日を書く列です。ここには元号を使えません。',
    corrected: { before: '令和8年11月20日', after: '2026-11-20' },
  },
  'bad-whole': {
    cause: '人口、標本数、順序のように、数えた数を書く列です。単位や「約」はつけません。',
    corrected: { before: '約1万2千人', after: '12000' },
  },
  'bad-decimal': {
    cause: '緯度と経度は、度だけの数で書きます。度・分・秒では書きません。',
    corrected: { before: '北緯35度49分', after: '35.82' },
  },
  'out-of-range': { cause: '日本の外の位置になります。緯度と経度を入れちがえたときが、ほとんどです。' },
  'bad-sdg': {
    cause: '目標の番号だけを書きます。11.3 のようなターゲットの番号や、目標の名前は書けません。',
    corrected: { before: '目標11', after: '11' },
  },
  'bad-web-address': {
    cause: 'はじめの https:// がないか、アドレスの中に空白があります。',
    corrected: { before: 'www.mihon.example', after: 'https://www.mihon.example/' },
  },
  'bad-municipality-code': {
    cause: '5けたのコードの後に、検査数字を1けたつけたものです。打ちまちがいがあると、検査数字が合わなくなります。',
  },
  'municipality-code-lost-zero': {
    cause: 'Excel は 019992 を数とみて、先頭の 0 を消します。サイトはつくれますが、ファイルも直してください。',
    corrected: { before: '19992', after: '019992' },
  },
  'formula-like': {
    cause:
      '公開した CSV を Excel で開いた人のところで、文字が計算式として動いてしまうのを防ぎます。値の列の -3.2 は、そのまま書けます。',
    corrected: { before: '-新しい取組', after: '新しい取組' },
  },
  'repeated-value': {
    cause: '; で区切ったならびに、同じものが2回あります。',
    corrected: { before: 'digital;finance;digital', after: 'digital;finance' },
  },
  'unseen-character': {
    cause:
      'ウェブサイトや PDF から写した文字に、見えない文字がまざっていることがあります。見た目が同じでも、ほかの言葉として扱われ、検索で見つかりません。',
  },
  'damaged-character': {
    cause: '文字コードをまちがえて開き、そのまま保存すると、読めない文字がこの印に変わります。元にはもどせません。',
  },
  'html-in-cell': {
    cause: 'ウェブサイトの文章を写すと、まざることがあります。',
    corrected: { before: '広報紙を<br>見直します。', after: '広報紙を見直します。' },
  },
  'platform-character': {
    cause: '丸で囲んだ数字や、㈱、㎡、ローマ数字などは、読み上げや検索で正しく扱われないことがあります。',
    corrected: { before: '㈱見本', after: '(株)見本' },
  },
  'spaces-in-name': {
    cause: '字の幅をそろえるために入れた空白があると、検索や並べかえで、ちがう名前として扱われます。',
    corrected: { before: '財　政　課', after: '財政課' },
  },
  'long-cell': {
    cause: '計画の文章をそのまま写したときが、ほとんどです。要約は、読む人がひと目でわかる長さにします。',
  },
};
