import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  MAX_QUERY_LENGTH,
  parseSearchParams,
  formatSearchParams,
  type SearchParams,
} from '../../../../../src/components/search/browser/search-params.ts';

const nothing: SearchParams = { q: '', city: '', kind: '', theme: '', view: '', mark: '' };

test('an empty search has no query part in the URL', () => {
  expect(formatSearchParams(nothing)).toBe('');
  expect(formatSearchParams({ ...nothing, q: ' 　' })).toBe('');
});

test('the values are in the URL in a fixed order', () => {
  expect(
    formatSearchParams({
      q: '管理者 制度',
      city: 'warabi',
      kind: 'node',
      theme: '',
      view: 'kind',
      mark: '0',
    }),
  ).toBe('?q=%E7%AE%A1%E7%90%86%E8%80%85+%E5%88%B6%E5%BA%A6&city=warabi&kind=node&view=kind&mark=0');
});

test('a form sent without the script is read in the same way', () => {
  expect(parseSearchParams('?q=%E5%B8%82%E6%B0%91+SNS&city=&kind=&theme=&view=&utm=1')).toEqual({
    ...nothing,
    q: '市民 SNS',
  });
});

test('a line break in a URL separates words, like other white space', () => {
  expect(parseSearchParams('?q=%E5%B8%82%E6%B0%91%0D%0ASNS').q).toBe('市民 SNS');
});

test('bidi controls in a URL do not turn the sentence with the query around', () => {
  expect(parseSearchParams('?q=a%E2%80%AE%E2%81%A6b').q).toBe('a b');
});

test('the end of a very long query in a URL is ignored', () => {
  expect(parseSearchParams(`?q=${'市'.repeat(3000)}`).q).toBe('市'.repeat(MAX_QUERY_LENGTH));
});

test('every search is read back from its URL', () => {
  const value = fc.constantFrom('', 'kashiwa', '0');
  const others = fc.record({ city: value, kind: value, theme: value, view: value, mark: value });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), others, (text, rest) => {
      const asked = { q: text.trim(), ...rest };
      expect(parseSearchParams(formatSearchParams(asked))).toEqual(asked);
    }),
  );
});

test('a browser without the number of parameters (Chrome before 113, Safari before 17) has them in the URL, too', () => {
  const size = Object.getOwnPropertyDescriptor(URLSearchParams.prototype, 'size') ?? {};
  Reflect.deleteProperty(URLSearchParams.prototype, 'size');
  try {
    expect(formatSearchParams({ ...nothing, q: 'a' })).toBe('?q=a');
    expect(formatSearchParams(nothing)).toBe('');
  } finally {
    Object.defineProperty(URLSearchParams.prototype, 'size', size);
  }
});
