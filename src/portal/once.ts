import type { Portal } from './portal.ts';

/** Works something out from a portal, once for each: a portal never changes, and many pages ask the same. */
export function oncePer<T>(work: (portal: Portal) => T): (portal: Portal) => T {
  const known = new WeakMap<Portal, { readonly result: T }>();
  return (portal) => {
    const { result } = known.get(portal) ?? { result: work(portal) };
    known.set(portal, { result });
    return result;
  };
}
