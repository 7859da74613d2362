import { describe, expect, test } from 'vitest';
import { listSiteDocuments } from '../../../../src/api/api-index.ts';
import { buildSiteFiles, openInMemory } from '../index-in-memory.ts';
import { openSiteData } from '../../../../src/site-data/open-site-data.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';
import { colloquialQuestions, unseenQuestions } from './colloquial-questions.ts';
import {
  controlQuestions,
  everydayQuestions,
  finalQuestions,
  initialQuestions,
  type SearchQuestion,
} from './plain-questions.ts';

/** Questions that were put down together, what is told of them, and how many must have a best page among the first three. */
interface Set {
  readonly title: string;
  readonly told: string;
  readonly asked: readonly SearchQuestion[];
  readonly least: number;
}

const SETS: readonly Set[] = [
  {
    title: 'Put down before the search was tuned',
    told: 'Nothing in the code knows a question. But who wrote the list of everyday words (`src/search/everyday/`) knew these.',
    asked: initialQuestions,
    least: 24,
  },
  {
    title: 'Put down when it was done',
    told: 'It was 10 then. Who made the list of everyday words longer afterwards knew these.',
    asked: controlQuestions,
    least: 8,
  },
  {
    title: 'Of everyday life, by somebody else',
    told: 'Before the list was made longer, and verbs counted less than nouns, it was 18. Who did that knew these, and chose some of the best pages after seeing what came.',
    asked: everydayQuestions,
    least: 24,
  },
  {
    title: 'Put down after that',
    told: 'Their best pages were chosen before they were asked. It was 10 then; the list was made longer again by somebody who knew these.',
    asked: finalQuestions,
    least: 10,
  },
  {
    title: 'In everyday words alone, by somebody who had not seen the search',
    told: 'The plans’ own words were avoided on purpose. It was 15 before the list was made three times as long by somebody who knew these.',
    asked: colloquialQuestions,
    least: 24,
  },
  {
    title: 'The other half of these, which nobody knew who worked on the search',
    told: 'Parted from the ones above by chance. **Asked once, unseen, it was 13**; by the shorter list before, 10. That tells what may be expected of a question that nobody thought of, in words that no plan uses. What stands here came after what was learnt from them: readings of further words, names of cities in kana, and words that were missing.',
    asked: unseenQuestions,
    least: 24,
  },
];

const HEADS = '| question | exact | the first three | best among them |\n|---|---|---|---|';

describe('the questions of residents', async () => {
  const siteData = openSiteData({ root: REPOSITORY_FOLDER });
  const all = listSiteDocuments(siteData);
  const index = await openInMemory(buildSiteFiles(siteData));

  /** A line of the table: what was asked, what came first, and whether the best is among it. */
  async function line({ asked, best }: SearchQuestion): Promise<{ row: string; isGood: boolean }> {
    const { exact, related } = await index.search(asked, { city: null, kind: null, theme: null });
    const first = [...exact, ...related].slice(0, 3).flatMap((document) => all[document] ?? []);
    const isGood = first.some(({ id }) => best.includes(id));
    const came = first.map(({ id, title }) => `${title.replaceAll('|', '/')} (\`${id}\`)`).join('; ');
    return { row: `| ${asked} | ${exact.length} | ${came} | ${isGood ? 'yes' : 'no'} |`, isGood };
  }

  test('name pages that there are', () => {
    const named = SETS.flatMap(({ asked }) => asked.flatMap(({ best }) => best));
    expect(named.filter((id) => !all.some((one) => one.id === id))).toEqual([]);
  });

  test('have the best page among the first three, as docs/search-questions.md tells', async () => {
    const tables = await Promise.all(
      SETS.map(async ({ title, told, asked, least }) => {
        const lines = await Promise.all(asked.map(line));
        const good = lines.filter(({ isGood }) => isGood).length;
        const head = `## ${title}: ${good} of ${lines.length}`;
        return {
          text: [head, told, [HEADS, ...lines.map(({ row }) => row)].join('\n')],
          enough: good >= least,
        };
      }),
    );
    expect(initialQuestions).toHaveLength(30);
    expect(tables.map(({ enough }) => enough)).toEqual(SETS.map(() => true));
    await expect(
      `${[
        '# Questions of residents',
        'What the search brings on the five plans, written by `tests/unit/search/query/search-relevance.test.ts`. The best pages were chosen by reading the plans and stand in `tests/unit/search/query/plain-questions.ts` and `colloquial.ts`. *exact* counts the documents that hold the question word for word.',
        ...tables.flatMap(({ text }) => text),
      ].join('\n\n')}\n`,
    ).toMatchFileSnapshot('../../../docs/search-questions.md');
  });
});
