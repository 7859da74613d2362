import { describe, expect, test } from 'vitest';
import { MAX_SETTINGS_LENGTH, MAX_TEXT_BYTES } from '../../../src/model/input-limits.ts';
import { renderPng } from '../../../src/open-data/render-png.ts';
import { editFixtureFile, validateFixture, formatFixtureDiagnostics } from '../../support/fixture-site.ts';

const FILE = 'site.config.json';

describe('the settings of a site', () => {
  test('must be there', () => {
    expect(formatFixtureDiagnostics({ [FILE]: null })).toEqual(['missing-file 1:1']);
  });

  test('are reported at the location of an error in their JSON', () => {
    expect(formatFixtureDiagnostics(editFixtureFile(FILE, '"base": "/",', '"base": "/"'))).toEqual(['bad-json 6:3']);
  });

  test.each(['[]', '"見本"', '1'])('are written in braces, not as %s', (text) => {
    const [problem] = validateFixture({ [FILE]: text });
    expect(problem).toMatchObject({ code: 'bad-key', line: 1 });
    expect(problem?.hint).toContain('{ }');
  });

  test.each([
    ['too long', MAX_SETTINGS_LENGTH, '20,000字'],
    ['larger than any text, which is not even decoded', MAX_TEXT_BYTES, '1 MB'],
  ])('may not be %s', (_what, length, limit) => {
    const files = editFixtureFile(FILE, '"contact": ""', `"contact": ""${' '.repeat(length)}`);
    const problems = validateFixture(files);
    expect(problems).toMatchObject([{ code: 'over-limit', line: 1, column: 1 }]);
    expect(problems[0]?.message).toContain(limit);
  });

  test.each([
    ['', 'site'],
    [', also with an escape', 's\\u0069te'],
  ])('may not be there twice, because only the last one would count%s', (_how, key) => {
    const files = editFixtureFile(FILE, '"base": "/",', `"base": "/",\n  "${key}": "https://b.example",`);
    expect(validateFixture(files)).toMatchObject([
      {
        line: 6,
        column: 3,
        message: '「site」の値「https://b.example」は使えません。',
        hint: '同じ設定が4行めにもあります。どちらか1つにしてください。',
      },
    ]);
  });

  test('are reported once if a group of them is there twice', () => {
    const files = editFixtureFile(FILE, '"base": "/",', '"base": "/",\n  "colours": { "theme": "#115a36" },');
    expect(formatFixtureDiagnostics(files)).toEqual([expect.stringMatching(/^bad-key \d+:3 colours$/)]);
  });

  test('call only made-up municipalities fictional', () => {
    const renumber = (code: string) => editFixtureFile('data/municipalities.csv', '990019', code);
    expect(formatFixtureDiagnostics(renumber('990027'))).toEqual([]);
    const real = renumber('112232');
    expect(formatFixtureDiagnostics(real)).toContain('sample-setting 14:3 fictional');
    const config = editFixtureFile(FILE, '"fictional": true', '"fictional": false');
    expect(formatFixtureDiagnostics({ ...real, ...config }).join()).not.toContain('fictional');
  });

  test.each([
    ['2026-11-19', ['security-expired 12:61 security.expires']],
    ['2026-11-20', []],
  ])('may not have an end of the security contact before the latest day of changes: %s', (day, reported) => {
    const security = `"security": { "contact": "mailto:security@mihon.example", "expires": "${day}" }`;
    const files = editFixtureFile(FILE, '"fictional": true', `"fictional": true,\n  ${security}`);
    expect(formatFixtureDiagnostics(files).map((one) => one.replace(/\d+:\d+/, '12:61'))).toEqual(reported);
  });

  test('that are true or false say that they have no quotes', () => {
    const [problem] = validateFixture(editFixtureFile(FILE, '"fictional": true', '"fictional": "true"'));
    expect(problem?.hint).toContain('" で囲まずに');
  });

  test('may not contain invisible characters or line breaks, whatever else is expected', () => {
    for (const character of ['\\u200b', '\\n', '\\t', '\\r\\n'])
      expect(validateFixture(editFixtureFile(FILE, '"contact": ""', `"contact": "広報${character}課"`))).toMatchObject([
        { code: 'bad-key', field: 'contact', hint: '目に見えない文字や改行を消してください。' },
      ]);
  });

  test.each([
    'koho@city.mytown.example',
    'mailto:koho@city.mytown.example',
    'https://a.example/@mytown',
    '企画課 内線12',
  ])('may have the contact %s', (contact) => {
    expect(formatFixtureDiagnostics(editFixtureFile(FILE, '"contact": ""', `"contact": "${contact}"`))).toEqual([]);
  });

  test('may begin with a byte order mark', () => {
    const files = editFixtureFile(FILE, '{\n  "name"', '\ufeff{\n  "name"');
    expect(formatFixtureDiagnostics(files)).toEqual([]);
  });

  test.each([
    ['"site": "https://mihon.example"', '"site": "mihon.example"', 'bad-key 4:3 site'],
    ['"site": "https://mihon.example"', '"site": "https://mihon.example/plans/"', 'bad-key 4:3 site'],
    ['"site": "https://mihon.example"', '"site": "https://mihon.example/?a"', 'bad-key 4:3 site'],
    [
      '"url": "https://creativecommons.org/licenses/by/4.0/deed.ja"',
      '"url": "javascript:alert(1)"',
      'bad-key 11:5 licence.url',
    ],
    ['"base": "/"', '"base": "plans"', 'bad-key 5:3 base'],
    ['"base": "/"', '"base": "/", "feedIdBase": "https://mihon.example"', 'bad-key 5:16 feedIdBase'],
    ['"base": "/"', '"base": "/", "feedIdBase": "https://mihon.example/?a/"', 'bad-key 5:16 feedIdBase'],
    ['"id": "CC-BY-4.0"', '"id": ""', 'bad-key 9:5 licence.id'],
    ['"theme": "#115a36"', '"theme": "green"', 'bad-key 13:16 colours.theme'],
    ['"fictional": true', '"fictional": "はい"', 'bad-key 14:3 fictional'],
    [
      '"theme": "#115a36"',
      '"theme": "#115a36", "brand": { "light": "#115a36" }',
      'missing-key 13:36 colours.brand.dark',
    ],
    [
      '"theme": "#115a36"',
      '"theme": "#115a36", "brand": { "light": "#ffe", "dark": "#71c598" }',
      'bad-key 13:47 colours.brand.light',
    ],
    [
      '"theme": "#115a36"',
      '"theme": "#115a36", "brand": { "light": "#71c598", "dark": "#115a36" }',
      'low-contrast 13:47 colours.brand.light',
      'low-contrast 13:67 colours.brand.dark',
    ],
    ['"contact": ""', '"contact": "koho@city,mytown"', 'bad-key 7:3 contact'],
    ['"contact": ""', '"contact": "mailto:koho＠city.mytown.example"', 'bad-key 7:3 contact'],
    ['"contact": ""', '"contact": "", "logo": "logo.svg"', 'bad-key 7:18 logo'],
    ['"contact": ""', '"contact": "", "logo": "content/../logo.png"', 'bad-key 7:18 logo'],
    ['"contact": ""', '"contact": "", "logo": "content/none.png"', 'bad-key 7:18 logo'],
    ['  "publisher": "見本ひろば",\n', '', 'missing-key 1:1 publisher'],
    ['"name": "見本ひろば",', '"coverage": "\\"name\\": {",', 'missing-key 1:1 name'],
    ['"name": "クリエイティブ・コモンズ 表示 4.0 国際"', '"name": ""', 'bad-key 10:5 licence.name'],
    ['"publisher": "見本ひろば"', '"publisher": "　"', 'bad-key 6:3 publisher'],
  ])('are refused in a wrong form: %s → %s', (from, to, ...problems) => {
    expect(formatFixtureDiagnostics(editFixtureFile(FILE, from, to))).toEqual(problems);
  });

  test('may name a PNG as the logo of the site, and nothing else', () => {
    const picture = renderPng(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    );
    const files = editFixtureFile(FILE, '"contact": ""', '"contact": "", "logo": "content/logo.png"');
    const large = Buffer.concat([picture, Buffer.alloc(100 * 1024)]);
    expect(formatFixtureDiagnostics({ ...files, 'content/logo.png': picture })).toEqual([]);
    for (const [bytes, what] of [
      [large, 'この絵は 101 KiB あり、大きすぎます。'],
      ['<svg></svg>', 'このファイルは PNG ではありません。'],
      [null, 'このファイルがありません。'],
    ] as const) {
      const [problem, ...others] = validateFixture({ ...files, 'content/logo.png': bytes });
      expect(others).toEqual([]);
      expect(problem).toMatchObject({ code: 'bad-key', field: 'logo' });
      expect(problem?.hint.startsWith(what)).toBe(true);
    }
  });

  test('may not contain an unknown setting; the diagnostic suggests the intended setting', () => {
    const [problem] = validateFixture(editFixtureFile(FILE, '"contact"', '"contacts"')).filter(
      ({ code }) => code === 'unknown-key',
    );
    expect(problem).toMatchObject({ field: 'contacts', line: 7, hint: '「contact」ではありませんか。' });
  });

  test('suggest the keys of the object that contains an unknown one', () => {
    const [problem] = validateFixture(editFixtureFile(FILE, '{ "theme"', '{ "base": 1, "theme"'));
    expect(problem).toMatchObject({
      field: 'colours.base',
      line: 13,
      column: 16,
      hint: '使える名前は theme、brand です。',
    });
  });

  test('are explained in Japanese', () => {
    const [problem] = validateFixture(editFixtureFile(FILE, '"base": "/"', '"base": "plans"'));
    expect(problem).toMatchObject({
      message: '「base」の値「plans」は使えません。',
      hint: '/ か、/plans/ のように / で始まって / で終わる半角のパスを書いてください。',
    });
  });
});

