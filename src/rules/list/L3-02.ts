import { checkHeadings, failRuleAt, passRule, askPerson, type ReadabilityRule } from '../rule.ts';

export const codeListsRule: ReadabilityRule = {
  id: 'L3-02',
  title: 'コードの一覧がついている',
  asks: 'コードや記号で書いた値が何を表すかの一覧を、表といっしょに公表します。',
  looks: '列の説明で値が決まっている列に、公表した一覧があるかを調べます。',
  people: '列の説明がないとき、コードの列があるか、一覧があるか。',
  judge: 'both',
  formats: ['csv', 'xlsx'],
  check: (book) => {
    const described = book.tables[0]?.described;
    if (!described)
      return askPerson(
        'コードの一覧は、このファイルの中にはありません。いっしょに公表しているかを確かめてください。',
      );
    const faults = checkHeadings(book, ({ title, described: known }) => {
      if (!known?.choices && !known?.codeList) return null;
      if (known.codeList !== null && described.codeLists.includes(known.codeList)) return null;
      return {
        wrong: `「${title}」の値が何を表すかの一覧がありません。`,
        instead: '値とその意味をならべた一覧を、表といっしょに公表してください。',
      };
    });
    return failRuleAt(faults, passRule('コードで書いた列には、どれも公表した一覧があります。'));
  },
};
