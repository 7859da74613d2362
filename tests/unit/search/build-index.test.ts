import { describe, expect, test } from 'vitest';
import { listSiteDocuments } from '../../../src/open-data/api/api-index.ts';
import { createIndexSource } from '../../../src/search/build-index.ts';
import { buildRowShards, buildSuggestionShards } from '../../../src/search/build/json-shard-builder.ts';
import { buildWordShards } from '../../../src/search/build/word-shard-builder.ts';
import { decodeJson, type IndexFile } from '../../../src/search/format/index-files.ts';
import { readWordFile, type WordRow } from '../../../src/search/format/word-file.ts';
import { extractQueryTerms } from '../../../src/search/query/query-terms.ts';
import { WordForms } from '../../../src/search/query/word-variants.ts';
import type { SearchDocument } from '../../../src/search/search-documents.ts';
import { normalizeSearchText } from '../../../src/search/search-text.ts';
import { beginsWord, endsWord } from '../../../src/search/word-starts.ts';
import { readEverydayWords } from '../../../src/site-data/project-files.ts';
import type { EverydayWord } from '../../../src/tables/words.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';
import { buildSiteFiles, NO_FILTERS, openInMemory } from './index-in-memory.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const documents = listSiteDocuments(siteData);
const index = await openInMemory(buildSiteFiles(siteData));
const rows = await index.rows(documents.map((_document, index) => index));

const readRows = ({ bytes }: IndexFile) => decodeJson(bytes, (value): value is unknown[] => Array.isArray(value));

/** Returns the number of rows in each file. */
const countRows = (files: readonly IndexFile[]) => files.map((file) => readRows(file).length);

describe('a file', () => {
  const [sample] = documents;
  const create = (title: string, text = ''): SearchDocument[] =>
    sample ? [{ ...sample, title, names: [], text }] : [];

  test('of rows ends with the document that fills it', () => {
    const small = Array.from({ length: 5 }, () => create('市民', '広報紙を配ります')).flat();
    const large = create('市民', '広'.repeat(108));
    const build = (list: readonly SearchDocument[], size: number) => {
      const { files, rowFileStarts } = buildRowShards(list, new Map(), size);
      return { counts: countRows(files), rowFileStarts };
    };
    expect(build(small, 100)).toEqual({ counts: [2, 2, 1], rowFileStarts: [0, 2, 4] });
    expect(build([...large, ...small], 150)).toEqual({ counts: [1, 3, 2], rowFileStarts: [0, 1, 4] });
    expect(build([], 100)).toEqual({ counts: [], rowFileStarts: [] });
  });

  test('of words that most questions have contains no other rows, and synonyms only with their readings', () => {
    const table: WordRow[] = [
      { forms: ['何時', 'いつ'], planWords: [], role: 'question' },
      { forms: ['とき', '時', 'ころ'], planWords: [], role: 'question' },
      { forms: ['広報', '市報'], planWords: [], role: 'subject' },
    ];
    const [last = expect.fail()] = [...buildWordShards(create('広報'), { rows: table, cities: [] }, 100, true)].slice(
      -1,
    );
    expect(readWordFile(last.bytes, 1).rows.map(({ forms }) => forms)).toEqual([
      ['とき'],
      ['ころ'],
      ['時'],
      ['何時', 'いつ'],
    ]);
  });

  test('of suggestions has all of one form', () => {
    const same = ['市民', '広報'].flatMap((title) => Array.from({ length: 400 }, () => create(title)).flat());
    expect(countRows(buildSuggestionShards(same, []).files)).toEqual([400, 400]);
    const others = Array.from({ length: 400 }, (_, at) => create(String.fromCodePoint(0x4e00 + at))).flat();
    const { files, suggestionSeparators } = buildSuggestionShards(others, []);
    expect(countRows(files).reduce((sum, count) => sum + count, 0)).toBe(400);
    expect([files.length, suggestionSeparators.length]).toEqual([2, 2]);
  });

  test('of suggestions is sorted by their forms: whole names, then what follows in names from each word on', () => {
    const titles = ['窓口のデジタル化', '化', 'A'.repeat(20), ' '];
    const [file] = buildSuggestionShards(
      titles.flatMap((title) => create(title)),
      [],
    ).files;
    const expected = [
      ['a'.repeat(16), 'A'.repeat(20)],
      ['デジタル化', '窓口のデジタル化'],
      ['化', '化'],
      ['化', '窓口のデジタル化'],
      ['窓口のデジタル化', '窓口のデジタル化'],
    ];
    expect(file && readRows(file)).toEqual(expected.map((names) => [...names, sample?.url, sample?.kind]));
  });
});

