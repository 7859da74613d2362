import { failedAt, faultAt, passed, type Rule } from '../rule.ts';

export const oneTableRule: Rule = {
  id: 'L1-02',
  title: '1つのファイルやシートに表は1つ',
  asks: '1つの CSV、1つのシートには、1つの表だけを入れます。',
  looks: '下や横で、見出しがもう一度はじまっていないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: ({ tables }) =>
    failedAt(
      tables.flatMap((table) =>
        table.others.map(({ line, index }) => ({
          ...faultAt(
            table,
            line,
            index,
            'ここから別の表がはじまっています。',
            'この表を、別のファイルか別のシートに移してください。',
          ),
          heading: '',
        })),
      ),
      passed('表は1つだけです。'),
    ),
};
