import { defineError } from './message.ts';

/** Problems of a city's own sheet that is imported into a plan. */
export const sheetMessages = {
  'name-of-several': defineError(
    (v) =>
      `「${v.value}」という名前の指標が、計画に${v.count}つあります（${v.known}）。どの指標の行か、わかりません。`,
    () => '表に「指標ID」という列を加え、この行がどの指標かを、そのIDで書いてください。',
    { value: '満足度', count: 2, known: '「park-satisfaction」「road-satisfaction」' },
  ),
  'repeated-name': defineError(
    (v) =>
      `「${v.value}」という名前の行が、表にいくつもあります（${v.where}）。別の指標かどうか、わかりません。`,
    (v) =>
      `表に「指標ID」という列を加え、行ごとにちがうIDを書いてください。${v.known ? `すでにある指標のIDは${v.known}です。` : ''}`,
    { value: '満足度', where: '3行め、8行め', known: '「park-satisfaction」' },
  ),
} as const;
