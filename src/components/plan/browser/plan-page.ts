import { connectChoiceFilter, hasChosenValue } from '../../browser/choice-filter.ts';
import { connectSquares } from '../../browser/square-keys.ts';

/** Marks in the contents the part of the page that the reader sees. */
function followReader(contents: HTMLElement): void {
  const links = [...contents.querySelectorAll<HTMLAnchorElement>('a')];
  const linkOf = new Map(links.map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const visible = new Set<string>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) visible.add(target.id);
        else visible.delete(target.id);
      // A part is inside another one: the last in the order of the page is the innermost.
      const current = [...linkOf.keys()].findLast((id) => visible.has(id));
      if (current === undefined) return;
      for (const [id, link] of linkOf) link.ariaCurrent = id === current ? 'true' : null;
    },
    { rootMargin: '-10% 0px -75% 0px' },
  );
  for (const id of linkOf.keys()) {
    const part = document.getElementById(id);
    if (part) observer.observe(part);
  }
}

/** Connects the buttons that narrow the items of the plan, and its squares, to some themes. */
function connectThemes(filter: HTMLElement): void {
  const items = [...document.querySelectorAll<HTMLElement>('.node[data-themes]')];
  const squares = [...document.querySelectorAll<HTMLElement>('.plan-overview [data-themes]')];
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
  connectChoiceFilter(filter, {
    parameter: 'theme',
    items,
    readValues: ({ dataset }) => dataset.themes,
    groups: [...document.querySelectorAll<HTMLElement>('.node-run, .node-group')].filter((group) =>
      group.querySelector('.node[data-themes]'),
    ),
    showMore: (chosen) => {
      for (const square of squares) square.classList.toggle('is-off', !hasChosenValue(square.dataset.themes, chosen));
      for (const { hash, classList } of links) {
        const part = document.getElementById(decodeURIComponent(hash.slice(1)));
        classList.toggle('is-off', Boolean(part?.closest('[hidden]')));
      }
    },
  });
  filter.classList.add('ready');
}

const contents = document.querySelector<HTMLElement>('.contents');
const filter = document.querySelector<HTMLElement>('.theme-filter');
const overview = document.querySelector<HTMLElement>('.plan-overview');
if (contents) followReader(contents);
if (filter) connectThemes(filter);
if (overview) {
  connectSquares(overview);
  // Escape hides the name of a square.
  addEventListener('keydown', ({ key }) => overview.classList.toggle('is-quiet', key === 'Escape'));
  overview.addEventListener('pointerover', () => overview.classList.toggle('is-quiet', false));
}
