import { parseKanjiNumber } from '../../model/japanese-text.ts';
import { ERA_PATTERN, japaneseEras, toWesternYear } from '../../notation/calendar.ts';
import type { WordRole, WordRow } from '../format/word-file.ts';
import type { DocumentKind } from '../search-documents.ts';
import { isItemNumber } from '../word-marks.ts';
import { beginsWord, endsWord, isCompoundCharacter, isHiragana, isKanji } from '../word-starts.ts';
import { listSpellingVariants, type FoundRow, type WordForms } from './word-variants.ts';

/** A word to search for, and how much a match counts: 1 for a word of the query itself. */
export interface WeightedWord {
  readonly word: string;
  readonly weight: number;
  /** True for a word in Latin letters that the table has for a Japanese one: results do not name it. */
  readonly isForeign?: boolean;
}

const isLatin = (text: string) => /^[a-z\d ]+$/.test(text);

/** A part of a query with a meaning of its own. */
export interface QueryTerm {
  /** As readers see it: a word of the table in its dictionary form. */
  readonly text: string;
  /** The share of the term in the meaning of the query, relative to other terms. */
  readonly importance: number;
  /** The words that find it. */
  readonly words: readonly WeightedWord[];
  /** That of its rows in the table of words. Guidance finds what documents say of it only alone. */
  readonly role: WordRole | 'year' | 'unlisted';
}

/**
 * A noun names a subject; a verb, or a kanji that remains of a compound, says less. What asks for guidance says more:
 * no plan contains opening hours.
 */
const IMPORTANCE = { noun: 1, verb: 0.3, rest: 0.55, guidance: 1.2 };

/** The weights of other forms and spellings, and of the words of plans: the nearest, the second, the others. */
const SPELLING_WEIGHT = 0.95;
const PLAN_WEIGHTS = [0.85, 0.75];
const OTHER_PLAN_WEIGHT = 0.65;

/** A year: 令和6年度, 令和六年, R6, 2024年. */
const QUERY_YEAR = new RegExp(
  `(?:(${ERA_PATTERN})(\\d{1,2}|元|[一二三四五六七八九十]+(?=年|$))|(?:西暦)?((?:19|20)\\d\\d))(?![\\d.,-])(?:年度?)?`,
  'u',
);

/** A number in a row, or a short one with its unit, names no subject: 第5次, 3万人. Documents may have longer ones. */
const AMOUNT = new RegExp(
  /第[\d一二三四五六七八九十]+[次期回]?|/.source +
    /(?<![\d.,])(?:\d{1,3}(?:\.\d+)?(?![\d,])|[一二三四五六七八九十]+(?=[百千万億人円件割]))[百千万億]*/.source +
    /(?:[人円件割%名社歳才回倍]|世帯|団体|[かヶ箇][所月]|年間|日間|時間|パーセント|ポイント|平方(?:キロ|メートル)*|(?<=[百千万億]))/
      .source +
    /(?:以上|以下|未満|くらい|ぐらい)?/.source,
  'u',
);

/** Kana that only look like a particle after a word in kana: が of まちがい, な of まちなか. */
const NO_PARTICLE =
  /^(?:[のをにがはでとへもや](?![のをにがはでとへもやかなねよさ])\p{Script=Hiragana}|なか)(?!\p{Script=Hiragana})/u;

/** Years, and parts of one script. Hiragana are endings and particles, except at the beginning of a part. */
const SCRIPT_RUN = new RegExp(
  [QUERY_YEAR, AMOUNT].map(({ source }) => source).join('|') +
    /|[\p{Script=Han}々ヶ]+|[\p{Script=Katakana}ー・]+|[\p{Script=Latin}\p{N}.,-]+|(?<![^ ])\p{Script=Hiragana}{2,}?/u
      .source +
    `(?!${NO_PARTICLE.source.slice(1)})(?=[のをにがはでともへや ]|$)`,
  'gu',
);

/** Kana after a single kanji that are not endings of a verb. */
const PARTICLE = /[のをにがはでとへもやか]/u;

/** A kana that ends a verb after several kanji, 見抜く力, if no other follows: 街灯きれてる is a noun and a verb. */
const VERB_KANA = /^[くぐつぬぶむる](?!\p{Script=Hiragana})/u;

/** Kana that end a noun made of a verb: 空き, 届け. */
const NOUN_ENDING = /[きぎちびみりいけげてべめれ]/u;

/** What asks for a number: 何社, 何パーセント. */
const COUNTER = /何[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}]/u;

/** What asks for a meaning: 協働とは, 共創と協働の違い. */
const MEANING =
  /(?:とは|(?:って|は)(?:何|なに)|の意味|の略|と.+の(?:違い|ちがい)は?)(?:の?こと|なの|何?ですか|か)?\??$/u;

/** A shorter number occurs by chance. */
const MIN_NUMBER_LENGTH = 4;

