/** What a JSON document can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The entries of an object that say something: null and empty lists are left out. */
export function said(entries: Readonly<Record<string, Json>>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(entries).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** A document of JSON that people can read too. */
export function printed(document: Json): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
