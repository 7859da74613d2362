import { describe, expect, test } from 'vitest';
import { createTextFragment } from '../../../../../src/components/search/browser/text-fragment.ts';
import { highlightText } from '../../../../../src/search/query/text-snippet.ts';

const decoded = (url: string, text: string, ...words: string[]) =>
  decodeURIComponent(createTextFragment(url, highlightText(text, words)));

describe('the text fragment of a result', () => {
  test('contains the word with the words before it, or after it if it is the first; then the word alone', () => {
    expect(decoded('/a/', '市民の声を聴く場を設けます。', '声')).toBe('#:~:text=市民の-,声&text=声');
    expect(decoded('/a/', '市民の声を聴く場を設けます。', '市民')).toBe('#:~:text=市民,-の声&text=市民');
  });

  test('has at most two words before or after, and none of another line', () => {
    expect(decoded('/a/', '私たちの町の市民の声を聴く', '声')).toBe('#:~:text=市民の-,声&text=声');
    expect(decoded('/a/', '声の 聴き方\n次の行', '声')).toBe('#:~:text=声,-の&text=声');
    expect(decoded('/a/', '前の行\n次の声\n後の行', '声')).toBe('#:~:text=次の-,声&text=声');
    expect(decoded('/a/', '前の行\n声の聴き方', '声')).toBe('#:~:text=声,-の聴&text=声');
  });

  test('has one word before or after if there is no other', () => {
    expect(decoded('/a/', '市民の声', 'の')).toBe('#:~:text=市民-,の&text=の');
    expect(decoded('/a/', '市民の', '市民')).toBe('#:~:text=市民,-の&text=市民');
  });

  test('contains whole words, because browsers mark only these', () => {
    expect(decoded('/a/', '指定管理者制度', '理者制')).toContain('管理者制度');
  });

  test('is empty for a URL with an id, because browsers would scroll to the first such words instead', () => {
    expect(decoded('/a/#b', '市民の声を聴く場を設けます。', '声')).toBe('');
  });

  test('ends at the end of a line and of the snippet', () => {
    expect(decoded('/a/', '上の行\nSNS\n下の行', 'sns')).toBe('#:~:text=SNS&text=SNS');
    expect(
      createTextFragment('/a/', [
        { text: '…', marked: false },
        { text: 'SNS', marked: true },
        { text: '…', marked: false },
      ]),
    ).toBe('#:~:text=SNS&text=SNS');
  });

  test('encodes the separators of a directive', () => {
    expect(createTextFragment('/a/', [{ text: 'a-b,c&d', marked: true }])).toBe(
      '#:~:text=a%2Db%2Cc%26d&text=a%2Db%2Cc%26d',
    );
  });

  test('contains each word once, and at most three', () => {
    const all = decoded('/a/', '甲 乙 甲 丙 丁', '甲', '乙', '丙', '丁');
    expect(all.match(/text=[甲乙丙丁](?=&|$)/g)).toHaveLength(3);
    expect(decoded('/a/', 'SNS sns', 'sns')).toBe('#:~:text=SNS,-sns&text=SNS');
  });

  test('is empty without marked words', () => {
    expect(decoded('/a/', '市民の声', '災害')).toBe('');
  });
});
