import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { Diagnostic, replaceControls } from '../../../src/diagnostics/diagnostic.ts';
import {
  formatGithubAnnotations,
  formatDiagnosticsJson,
  formatDiagnosticGroups,
  formatDiagnostics,
  createExcerpt,
} from '../../../src/diagnostics/format-diagnostics.ts';

const one: Diagnostic = {
  file: 'data/themes.csv',
  line: 2,
  column: 5,
  field: '名称',
  level: 'error',
  code: 'empty-cell',
  message: '「名称」が空です。',
  hint: '「名称」には必ず値を書いてください。',
};
const warning: Diagnostic = { ...one, line: 1, level: 'warning', field: '' };

function many(count: number): Diagnostic[] {
  return Array.from({ length: count }, (_, at) => ({ ...one, line: at + 1 }));
}

const formatGroups = (diagnostics: readonly Diagnostic[]) =>
  formatDiagnosticGroups(diagnostics, { getLine: () => undefined, paint: (_style, text) => text, width: 80 });

const manyDifferent = (count: number) => many(count).map((each) => ({ ...each, message: `${each.line}` }));

describe('the text form', () => {
  test('contains location, message and fix', () => {
    expect(formatDiagnostics([one])).toBe(
      [
        'data/themes.csv:2:5 「名称」',
        '  まちがい: 「名称」が空です。',
        '  → 「名称」には必ず値を書いてください。 [empty-cell]',
        'まちがい 1件、注意 0件',
        '',
      ].join('\n'),
    );
  });

  test('labels a warning', () => {
    expect(formatDiagnostics([warning])).toContain('  注意: ');
  });

  test('names no field for an issue of a whole row', () => {
    expect(formatDiagnostics([warning]).split('\n')[0]).toBe('data/themes.csv:1:5');
  });

  test('shows at most 100 different diagnostics', () => {
    expect(formatDiagnostics(manyDifferent(250)).match(/まちがい: /g)).toHaveLength(100);
  });

  test('contains the number of those not shown', () => {
    expect(formatDiagnostics(manyDifferent(250))).toContain('ほかに150件あります。');
  });

  test('shows every error in its order, and fewer warnings', () => {
    const warnings = manyDifferent(250).map((each) => ({ ...each, level: 'warning' as const }));
    const text = formatDiagnostics([...warnings, { ...one, line: 300 }]);
    expect(text.match(/注意: /g)).toHaveLength(100 - 1);
    expect(text).toMatch(/data\/themes\.csv:300:5 「名称」\n {2}まちがい: .*\n.*\nほかに151件あります。/);
  });

  test('shows exactly 100 without that number', () => {
    expect(formatDiagnostics(manyDifferent(100))).not.toContain('ほかに');
  });

  test('contains the same sentences up to three times', () => {
    expect(formatDiagnostics(many(3)).match(/まちがい: /g)).toHaveLength(3);
  });

  test('contains the same sentences of more than three once, with the other locations', () => {
    const reference = { ...one, file: 'data/changes.csv', message: '「mihon」という出典IDがありません。' };
    const text = formatDiagnostics([reference, ...many(13)]);
    expect(text.match(/まちがい: /g)).toHaveLength(2);
    expect(text).toMatch(/ {2}同じ問題 \[empty-cell\] が、ほかに12件あります: data\/themes\.csv:2:5、.+:11:5 など\n/);
    expect(text).toContain('まちがい 14件、注意 0件\n');
  });

  test('counts all of them', () => {
    expect(formatDiagnostics([...many(250), warning])).toContain('まちがい 250件、注意 1件\n');
  });

  test('counts none in an empty list', () => {
    expect(formatDiagnostics([])).toBe('まちがい 0件、注意 0件\n');
  });
});

describe('the text form in groups', () => {
  test('contains errors first, wherever they are', () => {
    const text = formatGroups([warning, { ...one, line: 9 }]);
    expect(text.indexOf('まちがい: ')).toBeLessThan(text.indexOf('注意: '));
    expect(text).toContain('まちがい 1件、注意 1件\n');
  });

  test('contains the first diagnostics of a code, and the locations of the others', () => {
    const text = formatGroups([...manyDifferent(30), warning]);
    expect(text.match(/まちがい: /g)).toHaveLength(3);
    expect(text).toMatch(/ {2}同じ問題 \[empty-cell\] が、ほかに27件あります: data\/themes\.csv:4:5、.+:13:5 など\n/);
    expect(text).toContain('まちがい 30件、注意 1件\n');
  });

  test('contains the same sentences once', () => {
    const text = formatGroups(many(3));
    expect(text.match(/まちがい: /g)).toHaveLength(1);
    expect(text).toContain('ほかに2件あります: data/themes.csv:2:5、data/themes.csv:3:5\n');
  });
});

describe('the text form with lines of the files', () => {
  const look = {
    getLine: (_file: string, line: number) => (line === 2 ? '見本,デジ' : undefined),
    paint: (style: string, text: string) => `<${style}>${text}</${style}>`,
    width: 80,
  };

  test('quotes the line, with a caret under the column', () => {
    const plain = { ...look, paint: (_style: string, text: string) => text };
    expect(
      formatDiagnostics([{ ...one, column: 4 }], plain)
        .split('\n')
        .slice(1, 3),
    ).toEqual(['  2 | 見本,デジ', '    |      ^']);
  });

  test('paints errors and warnings in different colours', () => {
    expect([formatDiagnostics([one], look), formatDiagnostics([warning], look)]).toEqual([
      expect.stringContaining('<red>まちがい</red>') as string,
      expect.stringContaining('<yellow>注意</yellow>') as string,
    ]);
  });

  test('quotes nothing if the file has no such line', () => {
    expect(formatDiagnostics([{ ...one, line: 9 }], look)).not.toContain('^');
  });

  test('names a cell of an Excel file by its reference', () => {
    expect(formatDiagnostics([{ ...one, file: 'a.xlsx', line: 5, column: 3 }]).split('\n')[0]).toBe(
      'a.xlsx:C5 「名称」',
    );
  });
});

