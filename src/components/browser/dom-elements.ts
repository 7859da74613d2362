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

/** Creates a table with a caption for screen readers. */
export const createTable = (caption: string, head: readonly Node[], body: readonly Node[]): HTMLTableElement =>
  createElement(
    'table',
    {},
    createElement('caption', { class: 'hidden-text' }, caption),
    createElement('thead', {}, ...head),
    createElement('tbody', {}, ...body),
  );

/**
 * Makes the squares in an element one stop of the Tab key: ← and → move to the next square, ↑ and ↓ to the next list of
 * squares, Home and End to the first and the last square. Returns the function that makes the first square the stop.
 */
export function connectSquares(field: HTMLElement): () => void {
  const listSquares = () => [...field.querySelectorAll<HTMLElement>('a.tile')];
  const stopAt = (stop: EventTarget | null | undefined) => {
    for (const square of listSquares()) square.tabIndex = square === stop ? 0 : -1;
  };
  field.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.matches('.tile')) stopAt(target);
  });
  field.addEventListener('keydown', (event) => {
    const squares = listSquares();
    const at = squares.findIndex((square) => square === event.target);
    const firsts = squares.filter((square, index) => square.closest('ul') !== squares[index - 1]?.closest('ul'));
    const list = firsts.findIndex((first) => first.closest('ul') === squares[at]?.closest('ul'));
    const targets: Readonly<Record<string, HTMLElement | undefined>> = {
      ArrowRight: squares[at + 1],
      ArrowLeft: squares[at - 1],
      ArrowDown: firsts[list + 1],
      ArrowUp: firsts[list - 1],
      Home: squares[0],
      End: squares.at(-1),
    };
    const target = targets[event.key];
    if (at < 0 || !target) return;
    event.preventDefault();
    target.focus();
  });
  const stopAtFirst = () => {
    stopAt(listSquares()[0]);
  };
  stopAtFirst();
  return stopAtFirst;
}

/** Loads a JSON file of this build. Nothing checks its shape: zod has more bytes than the scripts that load such files. */
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

/** Replaces the URL of the page and the state of its history entry. */
export function replaceUrl(url: string | URL, state?: unknown): void {
  try {
    history.replaceState(state, '', url);
  } catch {
    // Safari allows 100 changes in ten seconds. What the page shows does not depend on them.
  }
}

/** Saves a text, bytes or a picture as a file, without a request to any server. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = createElement('a', { href: url, download: name });
  link.click();
  // The browser still needs the URL until the current task ends.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  });
}
