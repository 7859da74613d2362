/** Lists the kinds of elements of a page: tag, classes and role, with one colour for all cities. */
function listElementKinds(html: string): Set<string> {
  const kinds = [...html.matchAll(/<([a-zA-Z][\w-]*)((?:\s[^<>]*)?)>/g)].map(([, tag = '', attributes = '']) => {
    const marks = [...attributes.matchAll(/\s(?:class|role|type)="([^"]*)"/g)].map(([, value = '']) => value);
    return [tag, ...marks].join('.').replace(/\bcity-\d+/g, 'city');
  });
  return new Set(kinds);
}

/** The size in letters up to which the length of a page does not matter. */
const SMALL_PAGE = 20_000;

/**
 * Chooses pages that together contain every kind of element that any of them has, few and small ones.
 * @param pages the HTML of each page by its name
 * @param leastNew the number of further kinds from which a page is worth a visit
 */
export function chooseCoveringPages(pages: ReadonlyMap<string, string>, leastNew = 1): Set<string> {
  const candidates = [...pages].map(([name, html]) => ({
    name,
    kinds: listElementKinds(html),
    size: Math.max(SMALL_PAGE, html.length),
  }));
  const missing = new Set(candidates.flatMap(({ kinds }) => [...kinds]));
  const chosen = new Set<string>();
  const countNew = ({ kinds }: (typeof candidates)[number]) => kinds.intersection(missing).size;
  for (;;) {
    const useful = candidates.filter((candidate) => countNew(candidate) >= leastNew);
    const [first, ...others] = useful;
    if (!first) return chosen;
    const worth = (candidate: (typeof candidates)[number]) => countNew(candidate) / candidate.size;
    const best = others.reduce((a, b) => (worth(b) > worth(a) ? b : a), first);
    chosen.add(best.name);
    for (const kind of best.kinds) missing.delete(kind);
  }
}
