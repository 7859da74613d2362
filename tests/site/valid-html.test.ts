import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { listPageFiles, readSiteFile, getBuiltSite, type BuiltSite } from './support/built-site.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Astro writes void elements and attributes in their short form, which HTML allows.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    // The codes of plan items are ids that begin with a digit, which HTML allows.
    'valid-id': ['error', { relaxed: true }],
    // Checkboxes of one name are the values of one parameter.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
    // Titles name the page, its plan and the site. They are longer than 70 characters, a limit for Latin letters.
    'long-title': 'off',
    // Scripts and styles come from the site itself, and its policy lists the checksums of those that it allows.
    'require-sri': 'off',
  },
});

describe.each(['root', 'mihon'] as const)('the HTML of the site “%s”', (name) => {
  let site: BuiltSite;
  beforeAll(() => {
    site = getBuiltSite(name);
  });

  test('is valid on every page', async () => {
    const faults: string[] = [];
    for (const file of listPageFiles(site)) {
      const { results } = await validator.validateString(readSiteFile(site, file), file);
      for (const { ruleId, line, column, message } of results.flatMap(({ messages }) => messages))
        faults.push(`${file}:${line}:${column} ${ruleId} ${message}`);
    }
    expect(faults).toEqual([]);
  });
});
