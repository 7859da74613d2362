/** What stands on a page, as the browser has it. */
export interface PageFacts {
  readonly lang: string;
  readonly title: string;
  /** Level and text of each heading, in order. */
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  readonly meta: Readonly<Record<string, string>>;
  readonly canonical: string | null;
  /** Whole addresses that the page links to or shows. */
  readonly links: readonly string[];
  readonly ids: readonly string[];
  /** Files of script, and scripts that stand in the page. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Reads a page. Runs in the browser, so that it may use nothing from outside itself. */
export function readPageFacts(): PageFacts {
  const all = <T extends Element>(selector: string) => [...document.querySelectorAll<T>(selector)];
  const isProgram = ({ type }: HTMLScriptElement) => /^(?:$|module$|text\/javascript$)/.test(type);
  return {
    lang: document.documentElement.lang,
    title: document.title,
    headings: all<HTMLHeadingElement>('h1,h2,h3,h4,h5,h6').map((one) => ({
      level: Number(one.tagName.slice(1)),
      text: one.innerText.trim(),
    })),
    meta: Object.fromEntries<string>(
      all<HTMLMetaElement>('meta').map((one) => [
        [one.name, one.getAttribute('property') ?? '', one.httpEquiv].find((name) => name !== '') ?? 'charset',
        one.content,
      ]),
    ),
    canonical: document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.getAttribute('href') ?? null,
    links: [
      ...all<HTMLAnchorElement | SVGAElement>('a[href]').map(
        (link) => new URL(link.getAttribute('href') ?? '', location.href).href,
      ),
      ...all<HTMLLinkElement>('link[href]:not([rel=canonical])').map(({ href }) => href),
      ...all<HTMLImageElement>('img[src]').map(({ src }) => src),
      ...all<HTMLFormElement>('form[action]').map(({ action }) => action),
    ],
    ids: all('[id]').map(({ id }) => id),
    scripts: all<HTMLScriptElement>('script')
      .filter(isProgram)
      .map(({ src }) => src || 'inline'),
    styles: all<HTMLLinkElement>('link[rel=stylesheet]').map(({ href }) => href),
  };
}

/** Draws what is drawn only once it is scrolled to (src/components/text/reference-entry.css): until then it has no place. */
export function renderWholePage(): void {
  for (const one of document.querySelectorAll<HTMLElement>('.entry')) one.style.contentVisibility = 'visible';
}

/**
 * The text a reader sees, without white space, which print may lay out in another way, and without what a
 * script adds to pictures and tables: it says nothing, but does something that needs the script.
 */
export function readPageText(): string {
  const added = [...document.querySelectorAll<HTMLElement>('.picture button, .data-tools, .data-hint')].map((one) => ({
    one,
    before: one.style.display,
  }));
  for (const { one } of added) one.style.display = 'none';
  const text = document.body.innerText.replace(/\s+/g, '');
  for (const { one, before } of added) one.style.display = before;
  return text;
}

/** Words, cells and headings of the main part that a reader does not see just now; what is only there to be pressed aside. */
export function findUnseenParts(): string[] {
  const visible = { visibilityProperty: true, contentVisibilityAuto: false };
  const onlyLeads = (part: Element) => part.querySelector('a, button')?.textContent.trim() === part.textContent.trim();
  /** True for the heading of a column whose cells say it themselves. */
  const saidByCells = (part: Element) =>
    part.matches('thead th') &&
    [...(part.closest('table')?.querySelectorAll<HTMLElement>('tbody :is(th, td)') ?? [])].some(
      (cell) =>
        cell.dataset.head === part.textContent.trim() &&
        cell.checkVisibility(visible) &&
        getComputedStyle(cell, '::before').content.includes(part.textContent.trim()),
    );
  const parts = [...document.querySelectorAll<HTMLElement>('main :is(h1,h2,h3,h4,p,li,td,th,dt,dd,figcaption)')];
  return parts
    .filter((part) => !part.closest('nav, form') && !onlyLeads(part) && !part.checkVisibility(visible))
    .filter((part) => !saidByCells(part))
    .map((part) => `${part.tagName.toLowerCase()}: ${(part.textContent || '').trim().slice(0, 40)}`);
}

/** True where the focus is in the main part of the page. */
export function isFocusInMain(): boolean {
  return document.activeElement?.closest('main') != null;
}

/** True where the focus is on a link to a place on the same page. */
export function isFocusOnLinkWithin(): boolean {
  return document.activeElement?.getAttribute('href')?.startsWith('#') ?? false;
}
