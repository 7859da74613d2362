import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { renderSheetPage, renderTerminalPage } from '../../../tools/take-screenshots.ts';

const problem: Diagnostic = {
  file: 'data/themes.csv',
  line: 2,
  column: 3,
  field: '名称',
  level: 'error',
  code: 'html-in-cell',
  message: '「<b>」があります。',
  hint: '消してください。',
};

describe('the picture of a sheet', () => {
  const html = renderSheetPage([
    { number: 1, cells: ['指標ID', '値'], isNew: false },
    { number: 7, cells: ['readers', '<b>'], isNew: true },
  ]);

  test('has a letter above each column and the number of each row', () => {
    expect(html).toContain('<th></th><th>A</th><th>B</th></tr>');
    expect(html).toContain('<th>7</th><td>readers</td>');
  });

  test('marks only new rows', () => {
    expect(html.match(/class="new"/g)).toHaveLength(1);
  });

  test('escapes cells', () => {
    expect(html).toContain('<td>&lt;b&gt;</td>');
  });
});

describe('the picture of a terminal', () => {
  const html = renderTerminalPage('npm run check', [problem], () => 'a,<b>広場</b>');

  test('shows the command, the quoted line and the count', () => {
    expect(html).toContain('$ npm run check\n');
    expect(html).toContain('a,&lt;b&gt;広場&lt;/b&gt;');
    expect(html).toContain('まちがい 1件、注意 0件');
  });

  test('has the colours of a terminal', () => {
    expect(html).toContain('<span class="bold">data/themes.csv:2:3</span>');
    expect(html).toContain('<span class="red">まちがい</span>');
    expect(html).toContain('<span class="dim">[html-in-cell]</span>');
  });

  test('contains no private characters', () => {
    expect(html).not.toMatch(/[\ue000-\uf8ff]/);
  });
});