describe('the page of a row', () => {
  test('is named only for plan items on the page of another item', () => {
    for (const { id, page } of rows) {
      const node = siteData.planItems.find((one) => one.id === id);
      const shown = node && !siteData.hasOwnPage(node) ? siteData.pageItemOf(node) : null;
      expect([id, page]).toEqual([id, shown && expect.stringContaining(shown.title)]);
    }
  });

  test('distinguishes results with the same title', () => {
    const same = rows.filter(({ title }) => title === '防災対策事業');
    expect(same.length).toBeGreaterThan(1);
    expect(new Set(same.map(({ page }) => page)).size).toBe(same.length);
  });

  test('is not part of the document', () => {
    expect(Object.keys(documents[0] ?? {})).not.toContain('page');
  });
});

describe('data/words.csv', () => {
  const words = siteData.everydayWords;
  const listForms = ({ title, reading, aliases, english }: EverydayWord) =>
    [title, ...(reading === '' ? [] : [reading]), ...aliases, ...english].map(normalizeSearchText);

  test('contains each form of a word in one row', () => {
    const forms = words.flatMap((word) => [...new Set(listForms(word))]);
    expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
  });

  test('names other words for each word, each once', () => {
    const wrong = words.filter(({ title, planWords }) => new Set([title, ...planWords]).size <= planWords.length);
    expect(wrong).toEqual([]);
  });

  test('has no plan words for words that ask for guidance', () => {
    expect(words.filter(({ role, planWords }) => role === 'guidance' && planWords.length > 0)).toEqual([]);
  });

  test('has the role 案内 for no word in a title or another name', () => {
    const names = documents.flatMap((document) => [document.title, ...document.names].map(normalizeSearchText));
    const isIn = (name: string, form: string) =>
      [...name.matchAll(new RegExp(RegExp.escape(form), 'gu'))].some(
        ({ index }) => beginsWord(name, index) && endsWord(name, index + form.length),
      );
    const forms = words.filter(({ role }) => role === 'guidance').flatMap(listForms);
    const wrong = forms.filter((form) => names.some((name) => isIn(name, form)));
    expect(wrong, 'the site has pages about these words: take them out of the rows with the role 案内').toEqual([]);
  });

  test('has readings in hiragana', () => {
    expect(words.filter(({ reading }) => !/^[ぁ-ゖー]*$/u.test(reading))).toEqual([]);
  });
});

describe('an everyday word of data/words.csv', () => {
  const containedWords = siteData.everydayWords.filter(
    ({ title, role }) => role !== 'guidance' && documents.some(({ text }) => text.includes(title)),
  );

  test.each(containedWords.filter(({ reading }) => reading !== '').map(({ reading, title }) => [reading, title]))(
    'is found by its reading %s: %s',
    async (reading, title) => {
      const { exact, related } = await index.search(reading, NO_FILTERS);
      const found = [...exact, ...related].map((index) => rows[index]);
      expect(found.some((row) => `${row?.title}\n${row?.text}`.includes(title))).toBe(true);
    },
  );
});