/** Kana that end a verb or an adjective, and no noun: わからない, つかれた. */
const KANA_PREDICATE = /(?:ない|たい|しい|てる|ます|った|[えけせてねべめれ]た|.て)[よねのか]{0,2}$/u;

/** A listed word of so many units is complete even if kana follow that no word begins with: 年寄りばっかり. */
const MIN_COMPLETE_LENGTH = 3;

/** A noun with its polite prefix, which begins a word after any kana: 国からお金. */
const POLITE_NOUN = /^[おご]\p{Script=Han}/u;

/** Letters of the table are a word before a number too: SDGs17. */
const LETTERS_BEFORE_NUMBER = /^[a-z]{2,}\d/;

const isComplete = (word: string) => word.length >= MIN_COMPLETE_LENGTH && isKanji(word) && isHiragana(word.slice(-1));

function removeRepeated(words: readonly WeightedWord[]): WeightedWord[] {
  const seen = new Set<string>();
  return words.filter(({ word }) => word.length > 1 && !seen.has(word) && seen.add(word));
}

/** Creates the term of a year, which texts write in any of its forms. */
function createYearTerm(
  text: string,
  [, era = '', yearOfEra = '', western]: readonly (string | undefined)[],
): QueryTerm {
  const number = parseKanjiNumber(yearOfEra) ?? Number(yearOfEra.replace('元', '1'));
  const year = Number(western ?? toWesternYear(era, number));
  // No calendar has 令和五五十年.
  if (!year) return createUnlistedTerm(text, IMPORTANCE.noun);
  const forms = japaneseEras.flatMap(({ name, aliases: [letter], start }) => {
    const number = year - Number(start.slice(0, 4)) + 1;
    return number > 0 && toWesternYear(name, number) !== null
      ? [`${name}${number}`, letter.toLowerCase() + number, ...(number === 1 ? [`${name}元`] : [])]
      : [];
  });
  const words = [...forms, String(year)].map((word) => ({ word, weight: text.startsWith(word) ? 1 : SPELLING_WEIGHT }));
  return { text, importance: IMPORTANCE.verb, role: 'year', words };
}

function createListedTerm(surface: string, found: readonly FoundRow[], isAlone: boolean): QueryTerm {
  const rows = found.map(({ row }) => row);
  const hasRole = (role: WordRole) => rows.some((row) => row.role === role);
  const isGuidance = hasRole('guidance');
  const planWords = rows.flatMap((row) =>
    row.planWords.map((word, index) => ({ word, weight: PLAN_WEIGHTS[index] ?? OTHER_PLAN_WEIGHT })),
  );
  const [text = surface] = rows.map(({ forms }) => forms[0] ?? surface);
  const variants = rows.every(({ role }) => role === 'question') ? [] : listSpellingVariants(surface);
  // Each form of a question word needs a shard, so that 市役所 is not searched as city hall, nor しみん as シミン.
  const listForms = ({ forms, role }: WordRow) =>
    role === 'question' && !isLatin(surface) ? forms.filter((form) => !isLatin(form)) : forms;
  return {
    text,
    importance: isGuidance ? IMPORTANCE.guidance : IMPORTANCE.noun,
    role: isGuidance ? 'guidance' : hasRole('subject') ? 'subject' : 'question',
    words: removeRepeated(
      isGuidance && !isAlone
        ? []
        : [
            { word: surface, weight: 1 },
            ...[...rows.flatMap(listForms), ...variants].map((word) => {
              return { word, weight: SPELLING_WEIGHT, isForeign: isLatin(word) && !isLatin(surface) };
            }),
            ...planWords,
          ],
    ),
  };
}

function createUnlistedTerm(text: string, importance: number): QueryTerm {
  const variants = listSpellingVariants(text).map((word) => ({ word, weight: SPELLING_WEIGHT }));
  return {
    text,
    importance,
    role: 'unlisted',
    words: removeRepeated([{ word: text, weight: 1 }, ...variants]),
  };
}