describe('the JSON form', () => {
  test('is one array with all diagnostics', () => {
    expect(JSON.parse(formatDiagnosticsJson(many(250)))).toHaveLength(250);
  });

  test('has the fields of the schema and no others', () => {
    expect(JSON.parse(formatDiagnosticsJson([one]))).toEqual([one]);
  });

  test('is an empty array for no diagnostics', () => {
    expect(formatDiagnosticsJson([])).toBe('[]\n');
  });

  test('is sorted by location', () => {
    const printed = Diagnostic.array().parse(JSON.parse(formatDiagnosticsJson([one, warning])));
    expect(printed.map(({ line }) => line)).toEqual([1, 2]);
  });
});

describe('the form for GitHub', () => {
  test('is one workflow command per line', () => {
    expect(formatGithubAnnotations([one])).toBe(
      '::error file=data/themes.csv,line=2,col=5,title=empty-cell::「名称」が空です。 「名称」には必ず値を書いてください。\n',
    );
  });

  test('escapes line breaks and percent signs of the message', () => {
    expect(formatGithubAnnotations([{ ...one, message: '80%\r\n以上', hint: '' }])).toContain('::80%25%0D%0A以上 \n');
  });

  test('has no character that controls a terminal', () => {
    const text = formatGithubAnnotations([{ ...one, file: 'data/\u001b[31m.csv', message: '\u001b]0;市\u0007\u202e' }]);
    expect(text).toMatch(/^::error file=data\/␛\[31m\.csv,.*::␛\]0;市␇ /);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });

  test('escapes colons and commas of the file name', () => {
    expect(formatGithubAnnotations([{ ...one, file: 'data/a,b:c.csv' }])).toContain('file=data/a%2Cb%3Ac.csv,');
  });

  test('does not change colons and commas of the message', () => {
    expect(formatGithubAnnotations([{ ...one, message: 'a:b,c' }])).toContain('::a:b,c ');
  });

  test('is empty for no diagnostics', () => {
    expect(formatGithubAnnotations([])).toBe('');
  });
});

test.each([formatDiagnostics, formatGroups, formatDiagnosticsJson, formatGithubAnnotations])(
  'the form %# is in the order of locations',
  (format) => {
    expect(format(many(3).toReversed())).toBe(format(many(3)));
  },
);

/** Returns the character above the caret. */
function above({ text, indent }: ReturnType<typeof createExcerpt>): string {
  let width = 0;
  for (const character of text) {
    if (width === indent.length) return character;
    width += stringWidth(character);
  }
  return '';
}

describe('an excerpt', () => {
  test('of a short line is the line', () => {
    expect(createExcerpt('a,b,c', 3, 80)).toEqual({ text: 'a,b,c', indent: '  ' });
  });

  test('counts two cells for a full-width character', () => {
    expect(createExcerpt('見本,b', 4, 80).indent).toHaveLength(5);
  });

  test('points after the line if its last cell is empty', () => {
    expect(createExcerpt('見本,', 4, 80)).toEqual({ text: '見本,', indent: '     ' });
  });

  test('counts a character of two code units once', () => {
    expect(above(createExcerpt('𠮷野家,x', 5, 80))).toBe('x');
  });

  test('of a long line shows the column, cut at both sides', () => {
    const line = `${'あ'.repeat(100)}X${'い'.repeat(100)}`;
    const cut = createExcerpt(line, 101, 60);
    expect([above(cut), cut.text.startsWith('...'), cut.text.endsWith('...')]).toEqual(['X', true, true]);
  });

  test.each([1, 40, 101, 160, 200])('fits into the width with column %i', (column) => {
    expect(stringWidth(createExcerpt('漢a'.repeat(100), column, 60).text)).toBeLessThanOrEqual(60);
  });

  test('of a long line is cut only at its end if the column is at its beginning', () => {
    expect(createExcerpt('a'.repeat(100), 1, 20)).toEqual({ text: `${'a'.repeat(14)}...`, indent: '' });
  });

  test('reads only what is near the column, also of characters without a width', () => {
    expect(createExcerpt(`か${'\u0301'.repeat(10_000)},b`, 1, 60).text.length).toBeLessThan(2000);
    expect(above(createExcerpt(`${'𠮷'.repeat(1_000_000)}x${'あ'.repeat(1_000_000)}`, 1_000_001, 60))).toBe('x');
  });
});

describe('the printed text', () => {
  test('can’t control the terminal', () => {
    expect(replaceControls('\u001b[31m\u0007\u007f\u0085')).toBe('␛[31m␇␡\ufffd');
  });

  test('can’t change the direction of writing', () => {
    expect(replaceControls('a\u202eb')).toBe('ab');
  });

  test('has one sign for a line break', () => {
    expect(['a\nb', 'a\rb', 'a\r\nb'].map(replaceControls)).toEqual(['a⏎b', 'a⏎b', 'a⏎b']);
  });

  test('has a space for a tab', () => {
    expect(replaceControls('a\tb')).toBe('a b');
  });
});
