/** What a citation tells: whose work, which data, of which version, where. */
export interface Cited {
  /** A short name without spaces, by which a list of references calls it. */
  readonly key: string;
  readonly author: string;
  readonly title: string;
  /** The day of the data's last change, as `2026-11-20`; null where none is known. */
  readonly updated: string | null;
  readonly version: string;
  readonly address: string;
  /** The document that the figures were read in. */
  readonly source: string;
}

/** A citation in one form, and what that form is called. */
interface Citation {
  readonly kind: string;
  readonly text: string;
}

/** A sentence for people: 計画ひろば「…」データの版 …（… 更新）、https://…。原資料：…。 */
function plain({ author, title, updated, version, address, source }: Cited): string {
  const day = updated === null ? '' : `（${updated} 更新）`;
  return `${author}『${title}』データの版 ${version}${day}、${address} 。原資料：${source}。`;
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text for TeX, with what TeX takes for commands made plain. */
const tex = (text: string) => text.replace(/[\\{}%&$#_~^]/g, (sign) => SPECIAL[sign] ?? `\\${sign}`);

/** An entry of BibTeX. Names stand in braces of their own, so that they are neither parted nor put into lower case. */
function bibtex({ key, author, title, updated, version, address, source }: Cited): string {
  const [year, month] = updated?.split('-') ?? [];
  const fields = [
    `author = {{${tex(author)}}}`,
    `title = {{${tex(title)}}}`,
    ...(year ? [`year = {${year}}`] : []),
    ...(month ? [`month = {${Number(month)}}`] : []),
    `note = {データの版 ${tex(version)}。原資料：${tex(source)}}`,
    `url = {${address}}`,
  ];
  return `@misc{${key},\n${fields.map((field) => `  ${field},\n`).join('')}}`;
}

/** A record of RIS: a tag a line; a value is never broken, or its rest would be read as a tag. */
function ris({ author, title, updated, version, address, source }: Cited): string {
  const tags = [
    ['TY', 'DATA'],
    ['AU', author],
    ['TI', title],
    ...(updated === null
      ? []
      : [['PY', updated.slice(0, 4)] as const, ['DA', updated.replaceAll('-', '/')] as const]),
    ['ET', version],
    ['N1', `原資料：${source}`],
    ['LA', 'ja'],
    ['UR', address],
    ['ER', ''],
  ] as const;
  return tags.map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, ' ')}`).join('\n');
}

/** The same citation in the forms that people and programs for references take. */
export function citations(cited: Cited): Citation[] {
  return [
    { kind: '文', text: plain(cited) },
    { kind: 'BibTeX', text: bibtex(cited) },
    { kind: 'RIS', text: ris(cited) },
  ];
}
