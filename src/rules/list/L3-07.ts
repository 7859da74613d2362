import { askPerson, type ReadabilityRule } from '../rule.ts';

export const sameLayoutRule: ReadabilityRule = {
  id: 'L3-07',
  title: '年が変わっても同じ形',
  asks: '毎年出す表は、列の名前、順、単位を年ごとに変えません。',
  looks: '1つのファイルからはわからないので、プログラムは調べません。',
  people: '前に公表した表と、列の名前、順、単位が同じか。',
  judge: 'person',
  formats: ['csv', 'xlsx'],
  check: ({ tables }) =>
    askPerson(
      tables[0]?.described
        ? 'このサイトは年ごとに表を分けず、同じ表に行を足します。前の版と列が同じかは、人が見くらべます。'
        : '前の年の表と、列の名前、順、単位が同じかを見くらべてください。',
    ),
};
