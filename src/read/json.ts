/** What a JSON text holds, or why it holds nothing, with the place, from 1. */
export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly detail: string; readonly line: number; readonly column: number };

/** Parses a JSON text. The place of an error is the one that the engine tells, or else the beginning. */
export function readJson(text: string): JsonReading {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const found = /\(line (\d+) column (\d+)\)/.exec(detail);
    return { ok: false, detail, line: Number(found?.[1] ?? 1), column: Number(found?.[2] ?? 1) };
  }
}
