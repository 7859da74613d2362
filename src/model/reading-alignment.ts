import { foldKana } from './japanese-text.ts';
import { joinPatterns } from './text-patterns.ts';

/** A part of a title: a text that needs no reading, or kanji with their reading in hiragana. */
export type RubyPart = string | readonly [base: string, reading: string];

/** The parts of a title, or why there are none: the reading fits nowhere, or in several ways. */
export type ReadingAlignment =
  | { readonly ok: true; readonly parts: readonly RubyPart[] }
  | { readonly ok: false; readonly reason: 'unmatched' | 'ambiguous' };

interface TitlePart {
  readonly text: string;
  /** The sound of the text in hiragana; null if only the reading says it. */
  readonly sound: string | null;
}

/** The runs of a title, each kind in a group. */
const RUNS = joinPatterns(
  // Kanji with their variation selectors (葛󠄀) and the small ヶ of names
  /([\p{Script=Han}\u{E0100}-\u{E01EF}〆ヵヶ]+)/gu,
  // Kana
  /((?:(?![ヵヶ])[\p{Script=Hiragana}\p{Script=Katakana}ー])+)/gu,
  // Letters and digits
  /((?:(?![\p{Script=Han}〆\p{Script=Hiragana}\p{Script=Katakana}ー])[\p{L}\p{N}])+)/gu,
  // Everything else
  /([^\p{L}\p{N}]+)/gu,
);

/** What kanji can be read as; no word begins with small kana, ん or ー. */
const KANJI_READING = /(?![ぁぃぅぇぉっゃゅょゎんー])[ぁ-ゖー]+/y;

/** Longer titles and readings are not aligned, so they have no ruby. */
const MAX_LENGTH = { title: 200, reading: 400 } as const;

/** Splits a title into runs. @param isSpelled letters and digits are read, like kanji */
function splitTitle(title: string, isSpelled: boolean): TitlePart[] {
  const parts: TitlePart[] = [];
  for (const [text, kanji, , letters, other] of title.matchAll(RUNS)) {
    const isRead = kanji !== undefined || (isSpelled && letters !== undefined);
    const before = parts.at(-1);
    if (isRead && before?.sound === null) parts.splice(-1, 1, { text: before.text + text, sound: null });
    else parts.push({ text, sound: isRead ? null : other === undefined ? foldKana(text) : '' });
  }
  return parts;
}

/** The positions in the kana of a reading at which kanji or kana end. */
interface ReadingCuts {
  /** The positions of spaces and signs. */
  readonly all: readonly number[];
  /** The positions of signs: the title has one there too. */
  readonly signs: ReadonlySet<number>;
}

const NO_CUTS: ReadingCuts = { all: [], signs: new Set() };

/** Splits a reading into its kana and the positions of its spaces and signs. */
function splitReading(reading: string): { readonly kana: string; readonly cuts: ReadingCuts } {
  let kana = '';
  const all: number[] = [];
  const signs = new Set<number>();
  for (const [run] of foldKana(reading).matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu)) {
    if (/^[\p{L}\p{N}]/u.test(run)) kana += run;
    else all.push(kana.length);
    if (/[^\s\p{L}\p{N}]/u.test(run)) signs.add(kana.length);
  }
  return { kana, cuts: { all, signs } };
}

/** Returns where each part of a title ends in the kana of its reading: no way, the only one, or the first two. */
function matchParts(parts: readonly TitlePart[], kana: string, { all, signs }: ReadingCuts): (readonly number[])[] {
  const found: (readonly number[])[] = [];
  const ends: number[] = [];
  /** The parts and positions from which nothing was found, as numbers. */
  const dead = new Set<number>();
  const getState = (index: number, start: number) => index * (kana.length + 1) + start;
  const isSign = (index: number) => parts[index]?.sound === '';
  const canEnd = (index: number, end: number) =>
    !signs.has(end) || isSign(index) || isSign(index + 1) || end === kana.length;

  const visit = (index: number, start: number) => {
    const part = parts[index];
    if (!part) {
      if (start === kana.length) found.push([...ends]);
      return;
    }
    const next = all.find((cut) => cut > start) ?? kana.length;
    const [first, last] = listEnds(part, kana, start);
    const before = found.length;
    for (let end = first; end <= Math.min(last, Math.max(next, start)) && found.length < 2; end++) {
      if (!canEnd(index, end) || dead.has(getState(index + 1, end))) continue;
      ends.push(end);
      visit(index + 1, end);
      ends.pop();
    }
    if (found.length === before) dead.add(getState(index, start));
  };
  visit(0, 0);
  return found;
}

/** Returns the first and last position where a part from `start` can end; without one, the last is before the first. */
function listEnds({ sound }: TitlePart, kana: string, start: number): readonly [first: number, last: number] {
  if (sound !== null) {
    const end = start + sound.length;
    return [end, kana.startsWith(sound, start) ? end : -1];
  }
  KANJI_READING.lastIndex = start;
  return [start + 1, start + (KANJI_READING.exec(kana)?.[0].length ?? 0)];
}

/**
 * Divides the reading of a title among its kanji. The title's kana, letters and digits are in the reading too, and what
 * is between them belongs to the kanji between them. Letters and digits that it lacks are read like kanji.
 * A space or a sign in the reading shows where kanji or kana end. If nothing fits so, spaces and signs are ignored.
 * @example alignReading('手続きの見直し', 'てつづきのみなおし') // → [手続 てつづ] きの [見直 みなお] し
 */
export function alignReading(title: string, reading: string): ReadingAlignment {
  if (title.length > MAX_LENGTH.title || reading.length > MAX_LENGTH.reading) return { ok: false, reason: 'unmatched' };
  const { kana, cuts } = splitReading(reading);
  for (const isSpelled of [false, true])
    for (const ends of [cuts, NO_CUTS]) {
      const parts = splitTitle(title, isSpelled);
      const [first, second] = matchParts(parts, kana, ends);
      if (second) return { ok: false, reason: 'ambiguous' };
      if (first) return { ok: true, parts: joinParts(parts, kana, first) };
    }
  return { ok: false, reason: 'unmatched' };
}

/** Returns the parts with their readings; texts without readings that follow each other are one. */
function joinParts(parts: readonly TitlePart[], kana: string, ends: readonly number[]): RubyPart[] {
  const joined: RubyPart[] = [];
  parts.forEach(({ text, sound }, index) => {
    const before = joined.at(-1);
    if (sound === null) joined.push([text, kana.slice(ends[index - 1] ?? 0, ends[index])]);
    else if (typeof before === 'string') joined.splice(-1, 1, before + text);
    else joined.push(text);
  });
  return joined;
}
