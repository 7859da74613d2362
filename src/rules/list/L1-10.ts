import { failRuleAt, passRule, type ReadabilityRule } from '../rule.ts';

export const noObjectsRule: ReadabilityRule = {
  id: 'L1-10',
  title: 'Excel：図やメモをのせない',
  asks: '図形、画像、グラフ、メモを表のシートにのせません。その中の言葉や値は、読み取れません。',
  looks: 'すべてのシートに、図形、画像、グラフ、メモ、埋めこんだファイルがないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['xlsx'],
  check: ({ tables }) =>
    failRuleAt(
      tables.flatMap(({ sheet }) =>
        sheet.objects.map(({ kind, line, column }) => ({
          sheet: sheet.name,
          line,
          column,
          heading: '',
          value: '',
          wrong: `シートに${kind}がのっています。`,
          instead: '中身を表の値か説明の文書に移し、シートから消してください。',
        })),
      ),
      passRule('図形、画像、グラフ、メモはありません。'),
    ),
};
