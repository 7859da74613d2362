import { sort } from 'd3';
import { joinPatterns } from '../../model/text-patterns.ts';
import { recentEras } from '../../notation/calendar.ts';
import { separateCityNames } from '../city-names.ts';
import { findSeparatorKey } from '../format/byte-encoding.ts';
import { formatShardName, WORDS_NAME, type IndexFile } from '../format/index-files.ts';
import { createTextFilter } from '../format/pair-filter.ts';
import { TITLE_MATCHES, writeTablePart, writeWordFile, writeWordShard } from '../format/word-file.ts';
import type { TitleMatch, WordPostings, WordRow, WordTable } from '../format/word-file.ts';
import type { DocumentKind, SearchDocument } from '../search-documents.ts';
import { listWordNames, normalizeSearchText } from '../search-text.ts';
import { isItemNumber } from '../word-marks.ts';
import { beginsWord, endsWord, isKanji, listFilterStarts, simplifyKana } from '../word-starts.ts';
import { divideBySize } from './json-shard-builder.ts';

const START_OF_COMPOUND = /(?<![\p{Script=Han}々ヶ\p{Script=Katakana}ー\p{Script=Latin}\p{N}])/u;
const WORD = joinPatterns(
  // An era and year
  new RegExp(`(?:${recentEras.map(({ name }) => name).join('|')})(?:\\p{N}+|元)`, 'u'),
  // 2 or 3 kanji, or 2 of more (市民参加), and the kana that end a noun (手続き)
  /[\p{Script=Han}々ヶ]{2}(?:[\p{Script=Han}々ヶ](?![\p{Script=Han}々ヶ]))?(?:[りきみえいちけげめれ](?!\p{Script=Hiragana}))?/u,
  // Katakana, letters, digits
  /[\p{Script=Katakana}ー]{2,}|\p{Script=Latin}[\p{Script=Latin}\p{N}-]+|[\p{N},]{4,}/u,
);
/** The first word of a compound. */
const FIRST_WORD = new RegExp(`${START_OF_COMPOUND.source}(?:${WORD.source})`, 'gu');

/** A noun as a query reads it without a row: kanji or katakana alone, and no counter. */
const NOUN = /^(?!何)(?:[\p{Script=Han}々ヶ]{2,}|[\p{Script=Katakana}ー]{3,})$/u;

/** Several kanji in a title, which name what it is about: 指定管理者制度. */
const TITLE_COMPOUND = new RegExp(`${START_OF_COMPOUND.source}[\\p{Script=Han}々ヶ]{4,}`, 'gu');

/** A reading, in which particles do not show where words begin: しけん is not in いしかわちゅうおうとしけん. */
const READING = /^[\p{Script=Hiragana}ー]+$/u;

/** True for a word in kanji whose second form is its reading. */
const hasReading = ([title = '', reading = '']: readonly string[]) => isKanji(title) && READING.test(reading);

/** Long texts that mention every subject; only their titles and how their other names begin say what they are about. */
const LONG_KINDS: readonly DocumentKind[] = ['dataset', 'guide'];

/** Returns two units of a text as one number; NaN if there are no two. */
const joinUnits = (text: string, position: number) =>
  text.charCodeAt(position) * 0x10000 + text.charCodeAt(position + 1);

/** Returns a function that finds these words, of two units and more, in a text, and calls `take` with each. */
function createWordFinder(words: ReadonlySet<string>) {
  /** By the first two units of a word, the lengths of the words that begin so. */
  const lengthsByStart = new Map<number, Set<number>>();
  for (const word of words) lengthsByStart.getOrInsertComputed(joinUnits(word, 0), () => new Set()).add(word.length);
  return (text: string, take: (word: string, position: number) => void): void => {
    for (let position = 0; position < text.length; position++) {
      if (!beginsWord(text, position)) continue;
      for (const length of lengthsByStart.get(joinUnits(text, position)) ?? []) {
        const word = text.slice(position, position + length);
        if (word.length === length && words.has(word) && endsWord(text, position + length)) take(word, position);
      }
    }
  };
}

