import type { SiteData } from './portal.ts';

/** Works something out from a portal, once for each: a portal never changes, and many pages ask the same. */
export function memoizeBySite<T>(work: (portal: SiteData) => T): (portal: SiteData) => T {
  const known = new WeakMap<SiteData, { readonly result: T }>();
  return (portal) => {
    const { result } = known.get(portal) ?? { result: work(portal) };
    known.set(portal, { result });
    return result;
  };
}
