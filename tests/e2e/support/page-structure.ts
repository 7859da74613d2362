/** Elements without an end tag. */
const VOID = new Set(['br', 'circle', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);

/** The levels of elements that make a structure: an element and its parent. */
const LEVELS = 2;

/** Lists the structures of a page: tag, classes and role of each element and its parent, with one colour for all cities. */
function listStructures(html: string): Set<string> {
  const paths = new Set<string>();
  const open: { readonly tag: string; readonly path: string }[] = [];
  for (const [, slash = '', tag = '', attributes = ''] of html.matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:\s[^<>]*)?)>/g)) {
    if (slash) {
      const start = open.findLastIndex((element) => element.tag === tag);
      if (start >= 0) open.length = start;
      continue;
    }
    const marks = [...attributes.matchAll(/\s(?:class|role|type)="([^"]*)"/g)].map(([, value = '']) => value);
    const path = `${open.at(-1)?.path ?? ''}/${[tag, ...marks].join('.').replace(/\bcity-\d+/g, 'city')}`;
    paths.add(path.split('/').slice(-LEVELS).join('/'));
    if (!VOID.has(tag) && !attributes.endsWith('/')) open.push({ tag, path });
  }
  return paths;
}

/** The size in letters up to which the length of a page does not matter. */
const SMALL_PAGE = 20_000;

/**
 * Chooses pages that together contain every structure that any page has, few and small ones.
 * @param pages the HTML of each page by its name
 */
export function chooseStructures(pages: ReadonlyMap<string, string>): Set<string> {
  const candidates = [...pages].map(([name, html]) => ({
    name,
    paths: listStructures(html),
    size: Math.max(SMALL_PAGE, html.length),
  }));
  const missing = new Set(candidates.flatMap(({ paths }) => [...paths]));
  const chosen = new Set<string>();
  const worth = ({ paths, size }: (typeof candidates)[number]) => paths.intersection(missing).size / size;
  while (missing.size > 0) {
    const best = candidates.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    chosen.add(best.name);
    for (const path of best.paths) missing.delete(path);
  }
  return chosen;
}