test.each([
  ['蕨の人口は増えている？', 'census-population'],
  ['人口が増えている市', 'census-population'],
  ['借金を子どもに残さない', 'warabi-jiritsu/35_3_3'],
  ['市税収入', 'local-tax'],
  ['nursery school', 'kanazawa-keiei/3_1_1_1'],
  ['fire brigade', 'fire-corps'],
  ['第7次行政改革大綱', 'warabi-jiritsu/35'],
  ['ゆいネット', 'kanazawa-keiei/2_1_2_1'],
  ['附属機関', 'council'],
  ['地方公共団体の財政の健全化に関する法律', 'debt-service-ratio'],
  ['柏原市の計画', 'plans/kashiwara-unei-r2/index'],
  ['蕨市の指標', 'warabi-jiritsu/sdgs-proposals'],
  ['蕨市 達成状況', 'warabi-jiritsu/sdgs-proposals'],
  ['蕨市　進捗', 'warabi-jiritsu/sdgs-proposals'],
  ['蕨市の目標のうち達成したもの', 'warabi-jiritsu/sdgs-proposals'],
  // The texts of these plans say that they have no targets, or name no departments.
  ['平塚市の数値目標', 'plans/hiratsuka-jitsugen/index'],
  ['柏原市　数値目標', 'plans/kashiwara-unei-r2/index'],
  ['蕨市 担当課', 'plans/warabi-jiritsu/index'],
  ['柏市の統計', 'census-population'],
  ['伝わる広報', 'publicity'],
  ['空いている市の土地', 'kashiwa-suishin/3_2_2'],
  ['市の仕事を民間に', 'hiratsuka-jitsugen/3_1'],
  ['野々市', 'central-urban-area'],
  // The city of that name is in no plan.
  ['加賀', undefined],
])('%s leads to %s', async (query, id) => {
  const { exact, related } = await index.search(query, NO_FILTERS);
  expect(documents[[...exact, ...related][0] ?? -1]?.id).toBe(id);
});

describe('the state and the period of plans', () => {
  const findPlans = async (query: string) => {
    const { exact, related } = await index.search(query, NO_FILTERS);
    const found = [...exact, ...related].flatMap((at) => documents[at] ?? []);
    return found.filter(({ kind }) => kind === 'plan').map(({ plan }) => plan);
  };
  const { plans } = siteData;
  const listPlans = (isListed: (plan: (typeof plans)[number]) => boolean) => plans.filter(isListed).map(({ id }) => id);

  test.each(['終了', '終わった計画', '終わった計画は？', '昔の計画'])('%s finds the ended plans', async (query) => {
    expect((await findPlans(query)).sort()).toEqual(listPlans(({ state }) => state === 'ended').sort());
  });

  // No plan is known to be in force.
  test.each(['状態未確認', '実施中', '今も有効？', '今の計画'])('%s finds those of unknown state', async (query) => {
    expect((await findPlans(query)).sort()).toEqual(listPlans(({ state }) => state === 'unknown').sort());
  });

  const ALL =
    '計画期間 計画はいつまで けいかくはいつまで いつまでの計画 いつの計画か 計画の原本 原文が読みたい 計画のPDF';
  test.each(['いつまで', '計画 いつ終わる', ...ALL.split(' ')])('%s finds all', async (query) => {
    expect((await findPlans(query)).sort()).toEqual(listPlans(() => true).sort());
  });

  test.each(['終了', 'いつまで', 'はいつまで', '計画期間', '計画 いつまで', 'の計画はいつ終わったの', '原本'])(
    'are found for each municipality, with its name before %s',
    async (asked) => {
      for (const { id, title } of siteData.municipalities) {
        const own = listPlans(
          ({ municipality, state }) => municipality === id && (asked !== '終了' || state === 'ended'),
        );
        const query = title + (/^[のは]/.test(asked) ? '' : ' ') + asked;
        expect([query, await findPlans(query)]).toEqual([query, own]);
      }
    },
  );

  test('are not asked for by questions about something else', async () => {
    for (const query of ['固定資産税 いつまでに払う', '断水いつまで', '図書館はいつまで'])
      expect(documents[(await index.search(query, NO_FILTERS)).related[0] ?? -1]?.kind).not.toBe('plan');
  });
});

