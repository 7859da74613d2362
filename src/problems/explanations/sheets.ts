import type { sheetMessages } from '../messages/sheets.ts';
import type { MessageExplanation } from './explanation.ts';

/** What usually causes the problems of sheets that are imported. */
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
    cause:
      'ちがう施策に同じ名前の指標があるか、同じ行を二度写したときに出ます。二度写したのなら、片方を消します。',
    corrected: {
      before: '指標名,現状値\n満足度,70%\n満足度,55%',
      after: '指標ID,指標名,現状値\npark-satisfaction,満足度,70%\nroad-satisfaction,満足度,55%',
    },
  },
};
