import type { WordRow } from '../format/word-file.ts';
import { isCompoundCharacter, listSpokenForms, simplifyKana } from '../word-starts.ts';

/** The kana that may follow the stem of a verb or an adjective, by the last kana of its dictionary form. */
const ENDINGS: Readonly<Record<string, string>> = {
  う: 'わいうえおっ',
  く: 'かきくけこい',
  ぐ: 'がぎぐげごい',
  す: 'さしすせそ',
  つ: 'たちつてとっ',
  ぬ: 'なにぬねのん',
  ぶ: 'ばびぶべぼん',
  む: 'まみむめもん',
  る: 'らりるれろっ',
  い: 'いくかけさそ',
};

/** Kana after which a verb in る may lose it: 逃げる, 逃げたい. */
const BEFORE_RU = /[いきぎしじちにひびぴみりえけげせぜてでねへべぺめれ]$/u;

/** What speech leaves out: 進んでいる is 進んでる. */
const CONTRACTED = /(?<=.[てで])い(?=る$|ない$|た$)/u;

const KANA_ONLY = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;

/** A text that identifies a row. A stem has the kana that may follow it, or '' for any; a whole word has null. */
interface SurfaceForm {
  readonly row: WordRow;
  readonly endings: string | null;
}

/** A row that a query contains. */
export interface FoundRow {
  readonly row: WordRow;
  readonly length: number;
  /** False for a form of a verb or an adjective that the row does not list. */
  readonly isWhole: boolean;
}

/** Finds the rows of the table of words in a query, verbs and adjectives in every form. */
export class WordForms {
  readonly #surfaces = new Map<string, SurfaceForm[]>();
  readonly #noteLookup: (query: string, position: number) => void;
  #longest = 1;

  /** @param noteLookup is called with each position of a query at which rows are looked up */
  constructor(rows: readonly WordRow[], noteLookup: (query: string, position: number) => void = () => undefined) {
    this.#noteLookup = noteLookup;
    for (const row of rows)
      for (const form of row.forms.flatMap(listSpokenForms)) {
        for (const text of new Set([form, form.replace(CONTRACTED, '')])) this.#add(text, row, null);
        const ending = ENDINGS[form.slice(-1)];
        const stem = form.slice(0, -1);
        if (ending === undefined || stem.length === 0) continue;
        this.#add(stem, row, ending);
        if (form.endsWith('る') && BEFORE_RU.test(stem) && stem.length > 1) this.#add(stem, row, '');
      }
  }

  #add(surface: string, row: WordRow, endings: string | null): void {
    for (const text of new Set(KANA_ONLY.test(surface) ? [surface, simplifyKana(surface)] : [surface])) {
      const list = this.#surfaces.get(text) ?? [];
      list.push({ row, endings });
      this.#surfaces.set(text, list);
      this.#longest = Math.max(this.#longest, text.length);
    }
  }

  /** True for a text that says nothing about the subject of a query. */
  isQuestion(text: string): boolean {
    return this.#surfaces.get(text)?.some(({ row }) => row.role === 'question' || row.role === 'number') ?? false;
  }

  /** Returns the rows whose form begins at a position of a query, longest first. */
  findAt(query: string, position: number, mayEnd: (end: number) => boolean): FoundRow[] {
    this.#noteLookup(query, position);
    const found: FoundRow[] = [];
    for (let length = Math.min(this.#longest, query.length - position); length > 0; length--) {
      const text = query.slice(position, position + length);
      const forms =
        this.#surfaces.get(text) ?? (KANA_ONLY.test(text) ? this.#surfaces.get(simplifyKana(text)) : []) ?? [];
      const next = query.charAt(position + length);
      // A single kanji in a compound is not a word of its own: 人 of 人口.
      if (length === 1 && (isCompoundCharacter(next) || isCompoundCharacter(query.charAt(position - 1)))) continue;
      for (const { row, endings } of forms) {
        if (endings === null ? !mayEnd(position + length) : endings !== '' && !(next !== '' && endings.includes(next)))
          continue;
        if (!found.some((one) => one.row === row))
          found.push({ row, length: length + (endings ? 1 : 0), isWhole: endings === null });
      }
    }
    return found.sort((a, b) => b.length - a.length);
  }
}
