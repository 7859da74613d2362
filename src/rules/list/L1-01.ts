import { passRule, type ReadabilityRule } from '../rule.ts';

/** A file that can't be read never comes so far: `judge` tells what forbids it. */
export const formatRule: ReadabilityRule = {
  id: 'L1-01',
  title: '機械で読める形式である',
  asks: 'プログラムがそのまま読める、だれでも使える形式で公表します。PDF や画像の表は、読み取れません。',
  looks: 'ファイルの中身が CSV か Excel ブック（.xlsx）で、文字がこわれていないことを調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: ({ format, encoding }) =>
    passRule(
      format === 'csv'
        ? `CSV として読めました。文字コードは ${encoding} です。`
        : 'Excel ブックとして読めました。',
    ),
};
