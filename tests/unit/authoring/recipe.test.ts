import { describe, expect, test } from 'vitest';
import { readExistingRecords } from '../../../src/authoring/existing-records.ts';
import {
  createCellField,
  createTextField,
  describeIssue,
  type RecipeAnswers,
  type RecipeField,
  collectAnswers,
} from '../../../src/authoring/recipe.ts';
import { createIssue } from '../../../src/diagnostics/diagnostic.ts';
import { indicatorsTable } from '../../../src/tables/indicators.ts';
import { createMemoryFolder } from '../../support/fixture-site.ts';

const known = readExistingRecords(createMemoryFolder({}));
const short = { validate: (text: string) => (text.length > 3 ? `「${text}」は長すぎます。` : null) };
const FIELDS: readonly RecipeField[] = [
  createTextField('name', '名前', 'must', short),
  createTextField('nick', 'よび名', 'may', { getDefault: (answers) => answers.name ?? '' }),
  createTextField('colour', '色', 'may'),
  createTextField('shade', '濃さ', 'must', { isNeeded: (answers) => (answers.colour ?? '') !== '' }),
  createTextField('rare', 'めったに要らないもの', 'flag'),
];

/** Returns the collected values and the questions if a person enters these answers. */
async function asked(given: RecipeAnswers, ...typed: string[]) {
  const questions: string[] = [];
  const answers = await collectAnswers(FIELDS, 'id', given, known, (question) => {
    questions.push(question);
    return Promise.resolve(typed.shift() ?? '');
  });
  return { answers, questions };
}
const unasked = (given: RecipeAnswers) => collectAnswers(FIELDS, 'id', given, known, null);

test('an issue of a long answer quotes its beginning', () => {
  expect(describeIssue(createIssue('bad-slug', { value: 'あ'.repeat(501) }))).toMatch(/^「あ{500}…」/);
});

test('a field for a column accepts a value that the check would only warn of', () => {
  const field = createCellField(indicatorsTable, 'to', '目標値の時点', 'may');
  expect(field.validate('平成33年度', known)).toBeNull();
  expect(field.validate('いつか', known)).toContain('いつか');
});

describe('without a person to answer', () => {
  test('all missing and all invalid options are reported together', async () => {
    await expect(unasked({ colour: '赤' })).rejects.toThrow(
      '--name（名前）がありません。\n--shade（濃さ）がありません。',
    );
    await expect(unasked({ name: 'ながい名前' })).rejects.toThrow('--name: 「ながい名前」は長すぎます。');
  });

  test('an invalid option is not also reported as missing', async () => {
    await expect(unasked({ name: 'ながい名前' })).rejects.toThrow(/^--name: 「ながい名前」は長すぎます。$/);
  });

  test('values that follow from others are filled in', async () => {
    expect(await unasked({ name: 'あ' })).toEqual({ name: 'あ', nick: 'あ' });
  });

  test('an option that has no effect here is refused', async () => {
    await expect(unasked({ name: 'あ', shade: '濃い' })).rejects.toThrow('--shade');
  });

  test('an empty option is a missing option', async () => {
    await expect(unasked({ name: ' ' })).rejects.toThrow('--name（名前）がありません。');
  });
});

describe('with a person who answers', () => {
  test('there are questions only for missing options', async () => {
    const { answers, questions } = await asked({ nick: 'い' }, 'あ', '');
    expect([answers, questions]).toEqual([
      { name: 'あ', nick: 'い', colour: '' },
      ['名前: ', '色（なければ Enter）: '],
    ]);
  });

  test('an empty answer accepts the default', async () => {
    const { answers, questions } = await asked({ name: 'あ' }, '', '');
    expect([answers.nick, questions[0]]).toEqual(['あ', 'よび名［あ］: ']);
  });

  test('an invalid answer is reported, and the question repeats', async () => {
    const { answers, questions } = await asked({ nick: 'い' }, '', 'ながい名前', 'あ');
    expect([answers.name, questions.slice(0, 3)]).toEqual([
      'あ',
      ['名前: ', '  「名前」には必ず答えてください。\n名前: ', '  「ながい名前」は長すぎます。\n名前: '],
    ]);
  });

  test('an invalid option is reported, and a question asks for it', async () => {
    const { answers, questions } = await asked({ name: 'ながい名前', nick: 'い' }, 'あ');
    expect([answers.name, questions[0]]).toEqual(['あ', '  「ながい名前」は長すぎます。\n名前: ']);
  });

  test('a question that depends on an answer comes after it', async () => {
    expect((await asked({ name: 'あ', nick: 'い' }, '赤', '濃い')).answers).toMatchObject({ shade: '濃い' });
  });
});