describe('the languages of a site', () => {
  const withEnglish = (english: string) =>
    editFixtureFile(FILE, '"base": "/"', `"base": "/",\n  "english": ${english}`);
  const licence = '{ "name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/" }';

  test('may be Japanese and English', () => {
    const files = withEnglish(`{ "name": "Mihon", "description": "A town.", "licence": ${licence} }`);
    expect(formatFixtureDiagnostics(files)).not.toContainEqual(expect.stringMatching(/bad-key|unknown-key/));
  });

  test.each([
    ['true', 'bad-key 6:3 english'],
    [`{ "name": "Mihon", "licence": ${licence} }`, 'missing-key 6:3 english.description'],
    [`{ "name": "", "description": "A town.", "licence": ${licence} }`, 'bad-key 6:16 english.name'],
    ['{ "name": "Mihon", "description": "A town.", "licence": "CC" }', 'bad-key 6:59 english.licence'],
    [`{ "title": "", "name": "M", "description": "A", "licence": ${licence} }`, 'unknown-key 6:16 english.title'],
  ])('may not be %s', (english, ...problems) => {
    expect(formatFixtureDiagnostics(withEnglish(english))).toEqual(problems);
  });

  test('say in Japanese what belongs to them', () => {
    const [problem] = validateFixture(withEnglish('true'));
    expect(problem?.hint).toContain('英語のページをつくらないなら、english は書きません。');
  });
});

