import { failRuleAt, createViolation, passRule, type ReadabilityRule } from '../rule.ts';

export const oneTableRule: ReadabilityRule = {
  id: 'L1-02',
  title: '1つのファイルやシートに表は1つ',
  asks: '1つの CSV、1つのシートには、1つの表だけを入れます。',
  looks: '下や横で、見出しがもう一度はじまっていないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: ({ tables }) =>
    failRuleAt(
      tables.flatMap((table) =>
        table.otherTables.map(({ line, index }) => ({
          ...createViolation(
            table,
            line,
            index,
            'ここから別の表がはじまっています。',
            'この表を、別のファイルか別のシートに移してください。',
          ),
          heading: '',
        })),
      ),
      passRule('表は1つだけです。'),
    ),
};
