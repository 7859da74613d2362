import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { chooseCoveringPages } from '../e2e/support/page-structure.ts';
import { isFull } from '../support/test-scope.ts';
import { listPageFiles, readSiteFile, getBuiltSite, SITE_NAMES } from './support/built-site.ts';

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
    // In Safari, a list whose items are flex or grid is a list only with this role.
    'no-redundant-role': ['error', { exclude: ['list'] }],
    // Titles name the page, its plan and the site. They are longer than 70 characters, a limit for Latin letters.
    'long-title': 'off',
    // Scripts and styles come from the site itself, and its policy lists the checksums of those that it allows.
    'require-sri': 'off',
  },
});

// Pages of one template have the same kinds of elements.
test(`the HTML is valid on ${isFull ? 'every page' : 'pages with every kind of element'}`, async () => {
  const faults: string[] = [];
  const pages = new Map(
    SITE_NAMES.map(getBuiltSite).flatMap((site) =>
      listPageFiles(site).map((file): [string, string] => [`${site.name}/${file}`, readSiteFile(site, file)]),
    ),
  );
  const covering = chooseCoveringPages(pages);
  for (const [file, html] of pages) {
    if (!isFull && !covering.has(file)) continue;
    const { results } = await validator.validateString(html, file);
    for (const { ruleId, line, column, message } of results.flatMap(({ messages }) => messages))
      faults.push(`${file}:${line}:${column} ${ruleId} ${message}`);
  }
  expect(pages.size).toBeGreaterThan(100);
  expect(faults).toEqual([]);
});