/** Returns the terms of a part of a query that no row explains. Hiragana are endings and particles. */
function listUnlistedTerms(query: string, from: number, to: number, forms: WordForms): QueryTerm[] {
  /** The end of the last verb: 込む of 売り込む belongs to it. */
  let verbEnd = -1;
  const pattern = new RegExp(SCRIPT_RUN);
  pattern.lastIndex = from;
  return [...query.slice(0, to).matchAll(pattern)].flatMap((match) => {
    const { 0: run, index: start } = match;
    if (start === verbEnd || run.search(AMOUNT) === 0) return [];
    if (match[2] !== undefined || match[3] !== undefined) return [createYearTerm(run, match)];
    const next = query.charAt(start + run.length);
    if (isHiragana(run)) return [createUnlistedTerm(run, KANA_PREDICATE.test(run) ? IMPORTANCE.verb : IMPORTANCE.rest)];
    if (run.length > 1) {
      if (run.startsWith('何')) return [];
      // Before 年 it is a range: 令和6-7年度.
      if (isItemNumber(run)) return next === '年' ? [] : [createUnlistedTerm(run, IMPORTANCE.noun)];
      if (run.length < MIN_NUMBER_LENGTH && /^[\p{N}.,-]+$/u.test(run)) return [];
      const isVerb = isKanji(run) && VERB_KANA.test(query.slice(start + run.length));
      return [createUnlistedTerm(run, isVerb ? IMPORTANCE.verb : IMPORTANCE.noun)];
    }
    if (!isKanji(run) || forms.isQuestion(run)) return [];
    if (isHiragana(next) && !PARTICLE.test(next)) {
      const after = query.charAt(start + 2);
      // 空き and 届け are nouns, 空いた is not.
      const isNoun = NOUN_ENDING.test(next) && (isHiragana(after) ? PARTICLE.test(after) : !isCompoundCharacter(after));
      verbEnd = start + 2;
      return [createUnlistedTerm(run + next, isNoun ? IMPORTANCE.noun : IMPORTANCE.verb)];
    }
    return [createUnlistedTerm(run, IMPORTANCE.rest)];
  });
}

/** Returns the longest word, or a shorter one if the next reaches further: LINE of LINE登録者数, although LINE登録 is one. */
function findBest(query: string, position: number, found: readonly FoundRow[], forms: WordForms) {
  const end = position + (found[0]?.length ?? 0);
  const isEnd = (next: number) => !isCompoundCharacter(query.charAt(next));
  if (isEnd(end)) return found[0];
  const shorter = found.find(({ length }) => {
    const next = position + length + (query.charAt(position + length) === ' ' ? 1 : 0);
    return next < end && (forms.findAt(query, next, isEnd)[0]?.length ?? 0) > end - next;
  });
  return shorter ?? found[0];
}

/** The terms of a query, and factors for kinds: higher for what it asks for, low for datasets, which are no answers. */
export interface QueryMeaning {
  readonly terms: readonly QueryTerm[];
  readonly kindFactors: Readonly<Partial<Record<DocumentKind, number>>>;
}

/**
 * Returns the terms of a query: from left to right the longest words of the table, then what is left of it. A word in
 * the middle of a compound counts only if words come before it, or if it is the end of the compound. A question word
 * counts only if it is the whole query.
 * @param query normalized words, separated by spaces
 */
export function extractQueryTerms(query: string, forms: WordForms): QueryMeaning {
  const terms: QueryTerm[] = [];
  const questions: QueryTerm[] = [];
  let asksForNumber = COUNTER.test(query);
  /** The end of the last word of the table. */
  let done = 0;
  for (let position = 0; position < query.length;) {
    const isInside = position > done && isKanji(query.charAt(position - 1)) && isKanji(query.charAt(position));
    const mayBegin =
      position === done || beginsWord(query, position) || POLITE_NOUN.test(query.slice(position, position + 2));
    const isCut = (end: number) => isHiragana(query.charAt(end - 1)) && NO_PARTICLE.test(query.slice(end));
    const mayEnd = (end: number) =>
      ((endsWord(query, end) && !isCut(end)) ||
        LETTERS_BEFORE_NUMBER.test(query.slice(position, end + 1)) ||
        isComplete(query.slice(position, end)) ||
        forms.isForm(query, end)) &&
      (mayBegin || (isInside && !isCompoundCharacter(query.charAt(end))));
    const found = mayBegin || isInside ? forms.findAt(query, position, mayEnd) : [];
    const length = findBest(query, position, found, forms)?.length ?? 0;
    if (length === 0) {
      position++;
      continue;
    }
    terms.push(...listUnlistedTerms(query, done, position, forms));
    const sameLength = found.filter((one) => one.length === length);
    const whole = sameLength.filter((one) => one.isWhole);
    // よさ is a word of its own, although it is also a form of 良い.
    const longest = whole.length > 0 ? whole : sameLength;
    const isQuestion = longest.some(({ row }) => row.role === 'question' || row.role === 'number');
    asksForNumber ||= longest.some(({ row }) => row.role === 'number');
    const surface = query.slice(position, position + length);
    (isQuestion ? questions : terms).push(createListedTerm(surface, longest, surface === query));
    position += length;
    done = position;
  }
  terms.push(...listUnlistedTerms(query, done, query.length, forms));
  const askedKinds = MEANING.test(query)
    ? { term: 2, guide: 1.3 }
    : asksForNumber
      ? { indicator: 1.6, statistic: 1.6 }
      : {};
  const kindFactors = { dataset: 0.6, ...askedKinds };
  if (terms.length > 0 || done > 0 || asksForNumber)
    return { terms: terms.length > 0 || questions.length > 1 ? terms : questions, kindFactors };
  // A query in kana that nothing explains is one word.
  return { terms: query.length > 1 ? [createUnlistedTerm(query, IMPORTANCE.noun)] : [], kindFactors };
}
