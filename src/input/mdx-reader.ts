import { mdxToMdast, type MdastNode } from 'satteri';
import { CST, isMap, isNode, isScalar, isSeq, Lexer, parseDocument } from 'yaml';
import { createIssue } from '../diagnostics/diagnostic.ts';
import { MAX_FRONT_MATTER_LENGTH, MAX_LINE_LENGTH, MAX_NESTING, MAX_SIGNS } from '../model/input-limits.ts';
import { FILE_START, type InputPosition, type LocatedIssue } from './input-rows.ts';
import { describeParserError, findConflictMark } from './parser-errors.ts';
import { createLocator, decodeText } from './text-decoding.ts';

/**
 * Returns a function that converts a line and a column in UTF-16 code units, as parsers count, to a column in
 * characters: 𠮷 is one character of two code units. It reads a line once if it is asked for its columns in their order.
 */
export function createColumnCounter(lines: readonly string[]): (line: number, units: number) => number {
  let [last, read, column] = [0, 1, 1];
  return (line, units) => {
    if (line !== last || units < read) [last, read, column] = [line, 1, 1];
    column += [...(lines[line - 1] ?? '').slice(read - 1, units - 1)].length;
    read = units;
    return column;
  };
}

/** Why a text with too many lists, quotations or brackets inside one another is refused. */
const NESTED_TOO_DEEP = `入れ子が${MAX_NESTING}段をこえています`;

