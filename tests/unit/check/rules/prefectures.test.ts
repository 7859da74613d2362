import { describe, expect, test } from 'vitest';
import { appendFixtureLines, validateFixture } from '../../../support/town.ts';

const told = (...rows: readonly string[]) =>
  validateFixture(appendFixtureLines('data/municipalities.csv', rows.join('\n')))
    .filter(({ code }) => code === 'other-prefecture')
    .map(({ line, column, message }) => `${line}:${column} ${message}`);
const row = (code: string, id: string, prefecture: string) =>
  `${code},${id},となりの町,,,${prefecture},,,,,,mihon-keikaku`;

describe('the prefecture of a municipality', () => {
  test('that its code does not belong to is told at its cell', () => {
    expect(told(row('112232', 'tonari', '千葉県'))).toEqual([
      '3:23 団体コードが 11 で始まるのは埼玉県の市区町村ですが、都道府県は「千葉県」です。',
    ]);
  });

  test('may be the one of its code, or left out', () => {
    expect(told(row('112232', 'tonari', '埼玉県'), row('122173', 'mukai', ''))).toEqual([]);
  });

  test('is the same for all whose codes begin with a number that no prefecture has', () => {
    expect(told(row('980013', 'tonari', '架空県'), row('980021', 'mukai', '別の県'))).toEqual([
      '4:22 団体コードが 98 で始まるのは架空県の市区町村ですが、都道府県は「別の県」です。',
    ]);
  });
});
