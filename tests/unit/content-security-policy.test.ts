import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../src/content-security-policy.ts';

test('the policy lets a page load, send and run only what is of its own site', () => {
  const { directives, scriptDirective, styleDirective } = contentSecurityPolicy;
  const rules = [
    ...directives,
    `script-src ${scriptDirective.resources.join(' ')}`,
    `style-src ${styleDirective.resources.join(' ')}`,
  ].map((rule) => rule.split(' '));
  const isOwn = ([, ...sources]: readonly string[]) => sources.every((one) => one === "'self'" || one === "'none'");
  expect(rules.filter((rule) => !isOwn(rule))).toEqual([['img-src', "'self'", 'data:']]);
  expect(rules.map(([name]) => name)).toEqual(
    expect.arrayContaining(['default-src', 'connect-src', 'form-action', 'base-uri', 'object-src']),
  );
});
