import { describe, expect, test } from 'vitest';
import { openPortal } from '../../../src/portal/open.ts';
import { buildIndex } from '../../../src/search/build/build.ts';
import { documents, type Document } from '../../../src/search/documents.ts';
import { openIndex } from '../../../src/search/reader.ts';
import type { Filters } from '../../../src/search/results.ts';
import { indexOf } from '../../../src/search/source.ts';
import { ROOT } from '../../support/modules.ts';
import { keep, loadFrom } from './memory.ts';
import { control, questions } from './questions.ts';

const NO_FILTERS: Filters = { city: null, kind: null, theme: null };
const kin = {
  spellings: [['子ども', '子供', 'こども']],
  everyday: [['逃げ', '避難']],
  topics: [['ごみ・資源', 'リサイクル']],
};

/** An index of documents that have these titles and nothing else. */
async function of(...titles: readonly string[]) {
  const all = titles.map((title, place): Document => ({
    id: String(place),
    kind: 'node',
    plan: null,
    municipality: place % 2 === 0 ? 'even' : 'odd',
    themes: [],
    url: `/${place}/`,
    title,
    text: '',
  }));
  const index = await openIndex(loadFrom(keep(buildIndex(all, { version: 'v', kin, names: new Map() }))));
  return async (query: string, filters = NO_FILTERS) => {
    const { exact, related, alsoSearched } = await index.search(query, filters);
    const shown = (list: readonly number[]) => list.map((place) => titles[place]);
    return { exact: shown(exact), related: shown(related), alsoSearched };
  };
}

describe('what is written in another way is related, and says by which words it came', () => {
  test.each([
    ['サーバー', 'サーバの更新', 'サーバ'],
    ['ワーク・ライフ', 'ワークライフの両立', 'ワークライフ'],
    ['ゴミ', 'ごみを減らす', 'ごみ'],
    ['ごみ', 'ゴミを減らす', 'ゴミ'],
    ['斎藤', '斉藤さんの店', '斉藤'],
    ['学校', '古い學校', '學校'],
    ['1,000', '1000の声', '1000'],
    ['5000', '5,000の家', '5,000'],
    ['子ども', '子供の声', '子供'],
    ['逃げたい', '避難の備え', '避難'],
    ['資源', 'リサイクルの推進', 'リサイクル'],
  ])('%s finds %s', async (query, title, word) => {
    const ask = await of(title, '道路の工事');
    expect(await ask(query)).toEqual({ exact: [], related: [title], alsoSearched: [word] });
  });
});

test('parts of a question find what holds most of them, first', async () => {
  const ask = await of('窓口の案内', '市役所の案内', '市役所と窓口', '道路');
  const { exact, related } = await ask('市役所の窓口');
  expect([exact, related[0]]).toEqual([[], '市役所と窓口']);
});

test.each([
  ['指定官理者制度', 'a character that is wrong'],
  ['指定理者制度', 'one left out'],
  ['指定管理理者制度', 'one put in'],
])('%s finds 指定管理者制度 (%s)', async (query) => {
  const ask = await of('指定管理者制度', '管理職の研修', '制度の説明');
  expect((await ask(query)).related).toContain('指定管理者制度');
});

test('enough exact results stand alone', async () => {
  const ask = await of('サーバ1', 'サーバ2', 'サーバ3', 'サーバ4', 'サーバ5', 'サーバー室');
  expect((await ask('サーバ')).related).toEqual([]);
  expect((await ask('サーバー')).related).toHaveLength(5);
});

test('no document is both exact and related, and filters hold for both', async () => {
  const ask = await of('サーバ', 'サーバ', 'サーバー', 'サーバー');
  const { exact, related } = await ask('サーバー', { ...NO_FILTERS, city: 'even' });
  expect([exact, related]).toEqual([['サーバー'], ['サーバ']]);
});

describe('the questions of residents', async () => {
  const portal = openPortal({ root: ROOT });
  const all = documents(portal);
  const index = await openIndex(loadFrom(keep(indexOf(portal))));

  /** A line of the table: what was asked, what came first, and whether the best is among it. */
  async function line({ asked, best }: (typeof questions)[number]): Promise<string> {
    const { exact, related } = await index.search(asked, NO_FILTERS);
    const first = [...exact, ...related].slice(0, 3).flatMap((document) => all[document] ?? []);
    const isGood = first.some(({ id }) => best.includes(id));
    const came = first.map(({ id, title }) => `${title.replaceAll('|', '/')} (\`${id}\`)`).join('; ');
    return `| ${asked} | ${exact.length} | ${came} | ${isGood ? 'yes' : 'no'} |`;
  }
  const table = async (asked: typeof questions) => Promise.all(asked.map(line));
  const good = (lines: readonly string[]) => lines.filter((one) => one.endsWith('| yes |')).length;
  const heads = '| question | exact | the first three | best among them |\n|---|---|---|---|';

  test('name pages that there are', () => {
    const named = [...questions, ...control].flatMap(({ best }) => best);
    expect(named.filter((id) => !all.some((one) => one.id === id))).toEqual([]);
  });

  test('have the best page among the first three, as docs/search-questions.md tells', async () => {
    const [made, later] = [await table(questions), await table(control)];
    expect([questions.length, good(made) >= 24, good(later) >= 8]).toEqual([30, true, true]);
    await expect(
      [
        '# Questions of residents',
        `What the search brings on the five plans, written by \`tests/unit/search/related.test.ts\`. The best pages were chosen by reading the plans and stand in \`tests/unit/search/questions.ts\`. *exact* counts the documents that hold the question word for word.`,
        `## Put down before the search was tuned: ${good(made)} of ${made.length}`,
        'Nothing in the code knows a question. But who wrote the list of everyday words (`src/search/everyday.ts`) knew these.',
        [heads, ...made].join('\n'),
        `## Put down when it was done: ${good(later)} of ${later.length}`,
        'Nothing was changed for these but how endings in kana are cut off.',
        `${[heads, ...later].join('\n')}\n`,
      ].join('\n\n'),
    ).toMatchFileSnapshot('../../../docs/search-questions.md');
  });
});
