import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { toCharacterColumn } from './column.ts';

/** A file's front matter: plain values by key, and where each key's value stands. */
export interface FrontMatter {
  readonly values: Readonly<Record<string, unknown>>;
  /** Line and column, from 1, of a key's value; of the front matter's first line for a key that is not there. */
  readonly locate: (key: string) => { readonly line: number; readonly column: number };
}

export type FrontMatterReading =
  | { readonly ok: true; readonly front: FrontMatter }
  | {
      readonly ok: false;
      readonly missing: boolean;
      readonly detail: string;
      readonly line: number;
      readonly column: number;
    };

const FENCED = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** The plain values of a YAML map, or why there are none: `*強調*` is taken for an alias, which only shows here. */
function valuesOf(document: Document): Record<string, unknown> | string {
  try {
    return document.toJS() as Record<string, unknown>;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Reads the YAML between the two `---` at the head of an MDX file. Only a flat map of keys is taken. */
export function readFrontMatter(text: string): FrontMatterReading {
  const found = FENCED.exec(text);
  if (found?.index !== 0) return { ok: false, missing: true, detail: '', line: 1, column: 1 };
  const counter = new LineCounter();
  const document = parseDocument(found[1] ?? '', { lineCounter: counter, prettyErrors: false });
  // The YAML begins on the file's second line.
  const place = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: line + 1, column: toCharacterColumn(text, line + 1, col) };
  };
  const [error] = document.errors;
  if (error) return { ok: false, missing: false, detail: error.message, ...place(error.pos[0]) };
  const unfit = (detail: string) => ({ ok: false, missing: false, detail, line: 2, column: 1 }) as const;
  if (!isMap(document.contents)) return unfit('key: value');
  const values = valuesOf(document);
  if (typeof values === 'string') return unfit(values);
  const places = new Map<string, number>();
  for (const { key, value } of document.contents.items) {
    const [offset] = (isNode(value) ? value.range : null) ?? (isNode(key) ? key.range : null) ?? [0];
    if (isScalar(key)) places.set(String(key.value), offset);
  }
  return {
    ok: true,
    front: {
      values,
      locate: (key) => {
        const offset = places.get(key);
        return offset === undefined ? { line: 1, column: 1 } : place(offset);
      },
    },
  };
}