test.each([
  ['目標に届いたか', '指標の一覧'],
  ['計画の達成率', '指標の一覧'],
  ['誰に聞けばよいか', 'このサイトについて'],
  ['どこに聞けばいい', 'このサイトについて'],
  ['自分の市の計画を載せるには', 'このサイトについて'],
  ['引用の書き方', '利用条件'],
  ['データの更新履歴', '更新履歴'],
  ['計画一覧', '計画の一覧'],
  ['指標一覧', '指標の一覧'],
  ['比較表', 'くらべる'],
  ['市町村の比較', 'くらべる'],
  ['5つの市の比較', 'くらべる'],
  ['ランキング', 'このサイトについて'],
  ['プライバシーポリシー', 'このサイトについて'],
  ['よくある質問', 'このサイトについて'],
  ['サイトマップ', 'このサイトについて'],
  ['新着情報', '更新履歴'],
  ['RSS', '更新履歴'],
  ['二次利用', '利用条件'],
  // Beside a subject, what people call a list or news says nothing.
  ['日本一の人口密度', '面積'],
  ['防災の最新情報', '防災・危機管理'],
  ['最新の人口', '国勢調査人口'],
  ['こうれいかりつ', '国勢調査 65歳以上人口'],
  ['SDGs17', '協働事業（SDGs）提案制度への応募件数（累計）'],
  ['達成状況', '指標の一覧'],
  ['目標はいくつ', '指標の一覧'],
  ['進捗の評価方法', '計算のしかた'],
  ['わたしの地区の計画', '地域区分'],
  ['防災行政無線の担当課', '防災行政無線の改修と電話応答装置の設置'],
  ['オープンデータに取り組んでいる市', 'オープンデータ'],
  ['人口規模が近い市', '国勢調査人口'],
])('%s finds the page %s first', async (query, title) => {
  const { exact, related, isAside } = await index.search(query, NO_FILTERS);
  expect(documents[(isAside ? related : [...exact, ...related])[0] ?? -1]?.title).toBe(title);
});

test.each([
  ['協働と共創の違い', ['協働', '共創']],
  ['共創と協働の違い', ['協働', '共創']],
  ['指定管理者制度とPFIの違い', ['指定管理者制度', 'PFI']],
])('%s finds the terms %j among the first three', async (query, terms) => {
  const { exact, related } = await index.search(query, NO_FILTERS);
  const first = [...exact, ...related].slice(0, 3).flatMap((at) => documents[at] ?? []);
  expect(
    first
      .filter(({ kind }) => kind === 'term')
      .map(({ title }) => title)
      .sort(),
  ).toEqual(terms.toSorted());
});

test('no word of the table is read inside common verbs', () => {
  const forms = new WordForms(
    createIndexSource(siteData, readEverydayWords(REPOSITORY_FOLDER, siteData.everydayWords)).wordTable.rows,
  );
  const verbs =
    '取り組んでいる 取り入れる 取り付ける 引き継ぐ 受け入れる 受け取る 組み合わせる 打ち出す 成り立つ 切り替える 積み重ねる ' +
    '呼びかける 働きかける 生み出す 盛り込む 繰り返す 割り当てる 振り返る 進めている';
  for (const verb of verbs.split(' ')) {
    const { terms } = extractQueryTerms(`市が${verb}こと`, forms);
    expect([verb, ...terms.filter(({ role }) => role !== 'unlisted').map(({ text }) => text)]).toEqual([verb]);
  }
});

test.each([
  ['小学校', '学校'],
  ['中学校', '学校'],
  ['小中学校', '学校'],
  ['しょうがっこう', '学校'],
])('%s finds what %s finds', async (query, other) => {
  const { related } = await index.search(other, NO_FILTERS);
  expect(related.length).toBeGreaterThan(0);
  expect((await index.search(query, NO_FILTERS)).related).toEqual(related);
});

test('子ども, 子供 and こども find the theme 子育て first', async () => {
  for (const query of ['子ども', '子供', 'こども']) {
    const { exact, related } = await index.search(query, NO_FILTERS);
    expect([query, documents[[...exact, ...related][0] ?? -1]?.title]).toEqual([query, '子育て']);
  }
});

describe('a city in a query', () => {
  test.each([
    ['平塚市 税金', 'hiratsuka'],
    ['柏市 防災', 'kashiwa'],
    ['柏原市 窓口', 'kashiwara'],
    ['かしわし', 'kashiwa'],
    ['金沢 駐車場', 'kanazawa'],
  ])('%s: all related results are statistics or belong to it', async (query, city) => {
    const { related, cities } = await index.search(query, NO_FILTERS);
    expect(cities).toEqual([city]);
    const others = related.flatMap((index) => rows[index] ?? []).filter(({ municipality }) => municipality !== city);
    expect(others.filter(({ kind }) => kind !== 'statistic')).toEqual([]);
  });
});
