import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { chooseCoveringPages } from '../e2e/support/page-structure.ts';
import { isFull } from '../support/test-scope.ts';
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

  // Pages of one template have the same kinds of elements.
  test(isFull ? 'is valid on every page' : 'is valid on pages with every kind of element', async () => {
    const faults: string[] = [];
    const pages = new Map(listPageFiles(site).map((file) => [file, readSiteFile(site, file)]));
    const covering = chooseCoveringPages(pages);
    for (const [file, html] of pages) {
      if (!isFull && !covering.has(file)) continue;
      const { results } = await validator.validateString(html, file);
      for (const { ruleId, line, column, message } of results.flatMap(({ messages }) => messages))
        faults.push(`${file}:${line}:${column} ${ruleId} ${message}`);
    }
    expect(faults).toEqual([]);
  });
});