const FENCED = /^---[ \t]*\r?\n([\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/;

/**
 * Returns a text with empty lines instead of its front matter. What is checked must be what is rendered: the parser
 * of MDX may take another line for the end of the front matter, and would then pass over code. A backslash at the very
 * end of an `import` would end the process of the parser: there is a line break after it.
 */
export const blankFrontMatter = (text: string): string =>
  `${text.replace(FENCED, (front) => front.replace(/[^\n]+/g, ''))}\n`;

/** Returns the text of a valid MDX file, with empty lines instead of its front matter. */
export function readMdxBody(bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  return decoded.ok ? blankFrontMatter(decoded.text) : '';
}

/** Finds the first tag, anchor or alias of a YAML text (`!市`, `&市`, `*市`), which would not be a part of its value. */
function findSign(yaml: string): { readonly sign: string; readonly offset: number } | null {
  let offset = 0;
  for (const lexeme of new Lexer().lex(yaml)) {
    const [sign] = /^[!&*]/.exec(lexeme) ?? [];
    if (sign !== undefined) return { sign, offset };
    // The lexer adds characters that the text does not contain.
    if (![CST.DOCUMENT, CST.FLOW_END, CST.SCALAR].includes(lexeme)) offset += lexeme.length;
  }
  return null;
}

/**
 * Reads the YAML between the two `---` at the head of an MDX file, which must be a map of keys: the plain values by
 * key, and a function that locates a key's value, or else the front matter.
 */
export function readFrontMatter(text: string) {
  const fenced = FENCED.exec(text);
  const mark = findConflictMark(fenced?.[0] ?? text);
  if (mark) return { ...mark, missing: false };
  if (!fenced) {
    const detail = /^---[ \t]*\r?\n/.test(text) ? '終わりの --- がありません' : '';
    return { ok: false, missing: true, detail, ...FILE_START } as const;
  }
  const yaml = fenced[1] ?? '';
  const refuse = (detail: string, position: InputPosition = { line: 2, column: 1 }) =>
    ({ ok: false, missing: false, detail, ...position }) as const;
  if (yaml.length > MAX_FRONT_MATTER_LENGTH) return refuse(`${MAX_FRONT_MATTER_LENGTH}字までです`);
  // The YAML begins on the file's second line.
  const locateOffset = createLocator(yaml, 2);
  const found = findSign(yaml);
  if (found) return refuse(`値が「${found.sign}」で始まっています`, locateOffset(found.offset));
  const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'error' });
  const [error] = document.errors;
  const isDeep = error?.message.startsWith('Maximum call stack');
  if (error) {
    const detail = isDeep ? NESTED_TOO_DEEP : describeParserError(error.message, error.code);
    return refuse(detail, locateOffset(error.pos[0]));
  }
  if (!isMap(document.contents)) return refuse('「名前: 値」の行がありません');
  const values = document.toJS() as Record<string, unknown>;
  const offsets = new Map<string, number>();
  const issues: LocatedIssue[] = [];
  for (const { key, value } of document.contents.items) {
    for (const part of isSeq(value) ? value.items : [value]) {
      if (!isScalar(part) || part.type !== 'PLAIN') continue;
      const [, end] = part.range;
      // Comments usually have two spaces before their sign, or one behind it.
      const [, comment] = /^ (#[\p{L}\p{N}].*)/u.exec(yaml.slice(end)) ?? [];
      if (comment === undefined) continue;
      const issue = createIssue('cut-value', { value: String(part.value), comment });
      issues.push({ issue, ...locateOffset(end + 1) });
    }
    const [offset] = (isNode(value) ? value.range : null) ?? (isNode(key) ? key.range : null) ?? [0];
    if (isScalar(key)) offsets.set(String(key.value), offset);
  }
  const locate = (key: string): InputPosition => {
    const offset = offsets.get(key);
    return offset === undefined ? FILE_START : locateOffset(offset);
  };
  return { ok: true, values, issues, locate } as const;
}

/** A part of an MDX text that is not plain words, with its position. */
export interface MdxElement extends InputPosition {
  readonly type: 'component' | 'code' | 'heading' | 'link' | 'image' | 'footnote' | 'unread' | 'lost';
  /** A component's name, the code, a heading's depth, a URL, the label of an image or footnote, signs, or lost words. */
  readonly value: string;
  /** A component's attributes that are plain text, and the words in it as `children`. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Our name for an attribute that is a program (`{...props}`) and has no name. */
const SPREAD = '…';

function listAttributes(node: MdastNode) {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
  return node.attributes.map((attribute) => ({
    name: 'name' in attribute ? attribute.name : SPREAD,
    value: attribute.value,
  }));
}

/** Signs that are no bold text or footnote: **「太字」**です has a bracket inside and a letter outside, and [^1] no text. */
const UNREAD_SIGNS = /\*\*[^*\n]{0,30}(?:\*\*)?|\[\^[^\]\s]{1,30}\]/;

/** Returns the types and values of the elements of a node; most nodes have none. */
function describeNode(node: MdastNode): [MdxElement['type'], string][] {
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      // A spread ({...x}) has no name, and its program is a text. Astro obeys names with a colon, such as client:load.
      const computed = listAttributes(node).filter(
        ({ name, value }) => name === SPREAD || name.includes(':') || (value !== null && typeof value === 'object'),
      );
      return [['component', node.name ?? ''], ...computed.map(({ name }): ['code', string] => ['code', `${name}={…}`])];
    }
    case 'mdxjsEsm':
    case 'mdxTextExpression':
    case 'mdxFlowExpression':
      return [['code', node.value]];
    case 'heading':
      return [['heading', String(node.depth)]];
    case 'link':
    case 'definition':
      return [['link', node.url]];
    case 'image':
      return [['image', node.url]];
    case 'imageReference':
      return [['image', node.identifier]];
    case 'footnoteDefinition':
      return [['footnote', `[^${node.label ?? node.identifier}]`]];
    case 'tableCell':
      return extractWords(node) === '' ? [] : [['lost', extractWords(node)]];
    case 'text':
      return [...(UNREAD_SIGNS.exec(node.value) ?? [])].map((signs) => ['unread', signs]);
    default:
      return [];
  }
}

function* walkNodes(node: MdastNode, depth = 0): Generator<MdastNode> {
  yield node;
  if (depth > MAX_NESTING) throw new RangeError();
  if ('children' in node) for (const child of node.children) yield* walkNodes(child, depth + 1);
}

