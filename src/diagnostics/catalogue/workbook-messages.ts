import { defineError, defineWarning } from './message-entry.ts';

/** Issues of a municipality's own sheet that is imported into a plan. */
export const sheetMessages = {
  'name-of-several': defineError(
    (v) => `「${v.value}」という名前の指標が、計画に${v.count}つあります（${v.known}）。どの指標の行か、わかりません。`,
    () => '表に「指標ID」という列を加え、この行がどの指標かを、そのIDで書いてください。',
    { value: '満足度', count: 2, known: '「park-satisfaction」「road-satisfaction」' },
  ),
  'repeated-name': defineError(
    (v) => `「${v.value}」という名前の行が、表にいくつもあります（${v.where}）。別の指標かどうか、わかりません。`,
    (v) =>
      `表に「指標ID」という列を加え、行ごとにちがうIDを書いてください。${v.known ? `すでにある指標のIDは${v.known}です。` : ''}`,
    { value: '満足度', where: '3行め、8行め', known: '「park-satisfaction」' },
  ),
} as const;

/** Issues of Excel files. */
export const workbookMessages = {
  'damaged-workbook': defineError(
    () => 'Excel のファイルとして開けません。',
    () => 'ファイルがこわれているようです。Excel で開いて、「Excel ブック（.xlsx）」で保存しなおしてください。',
    {},
  ),
  'locked-workbook': defineError(
    () => 'Excel のファイルにパスワードがかかっています。',
    () => 'Excel で開いて、パスワードを外して保存しなおしてください。',
    {},
  ),
  'old-workbook': defineError(
    () => '古い形（.xls）の Excel のファイルです。',
    () => 'Excel で開いて、「Excel ブック（.xlsx）」で保存しなおしてください。',
    {},
  ),
  'large-workbook': defineError(
    (v) => `Excel のファイルが大きすぎます（広げると ${v.limit} MB をこえるか、セルが多すぎます）。`,
    () => '要る表だけを新しいブックに写すか、CSV で保存してください。',
    { limit: 128 },
  ),
  'unknown-sheet': defineError(
    (v) => (v.value ? `「${v.value}」というシートがありません。` : '見えているシートがありません。'),
    (v) => {
      if (v.near) return `「${v.near}」ではありませんか。`;
      return v.sheets ? `あるシートは ${v.sheets} です。` : '表のあるシートを表示して、保存しなおしてください。';
    },
    { value: '指標', sheets: '表紙、実績' },
  ),
  'hidden-sheet': defineWarning(
    (v) => `シート「${v.value}」はかくれているので、読みません。`,
    (v) => `読むのは「${v.sheet}」だけです。それでよければ、このままでかまいません。`,
    { value: '作業用', sheet: '指標' },
  ),
  'hidden-cells': defineError(
    (v) => `${v.what}がかくれていますが、値があります。`,
    () => '再表示して、のせてよい値かを確かめてください。のせないものは消します。',
    { what: '3行めから5行めまで' },
  ),
  'merged-cells': defineError(
    (v) => `セル ${v.range} が結合されています。`,
    () => '結合を解いて、それぞれのセルに値を書いてください。',
    { range: 'A3:A5' },
  ),
  'formula-cell': defineWarning(
    (v) => `セル ${v.address} は数式です。保存されている計算結果を読みます。`,
    () => '資料に書かれている値と同じかを確かめ、「値として貼り付け」で値に直してください。',
    { address: 'C5' },
  ),
  'error-cell': defineError(
    (v) => (v.value ? `数式の計算がまちがっています（${v.value}）。` : '数式の計算結果が保存されていません。'),
    () => '資料に書かれている値を書いてください。',
    { value: '#REF!' },
  ),
  'unsure-format': defineError(
    (v) => `セルの値は ${v.value} ですが、表示形式のために、ちがう数や文字に見えています。`,
    () => '列の書式を「文字列」にして、資料に書かれているとおりの値を書いてください。',
    { value: 1234567 },
  ),
  'rounded-cell': defineWarning(
    (v) => `セルの値は ${v.value} ですが、見えているのは丸めた数です。`,
    () => '資料に書かれているけた数の値に直してください。',
    { value: '97.412%' },
  ),
} as const;
