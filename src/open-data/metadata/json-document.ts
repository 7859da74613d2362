/** What a JSON document can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The entries of an object that say something: null and empty lists are left out. */
export function omitEmpty(entries: Readonly<Record<string, JsonValue>>): Record<string, JsonValue> {
  return Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}

/** A document of JSON that people can read too. */
export const formatJsonDocument = (document: JsonValue): string => `${JSON.stringify(document, null, 2)}\n`;
