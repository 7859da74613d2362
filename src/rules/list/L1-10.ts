import { failedAt, passed, type Rule } from '../rule.ts';

export const noObjectsRule: Rule = {
  id: 'L1-10',
  title: 'Excel：図やメモをのせない',
  asks: '図形、画像、グラフ、メモを表のシートにのせません。その中の言葉や値は、読み取れません。',
  looks: 'すべてのシートに、図形、画像、グラフ、メモ、埋めこんだファイルがないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['xlsx'],
  check: ({ tables }) =>
    failedAt(
      tables.flatMap(({ sheet }) =>
        sheet.objects.map(({ what, line, column }) => ({
          sheet: sheet.name,
          line,
          column,
          heading: '',
          value: '',
          wrong: `シートに${what}がのっています。`,
          instead: '中身を表の値か説明の文書に移し、シートから消してください。',
        })),
      ),
      passed('図形、画像、グラフ、メモはありません。'),
    ),
};
