/** Returns the element that a selector finds; throws if it is missing or of another kind. */
export function findElement<E extends HTMLElement>(parent: ParentNode, selector: string, kind: new () => E): E {
  const element = parent.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`no ${kind.name} ${selector}`);
}

/** Returns the element with an id; throws if it is missing or of another kind. */
export const getElement = <E extends HTMLElement>(id: string, kind: new () => E): E =>
  findElement(document, `#${id}`, kind);

/** Creates an element. Strings become text, never HTML. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** For counts: the module of `formatNumber` is larger than the scripts that count. */
export const countFormat = new Intl.NumberFormat('ja');

/** Loads a JSON file of this build. Nothing checks its shape: zod is larger than the scripts that load such files. */
export async function loadJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return (await response.json()) as T;
}

/** Returns a function that loads something once for each key. After a failure, the next call tries again. */
export function loadOnce<K, T>(load: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const loaded = new Map<K, Promise<T>>();
  return (key) => {
    const result = loaded.get(key) ?? load(key);
    loaded.set(key, result);
    result.catch(() => loaded.delete(key));
    return result;
  };
}

/** Changes the URL of the page and the state of its history entry, or adds an entry. */
export function changeUrl(url: string | URL, state?: unknown, method: 'replaceState' | 'pushState' = 'replaceState') {
  try {
    history[method](state, '', url);
  } catch {
    // Safari allows 100 changes in ten seconds. What the page shows does not depend on them.
  }
}

/** Saves a text, bytes or a picture as a file, without a request to any server. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  createElement('a', { href: url, download: name }).click();
  // The browser still needs the URL until the current task ends.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  });
}