/** Returns by word the documents in which a word begins with it: the words of the table, and first words. */
function collectWordPostings(
  documents: readonly SearchDocument[],
  tableWords: ReadonlySet<string>,
  cities: ReadonlySet<string>,
): Map<string, WordPostings> {
  /** Returns the parts of a text between white space, normalized: a word never contains white space. */
  const listParts = (text: string) => separateCityNames(text, cities).split(/\s+/).map(normalizeSearchText);
  const visitWords = createWordFinder(tableWords);
  const postings = new Map<string, number[]>();
  const add = (word: string, document: number, match: TitleMatch) => {
    const list = postings.getOrInsertComputed(word, () => []);
    const last = list.at(-1) ?? -1;
    if (last < document * TITLE_MATCHES) list.push(document * TITLE_MATCHES + match);
    else list[list.length - 1] = Math.max(last, document * TITLE_MATCHES + match);
  };
  for (const [document, { kind, title, names, text }] of documents.entries()) {
    const name = normalizeSearchText(title);
    // The title of a plan item without a sentence (防災対策事業, 担当：危機管理課) is all that it says.
    const isBare = kind === 'node' && !text.includes('。');
    const [within, begin, whole] = isBare ? ([0, 1, 2] as const) : ([1, 2, 3] as const);
    let start = 0;
    const addTitleWord = (word: string, position: number) => {
      add(word, document, word === name ? whole : start + position === 0 ? begin : within);
    };
    for (const part of listParts(title)) {
      visitWords(part, addTitleWord);
      for (const pattern of [FIRST_WORD, TITLE_COMPOUND])
        for (const { 0: word, index } of part.matchAll(pattern)) addTitleWord(word, index);
      start += part.length;
    }
    const addTextWord = (word: string) => {
      add(word, document, 0);
    };
    for (const number of names.filter(isItemNumber)) add(number, document, whole);
    const isLong = LONG_KINDS.includes(kind);
    for (const part of listParts([...listWordNames({ kind, names }), ...(isLong ? [] : [text])].join('\n'))) {
      const isName = isLong || READING.test(part);
      const addFound = (word: string, position: number) => {
        if (position === 0 || !isName) addTextWord(word);
      };
      visitWords(part, addFound);
      for (const { 0: word, index } of part.matchAll(FIRST_WORD)) addFound(word, index);
    }
  }
  return postings;
}

/**
 * Divides the rows of the table into those of words that most questions have, and the others. Plan words that no
 * document contains are left out, and so are rows that find nothing.
 */
function divideRows(rows: readonly WordRow[], postings: ReadonlyMap<string, WordPostings>) {
  const otherForms = rows.filter(({ role }) => role !== 'guidance').flatMap(({ forms }) => forms);
  const isUnknownNoun = (form: string) =>
    NOUN.test(form) && !postings.has(form) && !otherForms.some((other) => other.length > 1 && form.includes(other));
  /** Divides the forms of a row into the first ones, as many as belong together, and each of the others. */
  const divide = (forms: readonly string[], kept: number) => [
    forms.slice(0, kept),
    ...forms.slice(kept).map((form) => [form]),
  ];
  const tableRows = rows.flatMap(({ forms, planWords, role }): WordRow[] => {
    // Forms that ask for guidance need no other forms, but a reading needs a word that documents contain.
    if (role === 'guidance')
      return divide(forms, hasReading(forms) && postings.has(forms[0] ?? '') ? 2 : 1)
        .filter(([form = '']) => !isUnknownNoun(form))
        .map((group) => ({ forms: group, planWords: [], role }));
    const found = planWords.filter((word) => postings.has(word));
    const isUseful = role !== 'subject' || found.length > 0 || forms.some((form) => postings.has(form));
    return isUseful ? [{ forms, planWords: found, role }] : [];
  });
  const isCommon = ({ role }: WordRow) => role === 'question' || role === 'number';
  // The forms of a question word mean different things, unless it has kanji and the second is its reading.
  const commonRows = tableRows
    .filter(isCommon)
    .flatMap(({ forms, planWords, role }): WordRow[] =>
      divide(forms, hasReading(forms) ? forms.length : 1).map((group) => ({ forms: group, planWords, role })),
    );
  return { commonRows, otherRows: tableRows.filter((row) => !isCommon(row)) };
}

