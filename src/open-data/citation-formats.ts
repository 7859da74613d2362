/** What a citation tells: whose work, which page or data, of which version, where, and what it was made from. */
export interface CitedWork {
  /** A short name without spaces, by which a list of references calls it. */
  readonly key: string;
  readonly author: string;
  readonly title: string;
  /** The day of the data's last change, as `2026-11-20`; null where none is known. */
  readonly updated: string | null;
  readonly version: string;
  readonly url: string;
  /** The short name of the licence: `CC BY 4.0`. */
  readonly licence: string;
  /** The documents that it was made from, in words; empty where it is the site's own. */
  readonly sources: readonly string[];
}

/** A citation in one form, and what that form is called. */
interface Citation {
  readonly kind: string;
  readonly text: string;
  /** Where programs for references take the form as a file: its ending and its media type. */
  readonly file?: { readonly ending: string; readonly type: string };
}

/** The short name of a licence, from its SPDX id: `CC-BY-4.0` → `CC BY 4.0`. */
export function formatLicence(id: string): string {
  return id.replace(/^CC-(.+)-([\d.]+)$/, 'CC $1 $2');
}

/** A name for a list of references, from an address: `/plans/mihon/1_1/` → `plans-mihon-1_1`. */
export function getCitationKey(path: string): string {
  return path.split('/').filter(Boolean).join('-') || 'home';
}

const made = ({ sources }: CitedWork) => (sources.length === 0 ? '' : `原資料：${sources.join('、')}`);

/** The work with its version, terms and address, as a line of 出典 names it. */
function named({ author, title, updated, version, url, licence }: CitedWork): string {
  const day = updated === null ? '' : `、${updated} 更新`;
  return `${author}「${title}」（データの版 ${version}${day}、${licence}）${url}`;
}

/** What a work was made from, in brackets behind it. */
function madeFrom(cited: CitedWork): string {
  const from = made(cited);
  return from === '' ? '' : `（${from}）`;
}

/** A sentence for a list of references. */
function plain(cited: CitedWork): string {
  const { author, title, updated, version, url } = cited;
  const day = updated === null ? '' : `（${updated} 更新）`;
  const from = made(cited);
  return `${author}『${title}』データの版 ${version}${day}、${url} 。${from === '' ? '' : `${from}。`}`;
}

/*
 * TeX's own signs in words. Braces too: BibTeX counts them even behind a backslash, and one too many would swallow the
 * entries that follow.
 */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Line breaks of any kind, and other signs that no text shows. */
const UNSEEN = /[\p{Cc}\u2028\u2029]+/gu;

/** A text in one line. */
const line = (text: string) => text.replace(UNSEEN, ' ');

/** Text for TeX, with what TeX takes for commands made plain. */
const tex = (text: string) => line(text).replace(/[\\{}%&$#_~^]/g, (sign) => SPECIAL[sign] ?? `\\${sign}`);

/** An entry of BibTeX. Names stand in braces of their own, so that they are neither parted nor put into lower case. */
function bibtex(cited: CitedWork): string {
  const { key, author, title, updated, version, url, licence } = cited;
  const [year, month] = updated?.split('-') ?? [];
  const notes = [`データの版 ${version}`, licence, made(cited)].filter((note) => note !== '');
  const fields = [
    `author = {{${tex(author)}}}`,
    `title = {{${tex(title)}}}`,
    ...(year ? [`year = {${year}}`] : []),
    ...(month ? [`month = {${Number(month)}}`] : []),
    `note = {${tex(notes.join('。'))}}`,
    `url = {${url}}`,
  ];
  return `@misc{${key},\n${fields.map((field) => `  ${field},\n`).join('')}}\n`;
}

/** A record of RIS: a tag a line, each ended by CR LF; a value is never broken, or its rest would be read as a tag. */
function ris(cited: CitedWork): string {
  const { author, title, updated, version, url, licence, sources } = cited;
  const tags = [
    ['TY', 'DATA'],
    ['AU', author],
    ['TI', title],
    ...(updated === null ? [] : [['PY', updated.slice(0, 4)] as const, ['DA', updated.replaceAll('-', '/')] as const]),
    ['ET', version],
    ...sources.map((source) => ['N1', `原資料：${source}`] as const),
    ['C1', licence],
    ['LA', 'ja'],
    ['UR', url],
    ['ER', ''],
  ] as const;
  return tags.map(([tag, value]) => `${tag}  - ${line(value)}\r\n`).join('');
}

/** The same citation in the forms that people and programs for references take. */
export function formatCitations(cited: CitedWork): readonly Citation[] {
  return [
    { kind: '出典の行（そのまま使うとき）', text: `出典：${named(cited)} ${madeFrom(cited)}`.trim() },
    { kind: '出典の行（加工したとき）', text: `出典：${named(cited)} を加工して作成${madeFrom(cited)}` },
    { kind: '文', text: plain(cited) },
    { kind: 'BibTeX', text: bibtex(cited), file: { ending: 'bib', type: 'application/x-bibtex' } },
    { kind: 'RIS', text: ris(cited), file: { ending: 'ris', type: 'application/x-research-info-systems' } },
  ];
}