describe('where to report a vulnerability', () => {
  const withSecurity = (security: string) =>
    editFixtureFile(FILE, '"base": "/"', `"base": "/",\n  "security": ${security}`);

  test.each(['mailto:anzen@mihon.example', 'https://mihon.example/report/?a=b', 'tel:+81-3-0000-0000'])(
    'may be %s',
    (contact) => {
      const files = withSecurity(`{ "contact": "${contact}", "expires": "2027-03-31" }`);
      expect(formatFixtureDiagnostics(files)).toEqual([]);
    },
  );

  test.each([
    ['{ "contact": "anzen@mihon.example", "expires": "2027-03-31" }', '6:17 security.contact'],
    ['{ "contact": "http://mihon.example/", "expires": "2027-03-31" }', '6:17 security.contact'],
    ['{ "contact": "javascript:alert(1)", "expires": "2027-03-31" }', '6:17 security.contact'],
    ['{ "contact": "mailto:a@b.example\\nExpires: 2099", "expires": "2027-03-31" }', '6:17 security.contact'],
    ['{ "contact": "mailto:", "expires": "2027-03-31" }', '6:17 security.contact'],
    ['{ "contact": "mailto:a@b.example", "expires": "2027-02-30" }', '6:50 security.expires'],
    ['{ "contact": "mailto:a@b.example", "expires": "令和9年3月31日" }', '6:50 security.expires'],
    ['""', '6:3 security'],
  ])('may not be %s', (security, location) => {
    expect(formatFixtureDiagnostics(withSecurity(security))).toEqual([`bad-key ${location}`]);
  });

  test('needs its last day', () => {
    const files = withSecurity('{ "contact": "mailto:a@b.example" }');
    expect(formatFixtureDiagnostics(files)).toEqual(['missing-key 6:3 security.expires']);
  });
});
