import type { sheetMessages, workbookMessages } from './workbook-messages.ts';
import type { MessageExplanation } from './message-entry.ts';

/** Explanations of the issues of imported sheets. */
export const sheetExplanations: Readonly<Partial<Record<keyof typeof sheetMessages, MessageExplanation>>> = {
  'name-of-several': {
    cause:
      '「満足度」のように短い名前は、ちがう施策に同じものがあります。名前だけで選ぶと、ほかの指標に値が入ってしまうので、止めます。',
    corrected: {
      before: '指標名,令和6年度実績\n満足度,71%\n満足度,58%',
      after: '指標ID,指標名,令和6年度実績\npark-satisfaction,満足度,71%\nroad-satisfaction,満足度,58%',
    },
  },
  'repeated-name': {
    cause: 'ちがう施策に同じ名前の指標があるか、同じ行を二度写したときに出ます。二度写したのなら、片方を消します。',
    corrected: {
      before: '指標名,現状値\n満足度,70%\n満足度,55%',
      after: '指標ID,指標名,現状値\npark-satisfaction,満足度,70%\nroad-satisfaction,満足度,55%',
    },
  },
};

/** Explanations of the issues of Excel files. */
export const workbookExplanations: Readonly<Partial<Record<keyof typeof workbookMessages, MessageExplanation>>> = {
  'damaged-workbook': {
    cause: 'ファイルを写すとちゅうで切れたか、ちがう種類のファイルの名前を .xlsx に変えたときに出ます。',
  },
  'locked-workbook': { cause: 'パスワードのあるファイルは、中身が暗号になっているので読めません。' },
  'old-workbook': { cause: '.xls は 2003年までの Excel の形です。.xlsx で保存しなおすと読めます。' },
  'large-workbook': { cause: '写真や、使っていない多くのセルに色をつけた表は、値が少なくても大きくなります。' },
  'unknown-sheet': { cause: 'シートの名前のつづりか、空白がちがいます。' },
  'hidden-sheet': { cause: 'かくれたシートには、作業用の表や、公開しない値があることが多いので、読みません。' },
  'hidden-cells': {
    cause: 'しぼりこみ（フィルター）や、行と列の非表示で、見えない値があります。気づかずに公開しないように、止めます。',
  },
  'merged-cells': {
    cause: '結合したセルは、左上にしか値がありません。ほかの行では、どの値のことかがわからなくなります。',
    corrected: { before: '窓口で待つ時間\n（空）', after: '窓口で待つ時間\n窓口で待つ時間' },
  },
  'formula-cell': { cause: '数式の結果は、ほかのファイルを開かないと古いままのことがあります。' },
  'error-cell': {
    cause: '#REF! や #DIV/0! のように、計算できなかったしるしです。参照していたシートを消したときに、よく出ます。',
  },
  'unsure-format': {
    cause:
      '「千人」のように割って見せる書式や、「月日」の書式のときに出ます。保存されている値と、見えている値のどちらが正しいかは、資料を見ないとわかりません。',
  },
  'rounded-cell': {
    cause: '97.412% を「97.4%」と見せる書式のように、保存されている値のけたが、見た目より多いときに出ます。',
  },
};
