import { writeIndex } from '../../../../src/search/build-index.ts';
import { listCityNames } from '../../../../src/search/city-names.ts';
import type { WordRole } from '../../../../src/search/format/word-file.ts';
import type { SearchFilters } from '../../../../src/search/query-index.ts';
import type { DocumentKind, SearchDocument } from '../../../../src/search/search-documents.ts';
import { EMPTY_SOURCE, keepInMemory, NO_FILTERS, openInMemory } from '../index-in-memory.ts';

const createRow = (forms: string, planWords = '', role: WordRole = 'subject') => ({
  forms: forms.split(' '),
  planWords: planWords === '' ? [] : planWords.split(' '),
  role,
});

const rows = [
  createRow('子ども 子供 こども'),
  createRow('ごみ'),
  createRow('障がい'),
  createRow('窓口 まどぐち'),
  createRow('滞納 たいのう'),
  createRow('災害 さいがい'),
  createRow('税金 ぜいきん tax'),
  createRow('意見 いけん お意見'),
  createRow('市役所 しやくしょ'),
  createRow('ドローン'),
  createRow('逃げる', '避難'),
  createRow('水道', '給水'),
  createRow('line', 'SNS'),
  createRow('住民', '市民'),
  createRow('これから', '見通し'),
  createRow('住民票', '証明書'),
  createRow('図書館', '公共施設'),
  createRow('学校の屋根 屋上で発電', '太陽光'),
  createRow('使う 世の中 違い 年度', '', 'question'),
  createRow('いつ', '', 'question'),
  createRow('いつう', '', 'question'),
  createRow('いつも', '意見'),
  createRow('知る', '', 'question'),
  createRow('何人', '', 'number'),
  createRow('申し込み', '', 'guidance'),
  createRow('花壇 かだん 植木', '', 'guidance'),
];

const cities = [
  { id: 'even', title: '柏市', url: '/even/', forms: listCityNames('柏市', 'かしわし', 'Kashiwa', '千葉県') },
  { id: 'odd', title: '柏原市', url: '/odd/', forms: listCityNames('柏原市', 'かしわらし', 'Kashiwara', '大阪府') },
];

export const SOURCE = { ...EMPTY_SOURCE, wordTable: { rows, cities } };

type Words = Partial<Pick<SearchDocument, 'names' | 'text'>>;

/** Indexes documents, each with its title, kind, municipality and other words, and returns the search by titles. */
export async function indexDocuments(
  ...documents: readonly (readonly [string, DocumentKind, string | null, Words?])[]
) {
  const titles = documents.map(([title]) => title);
  const all = documents.map(([title, kind, municipality, words], index): SearchDocument => ({
    id: String(index),
    kind,
    plan: null,
    municipality,
    themes: [],
    names: [],
    url: `/${index}/`,
    title,
    text: 'この文。',
    ...words,
  }));
  const index = await openInMemory(keepInMemory(writeIndex(all, SOURCE)));
  return async (query: string, filters: SearchFilters = NO_FILTERS) => {
    const { exact, related, ...reason } = await index.search(query, filters);
    const shown = (list: readonly number[]) => list.map((index) => titles[index]);
    return { ...reason, exact: shown(exact), related: shown(related) };
  };
}

/** Indexes plan items with these titles and a sentence, of two municipalities in turn; returns the search by titles. */
export const indexTitles = (...titles: readonly string[]) =>
  indexDocuments(...titles.map((title, index) => [title, 'node', index % 2 === 0 ? 'even' : 'odd'] as const));
