import { createElement } from '../../browser/dom-elements.ts';

/** What of Pagefind's own script is used here. */
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

/** Pages that are shown. */
const MOST = 10;

/** The pages that the list above shows already, as exact results. */
function shownAbove(): Set<string> {
  const links = document.querySelectorAll<HTMLAnchorElement>('#results > [data-tier="exact"] h3 a');
  return new Set([...links].map(({ href }) => href.replace(/#?:~:.*$/, '')));
}

async function find(script: string, query: string): Promise<ProseResult[]> {
  const pagefind = (await import(/* @vite-ignore */ script)) as Pagefind;
  // The addresses in its index hold the base already.
  await pagefind.options({ baseUrl: '/' });
  const { results } = await pagefind.search(query);
  const found = await Promise.all(results.slice(0, 2 * MOST).map((result) => result.data()));
  const above = shownAbove();
  return found.filter(({ url }) => !above.has(new URL(url, location.href).href)).slice(0, MOST);
}

function line({ url, meta, excerpt }: ProseResult): HTMLLIElement {
  // What it gives as HTML is taken apart, and nothing but its text and its marks is put on the page.
  const { childNodes } = new DOMParser().parseFromString(excerpt, 'text/html').body;
  const words = [...childNodes].map((node) =>
    node.nodeName === 'MARK' ? createElement('mark', {}, node.textContent ?? '') : (node.textContent ?? ''),
  );
  return createElement(
    'li',
    {},
    createElement('h3', {}, createElement('a', { href: url }, meta.title)),
    createElement('p', {}, ...words),
  );
}

/**
 * The part of the page that asks Pagefind for pages of prose about a query, when the reader wishes it.
 * @param script the address of Pagefind's script
 */
export function createProseSection(script: string, query: string): HTMLElement {
  const button = createElement('button', { type: 'button' }, '関連するページを文章からさがす');
  const status = createElement('output', { tabindex: '-1' });
  const list = createElement('ol', { class: 'results' });
  button.addEventListener('click', () => {
    // Not disabled: that would take the focus away.
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    status.value = 'さがしています…';
    find(script, query)
      .then((found) => {
        list.replaceChildren(...found.map(line));
        status.value = found.length > 0 ? `${found.length}ページ` : '関連するページは見つかりませんでした。';
        if (button === document.activeElement) status.focus();
        button.hidden = true;
      })
      .catch(() => {
        button.ariaDisabled = 'false';
        status.value = '読み込めませんでした。もう一度押してください。';
      });
  });
  return createElement(
    'section',
    { class: 'search-prose' },
    createElement('h2', {}, '関連するページ（文章）'),
    createElement(
      'p',
      { class: 'note' },
      '言葉が近いページを、文章の中からさがします。言葉をそのまま含むとは限りません。',
    ),
    createElement('p', { class: 'buttons' }, button),
    createElement('p', {}, status),
    list,
  );
}
