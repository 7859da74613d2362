import { describe, expect, test } from 'vitest';
import { suggestChoice } from '../../../src/diagnostics/suggest-choice.ts';

const columns = ['コード', '親コード', '階層', '種別', '名称', '要約'];

describe('a misspelt word', () => {
  test.each([
    ['one letter replaced', 'mihon-keikoku', 'mihon-keikaku'],
    ['one letter left out', 'mihon-keikku', 'mihon-keikaku'],
    ['one letter too many', 'mihon-keikakuu', 'mihon-keikaku'],
    ['two neighbours swapped', 'mihon-keikauk', 'mihon-keikaku'],
    ['capital letters', 'Mihon-Keikaku', 'mihon-keikaku'],
    ['full width', 'ｍｉｈｏｎ-ｋｅｉｋａｋｕ', 'mihon-keikaku'],
    ['spaces around it', ' mihon-keikaku ', 'mihon-keikaku'],
  ])('with %s suggests the right one', (_what, typed, meant) => {
    expect(suggestChoice(typed, ['mihon', 'mihon-tokei', 'mihon-keikaku'])).toBe(meant);
  });

  test('of two characters may differ in one', () => {
    expect(suggestChoice('名前', columns)).toBe('名称');
  });

  test('of four characters may have two neighbours swapped, but no other two differences', () => {
    expect(suggestChoice('ciyt', ['city'])).toBe('city');
    expect(suggestChoice('citx', ['ciyt'])).toBe('');
    expect(suggestChoice('cixy', ['ciyt'])).toBe('');
    expect(suggestChoice('yctx', ['cyxt'])).toBe('');
  });

  test('of one character is another symbol, not a misspelt one', () => {
    expect(suggestChoice('A', ['S', 'B'])).toBe('');
    expect(suggestChoice('Ａ', ['S', 'A'])).toBe('A');
    expect(['〇', '◯', '△'].map((typed) => suggestChoice(typed, ['◎', '○']))).toEqual(['○', '○', '']);
  });

  test('that differs in more than a third has no suggestion', () => {
    expect(suggestChoice('担当部署', columns)).toBe('');
  });

  test('equally similar to two suggests the first', () => {
    expect(suggestChoice('コーダ', ['コーラ', 'コード'])).toBe('コーラ');
  });

  test('in half-width kana is similar to its full-width form', () => {
    expect(suggestChoice('ｺｰﾄﾞ', columns)).toBe('コード');
  });
});

describe('a word with a number', () => {
  test.each([
    ['a code', '2_9', ['2_1', '2_8']],
    ['a code without a letter', '1_1', ['i1_1']],
    ['a code with a letter', 'i2', ['2', 's1']],
    ['an id', 'mihon-kekka-r8', ['mihon-kekka-r7']],
    ['a URL', '/plans/mihon/3_2/', ['/plans/mihon/3_1/']],
  ])('is not %s that is another one', (_what, typed, choices) => {
    expect(suggestChoice(typed, choices)).toBe('');
  });

  test.each([
    ['a letter that looks like a number', '1_l', '1_1'],
    ['another sign between its numbers', '1-1', '1_1'],
    ['no slash at its end', '/plans/mihon/1', '/plans/mihon/1/'],
  ])('and %s suggests the right one', (_what, typed, meant) => {
    expect(suggestChoice(typed, ['/plans/mihon/', '1_2', '1_1', '/plans/mihon/1/'])).toBe(meant);
  });
});

test('suggests nothing without choices', () => {
  expect(suggestChoice('コード', [])).toBe('');
});

test('suggests nothing for an empty word', () => {
  expect(suggestChoice('', ['ab', '印', '/'])).toBe('');
});

describe('a path', () => {
  const paths = ['mihon-keikaku/sns', '/glossary/#dx', '/plans/mihon-keikaku/', '/indicators/mihon-keikaku/sns/'];

  test.each(['mihon-keikaku/zzz', '/glossary/#zz', '/indicators/mihon-keikaku/zzz', '/indicators/mihon-keikaku/zzz/'])(
    'with another part beside a long one has no suggestion: %s',
    (typed) => {
      expect(suggestChoice(typed, paths)).toBe('');
    },
  );

  test.each([
    ['mihon-kekaku/snss', 'mihon-keikaku/sns'],
    ['/glossary/#dxx', '/glossary/#dx'],
    ['/plan/mihon-keikaku', '/plans/mihon-keikaku/'],
    ['indicators/mihon-keikaku/sns', '/indicators/mihon-keikaku/sns/'],
  ])('with misspelt parts suggests the right one: %s', (typed, meant) => {
    expect(suggestChoice(typed, paths)).toBe(meant);
  });
});

test.each([
  ['mytown-kankou', ''],
  ['mytown-kikaki', 'mytown-kikaku'],
])('the part of an id after a long one is compared by itself: %s', (typed, meant) => {
  expect(suggestChoice(typed, ['mytown-kikaku'])).toBe(meant);
});

test('reads the choices only once', () => {
  let looked = 0;
  const choices = {
    *[Symbol.iterator]() {
      looked++;
      yield* ['warabi', 'kashiwa'];
    },
  };
  const answers = ['warabbi', 'xyz', 'warabbi', 'xyz'].map((word) => suggestChoice(word, choices));
  expect(answers).toEqual(['warabi', '', 'warabi', '']);
  expect(looked).toBe(1);
});
