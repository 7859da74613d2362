import { createElement } from '../../browser/dom-elements.ts';

/** The parts of Pagefind's script that this module uses. */
interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<ProseResult> }[] }>;
}
interface ProseResult {
  readonly url: string;
  readonly meta: { readonly title: string };
  /** HTML: text and `<mark>`. */
  readonly excerpt: string;
}

const MAX_PAGES = 10;

async function searchProse(script: string, query: string): Promise<ProseResult[]> {
  const pagefind = (await import(/* @vite-ignore */ script)) as Pagefind;
  // The URLs in its index contain the base already.
  await pagefind.options({ baseUrl: '/' });
  const { results } = await pagefind.search(query);
  const pages = await Promise.all(results.slice(0, 2 * MAX_PAGES).map((result) => result.data()));
  // The list above shows these pages already, as exact results.
  const links = document.querySelectorAll<HTMLAnchorElement>('#results > [data-tier="exact"] h3 a');
  const shown = new Set([...links].map(({ href }) => href.replace(/#?:~:.*$/, '')));
  return pages.filter(({ url }) => !shown.has(new URL(url, location.href).href)).slice(0, MAX_PAGES);
}

function createLine({ url, meta, excerpt }: ProseResult): HTMLLIElement {
  // Only the text and the marks of its HTML are put on the page.
  const { childNodes } = new DOMParser().parseFromString(excerpt, 'text/html').body;
  const words = [...childNodes].map((node) =>
    node.nodeName === 'MARK' ? createElement('mark', {}, node.textContent ?? '') : (node.textContent ?? ''),
  );
  const heading = createElement('h3', {}, createElement('a', { href: url }, meta.title));
  return createElement('li', {}, heading, createElement('p', {}, ...words));
}

/** Creates the part of the page that searches prose with Pagefind, whose button loads the script of Pagefind. */
export function createProseSection(script: string, query: string): HTMLElement {
  const button = createElement('button', { type: 'button' }, '関係するページを文章からさがす');
  const status = createElement('output', { tabindex: '-1' });
  const list = createElement('ol', { class: 'results' });
  button.addEventListener('click', () => {
    // `disabled` would take the focus away.
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    status.value = 'さがしています…';
    searchProse(script, query)
      .then((pages) => {
        list.replaceChildren(...pages.map(createLine));
        status.value = pages.length > 0 ? `${pages.length}ページ` : '関係するページは見つかりませんでした。';
        if (button === document.activeElement) status.focus();
        button.hidden = true;
      })
      .catch((error: unknown) => {
        reportError(error);
        button.ariaDisabled = 'false';
        status.value = '読みこめませんでした。ページを読みこみ直してください。';
      });
  });
  const explanation = '言葉が近いページを、文章の中からさがします。言葉をそのまま含むとはかぎりません。';
  return createElement(
    'section',
    { class: 'search-prose' },
    createElement('h2', {}, '関係するページ（文章）'),
    createElement('p', { class: 'note' }, explanation),
    createElement('p', { class: 'buttons' }, button),
    createElement('p', {}, status),
    list,
  );
}
