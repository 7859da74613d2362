/** Returns the section of a Markdown text below a heading, up to the next heading of its level. */
export function readSection(text: string, heading: string): string {
  const [, section] = `\n${text}`.split(`\n${heading}\n`);
  if (section === undefined) throw new Error(`there is no heading “${heading}”`);
  return section.split(`\n${heading.slice(0, heading.indexOf(' ') + 1)}`)[0] ?? '';
}

const splitCells = (row: string) =>
  row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

/** Returns the tables in a Markdown text: the cells of each row, without the row of headings. */
export function readTables(text: string): string[][][] {
  const tables = text.matchAll(/^\|---.*\n((?:\|.*(?:\n|$))*)/gm);
  return [...tables].map(([, rows = '']) => rows.trimEnd().split('\n').map(splitCells));
}