/** Returns the labels that references of this type use. */
const collectLabels = (nodes: readonly MdastNode[], type: `${'image' | 'link' | 'footnote'}Reference`): Set<string> =>
  new Set(nodes.flatMap((node) => (node.type === type ? [node.identifier] : [])));

/** Returns all nodes, without definitions of images, which are reported with these, and shown footnotes and cells. */
function listReportedNodes(tree: MdastNode): MdastNode[] {
  const nodes = [...walkNodes(tree)];
  const images = collectLabels(nodes, 'imageReference').difference(collectLabels(nodes, 'linkReference'));
  const footnotes = collectLabels(nodes, 'footnoteReference');
  // A page shows no cells beyond the headings of a table.
  const tables = nodes.flatMap((node) => (node.type === 'table' ? [node.children] : []));
  const lostCells = tables.flatMap((rows) => rows.flatMap((row) => row.children.slice(rows[0]?.children.length)));
  const lost = new Set<MdastNode>(lostCells);
  return nodes.filter((node) => {
    if (node.type === 'definition') return !images.has(node.identifier);
    if (node.type === 'tableCell') return lost.has(node);
    // Of several footnotes with one label, a page shows the first.
    return node.type !== 'footnoteDefinition' || !footnotes.delete(node.identifier);
  });
}

function createElements(node: MdastNode, countColumn: ReturnType<typeof createColumnCounter>): MdxElement[] {
  const { line = 1, column: units = 1 } = node.position?.start ?? {};
  const attributes = Object.fromEntries(
    listAttributes(node).flatMap(({ name, value }) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
  if (node.type.startsWith('mdxJsx')) attributes.children = extractWords(node);
  return describeNode(node).map(([type, value]) => {
    const before = type === 'unread' && 'value' in node ? node.value.split(value, 1).join('').split('\n') : [''];
    const [at, from] = [line + before.length - 1, before.length > 1 ? 1 : units];
    return { type, value, attributes, line: at, column: countColumn(at, from + (before.at(-1) ?? '').length) };
  });
}

const INLINE = /^(?:text|inlineCode|link|linkReference|emphasis|strong|delete|mdxJsxTextElement)$/;

/** Returns the words of a node: inline parts on one line, each block on a line of its own. */
function extractWords(node: MdastNode): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (!('children' in node)) return '';
  const parts = node.children.map((child) => ({ text: extractWords(child), inline: INLINE.test(child.type) }));
  return parts
    .filter(({ text }) => text !== '')
    .reduce((all, { text, inline }, at) => all + (inline || at === 0 ? '' : '\n') + text, '');
}

/** Parses the body of an MDX file by the parser that renders it: its elements, and a line of words for each block. */
export function readMdx(text: string) {
  const lines = text.split('\n');
  const countColumn = createColumnCounter(lines);
  const refuse = (detail: string, line = 1, column = 1) => ({ ok: false, detail, line, column }) as const;
  // The parser may take a conflict mark of git for a quotation or a heading.
  const mark = findConflictMark(text);
  if (mark) return mark;
  const long = lines.findIndex(({ length }) => length > MAX_LINE_LENGTH);
  if (long >= 0) return refuse(`1行は${MAX_LINE_LENGTH}字までです`, long + 1);
  if (text.split(/[<>{]/).length > MAX_SIGNS + 1) return refuse(`<、>、{ は、あわせて${MAX_SIGNS}個までです`);
  try {
    const tree = mdxToMdast(text);
    const elements = listReportedNodes(tree).flatMap((node) => createElements(node, countColumn));
    return { ok: true, elements, text: extractWords(tree) } as const;
  } catch (error) {
    // The error of a text with too many levels; with far more, the parser overflows the stack.
    if (error instanceof RangeError) return refuse(NESTED_TOO_DEEP);
    const message = error instanceof Error ? error.message : String(error);
    const [, line = 1, units = 1, detail = message] = /^(\d+):(\d+): ([\s\S]*)$/.exec(message) ?? [];
    return refuse(describeParserError(detail), Number(line), countColumn(Number(line), Number(units)));
  }
}
