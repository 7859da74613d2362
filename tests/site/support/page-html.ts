/** What the HTML of a page says to programs. */
export interface PageHead {
  readonly lang: string;
  readonly title: string;
  /** The content of each `meta` element by its name, property or `http-equiv`. */
  readonly meta: ReadonlyMap<string, string>;
  readonly canonical: string | null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Returns text with its entities decoded. */
export const decodeEntities = (html: string): string =>
  html.replace(/&(?:#(x?)([\da-f]+)|(\w+));/gi, (entity, hex: string, code: string | undefined, name: string) =>
    code === undefined ? (ENTITIES[name] ?? entity) : String.fromCodePoint(parseInt(code, hex === '' ? 10 : 16)),
  );

/** Returns the text of some HTML without scripts, styles, white space and what only keeps a line together. */
export const readText = (html: string): string =>
  decodeEntities(html.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]+>/g, '')).replace(/[\s\u2060]+/g, '');

/** Returns the attributes of an opening tag. */
function readAttributes(tag: string): ReadonlyMap<string, string> {
  const attributes = [...tag.matchAll(/\s([\w:-]+)(?:="([^"]*)")?/g)];
  return new Map(attributes.map(([, name = '', value = '']) => [name, decodeEntities(value)]));
}

/** Lists the elements of some kinds with their attributes. */
export function listElements(html: string, names: string): { name: string; attributes: ReadonlyMap<string, string> }[] {
  return [...html.matchAll(new RegExp(`<(${names})((?:\\s[^<>]*)?)>`, 'g'))].map(([, name = '', rest = '']) => ({
    name,
    attributes: readAttributes(rest),
  }));
}

/** Reads what the HTML of a page says to programs. */
export function readPageHead(html: string): PageHead {
  const meta = listElements(html, 'meta').map(
    ({ attributes }) =>
      [
        attributes.get('name') ?? attributes.get('property') ?? attributes.get('http-equiv') ?? '',
        attributes.get('content') ?? '',
      ] as const,
  );
  const canonical = listElements(html, 'link').find(({ attributes }) => attributes.get('rel') === 'canonical');
  return {
    lang: listElements(html, 'html')[0]?.attributes.get('lang') ?? '',
    title: decodeEntities(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''),
    meta: new Map(meta),
    canonical: canonical?.attributes.get('href') ?? null,
  };
}

/** Lists the URLs that a page links to or shows, as they are in its HTML. */
export function listPageLinks(html: string): string[] {
  return listElements(html, 'a|link|img|form|script').flatMap(({ name, attributes }) => {
    if (attributes.get('rel') === 'canonical') return [];
    const url = attributes.get(name === 'img' || name === 'script' ? 'src' : name === 'form' ? 'action' : 'href');
    return url === undefined ? [] : [url];
  });
}
