import { expect, test } from 'vitest';
import { formatContentSecurityPolicy } from '../../src/content-security-policy.ts';

const listForeignRules = (policy: string) =>
  policy
    .split(';')
    .map((rule) => rule.split(' '))
    .filter(([, ...sources]) => !sources.every((one) => one === "'self'" || one === "'none'"));

test('the policy lets a page load, send and run only what is of its own site', () => {
  expect(listForeignRules(formatContentSecurityPolicy())).toEqual([['img-src', "'self'", 'data:']]);
  const names = formatContentSecurityPolicy()
    .split(';')
    .map((rule) => rule.split(' ')[0]);
  expect(names).toEqual(
    expect.arrayContaining(['default-src', 'connect-src', 'form-action', 'base-uri', 'object-src', 'script-src']),
  );
});

test('the policy of a page with WebAssembly also allows WebAssembly, and nothing else', () => {
  expect(listForeignRules(formatContentSecurityPolicy(true))).toEqual([
    ['img-src', "'self'", 'data:'],
    ['script-src', "'self'", "'wasm-unsafe-eval'"],
  ]);
});
