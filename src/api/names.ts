/** A name of an address as the description of the API writes it: `node-links` → `NodeLinks`. */
export function toPascalCase(name: string): string {
  return name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** What the answer of a list is called, from what one of its records is called. */
export function getListSchemaName(called: string): string {
  return `${called}List`;
}

/** What the rows of a table are called. */
export function getRowsSchemaName(table: string): string {
  return `${toPascalCase(table)}Rows`;
}
