import { describe, expect, test } from 'vitest';
import { listSiteDocuments } from '../../../../src/api/api-index.ts';
import { buildSiteFiles, openInMemory } from '../index-in-memory.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';
import { colloquialQuestions, unseenQuestions } from './colloquial-questions.ts';
import {
  controlQuestions,
  everydayQuestions,
  finalQuestions,
  initialQuestions,
  type SearchQuestion,
} from './plain-questions.ts';

/** Questions written at the same time, a note on them, and how many must have a best page among the first three. */
interface QuestionSet {
  readonly title: string;
  readonly note: string;
  readonly questions: readonly SearchQuestion[];
  readonly minGood: number;
}

const SETS: readonly QuestionSet[] = [
  {
    title: 'Written before the search was tuned',
    note: 'The code contains no question. But the author of the everyday phrases (`data/everyday-phrases.csv`) knew these.',
    questions: initialQuestions,
    minGood: 24,
  },
  {
    title: 'Written when the search was finished',
    note: 'At that time 10 were good. The author of later everyday phrases knew these.',
    questions: controlQuestions,
    minGood: 8,
  },
  {
    title: 'Questions of everyday life by another author',
    note: 'Before further phrases were added, and verbs counted less than nouns, 18 were good. The author of these changes knew the questions, and chose some of the best pages after seeing the results.',
    questions: everydayQuestions,
    minGood: 24,
  },
  {
    title: 'Written after that',
    note: 'Their best pages were chosen before the first search. At that time 10 were good; the author of further phrases knew these.',
    questions: finalQuestions,
    minGood: 10,
  },
  {
    title: 'Only everyday words, by an author who had not seen the search',
    note: 'The questions avoid the words of the plans. 15 were good before the list of phrases became three times as long; its author knew these.',
    questions: colloquialQuestions,
    minGood: 24,
  },
  {
    title: 'The other half of these, unknown to the authors of the search',
    note: 'Separated from the questions above at random. **In the first search, unseen, 13 were good**; with the shorter list before, 10. That is what to expect of a new question in words that no plan uses. The results below include what was learned from them: readings of further words, names of cities in kana, and missing words.',
    questions: unseenQuestions,
    minGood: 24,
  },
];

const HEADS = '| question | exact | the first three | best among them |\n|---|---|---|---|';

describe('the questions of residents', async () => {
  const siteData = openSharedSite(REPOSITORY_FOLDER);
  const documents = listSiteDocuments(siteData);
  const index = await openInMemory(buildSiteFiles(siteData));

  /** Returns a line of the table: the question, its first results, and whether a best page is among them. */
  async function createLine({ asked, best }: SearchQuestion): Promise<{ row: string; isGood: boolean }> {
    const { exact, related } = await index.search(asked, { city: null, kind: null, theme: null });
    const first = [...exact, ...related].slice(0, 3).flatMap((document) => documents[document] ?? []);
    const isGood = first.some(({ id }) => best.includes(id));
    const titles = first.map(({ id, title }) => `${title.replaceAll('|', '/')} (\`${id}\`)`).join('; ');
    return { row: `| ${asked} | ${exact.length} | ${titles} | ${isGood ? 'yes' : 'no'} |`, isGood };
  }

  test('name existing documents as best pages', () => {
    const ids = SETS.flatMap(({ questions }) => questions.flatMap(({ best }) => best));
    expect(ids.filter((id) => !documents.some((document) => document.id === id))).toEqual([]);
  });

  test('have a best page among the first three, as docs/search-questions.md lists', async () => {
    const tables = await Promise.all(
      SETS.map(async ({ title, note, questions, minGood }) => {
        const lines = await Promise.all(questions.map(createLine));
        const good = lines.filter(({ isGood }) => isGood).length;
        const head = `## ${title}: ${good} of ${lines.length}`;
        return {
          text: [head, note, [HEADS, ...lines.map(({ row }) => row)].join('\n')],
          isEnough: good >= minGood,
        };
      }),
    );
    expect(initialQuestions).toHaveLength(30);
    expect(tables.map(({ isEnough }) => isEnough)).toEqual(SETS.map(() => true));
    await expect(
      `${[
        '# Questions of residents',
        'The results of the search on the five plans, written by `tests/unit/search/query/search-relevance.test.ts`. The best pages were chosen by reading the plans; they are in `plain-questions.ts` and `colloquial-questions.ts` beside that test. *exact* is the number of documents that contain the question word for word.',
        ...tables.flatMap(({ text }) => text),
      ].join('\n\n')}\n`,
    ).toMatchFileSnapshot('../../../../docs/search-questions.md');
  });
});
