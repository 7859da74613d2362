import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { mdxToMdast, type MdastNode } from 'satteri';

/**
 * The column, from 1, in characters of a place that a parser gave in UTF-16 code units: 𠮷 is one character of two.
 * @param line the line's number, from 1
 * @param units the place's column, from 1, in code units
 */
export function toCharacterColumn(text: string, line: number, units: number): number {
  const found = text.split('\n')[line - 1] ?? '';
  return [...found.slice(0, Math.max(units, 1) - 1)].length + 1;
}

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

/** What stands in an MDX text besides words, each with its line and column, from 1. */
export interface MdxElement {
  readonly type: 'component' | 'code' | 'heading' | 'link' | 'image';
  /** A component's name, the code, a heading's depth, the address of a link or an image, or an image's label. */
  readonly value: string;
  /** A component's attributes that are plain text. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly column: number;
}

export type MdxReading =
  | {
      readonly ok: true;
      readonly elements: readonly MdxElement[];
      /** The words that a reader sees, a line for each block. */
      readonly text: string;
    }
  | { readonly ok: false; readonly detail: string; readonly line: number; readonly column: number };

interface Attribute {
  readonly name: string;
  readonly value: unknown;
}

function attributesOf(node: MdastNode): Attribute[] {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
  return node.attributes.map((one) => ({ name: 'name' in one ? one.name : '…', value: one.value }));
}

/** What a node is besides words, as pairs of a type and a value; nothing for most nodes. */
function meaning(node: MdastNode): [MdxElement['type'], string][] {
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const computed = attributesOf(node).filter(({ value }) => value !== null && typeof value === 'object');
      return [
        ['component', node.name ?? ''],
        ...computed.map(({ name }) => ['code', `${name}={…}`] as ['code', string]),
      ];
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
    default:
      return [];
  }
}

function* nodesIn(node: MdastNode): Generator<MdastNode> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesIn(child);
}

/** The labels that references of this type use. */
function labelsOf(nodes: readonly MdastNode[], type: 'imageReference' | 'linkReference'): Set<string> {
  return new Set(nodes.flatMap((node) => (node.type === type ? [node.identifier] : [])));
}

/** Every node that is told of; a definition that only images use is told with them. */
function nodesToTell(tree: MdastNode): MdastNode[] {
  const nodes = [...nodesIn(tree)];
  const images = labelsOf(nodes, 'imageReference').difference(labelsOf(nodes, 'linkReference'));
  return nodes.filter((node) => node.type !== 'definition' || !images.has(node.identifier));
}

function* parts(node: MdastNode, text: string): Generator<MdxElement> {
  const { line = 1, column: units = 1 } = node.position?.start ?? {};
  const attributes = Object.fromEntries(
    attributesOf(node).flatMap(({ name, value }) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
  for (const [type, value] of meaning(node))
    yield { type, value, attributes, line, column: toCharacterColumn(text, line, units) };
}

const INLINE = new Set([
  'text',
  'inlineCode',
  'link',
  'linkReference',
  'emphasis',
  'strong',
  'delete',
  'mdxJsxTextElement',
  'break',
]);

/** The words of a node: inline parts run on, blocks stand on lines of their own. */
function wordsIn(node: MdastNode): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (!('children' in node)) return '';
  const parts = node.children.map((child) => ({ text: wordsIn(child), inline: INLINE.has(child.type) }));
  return parts
    .filter(({ text }) => text !== '')
    .reduce((all, { text, inline }, at) => all + (inline || at === 0 ? '' : '\n') + text, '');
}

/** Parses an MDX file by the same parser that renders it, and lists what is more than plain words. */
export function readMdx(text: string): MdxReading {
  try {
    const tree = mdxToMdast(text);
    return {
      ok: true,
      elements: nodesToTell(tree).flatMap((node) => [...parts(node, text)]),
      text: wordsIn(tree),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const found = /^(\d+):(\d+): ([\s\S]*)$/.exec(message);
    const line = Number(found?.[1] ?? 1);
    const column = toCharacterColumn(text, line, Number(found?.[2] ?? 1));
    return { ok: false, detail: found?.[3] ?? message, line, column };
  }
}