/** Shards of rows are smaller than others: most questions need two or three. */
const TABLE_SHARE = 0.25;

/**
 * Groups rows by the units that their forms begin with. A row can be in several groups. In a group, a row has the forms
 * that begin with its unit, the first form, which is shown, and the forms that documents contain. `words` are its forms
 * and plan words that documents contain.
 */
function groupRows(rows: readonly WordRow[], postings: ReadonlyMap<string, WordPostings>) {
  const getUnit = (form: string) => simplifyKana(form.slice(0, 1));
  const entries = rows.flatMap(({ forms, planWords, role }) =>
    [...new Set(forms.map(getUnit))].map((unit) => {
      const kept = forms.filter((form, index) => index === 0 || getUnit(form) === unit || postings.has(form));
      return { unit, row: { forms: kept, planWords, role } };
    }),
  );
  return [...Map.groupBy(entries, ({ unit }) => unit)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, list]) => {
      const own = list.map(({ row }) => row);
      const words = new Set(own.flatMap(({ forms, planWords }) => [...forms, ...planWords]));
      return { unit, rows: own, words: [...words].filter((word) => postings.has(word)) };
    });
}

/**
 * Yields the file of the words that most questions have, shards of the other rows of the table, and shards of all words
 * that begin a word in a document. In a small index a shard of rows has the documents of its words, so most questions
 * read no shard of words.
 * @param maxSize the approximate size of other shards; a shard of words has half as many postings and units
 */
export function* buildWordShards(
  documents: readonly SearchDocument[],
  { rows, cities }: WordTable,
  maxSize: number,
  isSmall: boolean,
): Generator<IndexFile> {
  const tableWords = new Set(
    rows
      .flatMap(({ forms, planWords, role }) => (role === 'guidance' ? forms.slice(0, 1) : [...forms, ...planWords]))
      .filter((word) => word.length > 1),
  );
  const postings = collectWordPostings(documents, tableWords, new Set(cities.map(({ title }) => title)));
  const countPostings = (word: string) => postings.get(word)?.length ?? 0;
  const createShard = (list: readonly string[]) => new Map(list.map((word) => [word, postings.get(word) ?? []]));
  const words = [...postings.keys()].sort();
  const shards = divideBySize(words, (word) => word.length + 1 + countPostings(word), maxSize / 2);
  for (const [index, list] of shards.entries())
    yield { name: formatShardName('words', index), bytes: writeWordShard(createShard(list)) };
  const { commonRows, otherRows } = divideRows(rows, postings);
  // Like rows, and words with the same end, pack smaller beside each other.
  const reverse = (form = '') => [...form].reverse().join('');
  const byEnd = sort(
    commonRows,
    (row) => row.forms.length,
    (row) => row.role,
    (row) => reverse(row.forms[0]),
  );
  const tableShards = divideBySize(
    groupRows(otherRows, postings),
    ({ rows: own, words }) =>
      [...own.flatMap(({ forms }) => forms), ...words].reduce(
        (sum, word) => sum + word.length + 1 + (isSmall ? countPostings(word) : 0),
        0,
      ),
    TABLE_SHARE * maxSize,
  );
  for (const [index, groups] of tableShards.entries()) {
    const listed = isSmall ? [...new Set(groups.flatMap((group) => group.words))].sort() : [];
    const part = { rows: groups.flatMap((group) => group.rows), listed: createShard(listed) };
    yield { name: formatShardName('table', index), bytes: writeTablePart(part) };
  }
  yield {
    name: WORDS_NAME,
    bytes: writeWordFile({
      rows: byEnd,
      cities,
      tableSeparators: tableShards.map(([group]) => group?.unit ?? ''),
      startFilter: createTextFilter(listFilterStarts(otherRows.flatMap(({ forms }) => forms))),
      separators: shards.map((list, index) => findSeparatorKey(shards[index - 1]?.at(-1) ?? '', list[0] ?? '')),
    }),
  };
}
