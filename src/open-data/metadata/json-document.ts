/** A value of a JSON document. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Returns an object without null and empty lists. */
export function omitEmpty(entries: Readonly<Record<string, JsonValue>>): Record<string, JsonValue> {
  return Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}

/** Returns a document as indented JSON. */
export function formatJsonDocument(document: JsonValue): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
