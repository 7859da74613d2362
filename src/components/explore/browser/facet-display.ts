import { ALL_KINDS, facetIds, mapFacets, NO_VALUE, type FacetId } from '../../../site-data/explore-facets.ts';
import { countFormat, createElement, findElement, getElement } from '../../browser/dom-elements.ts';
import type { ChosenValues, ExploreQuery, FilterResult } from './explore-query.ts';
import type { CityLook, ValueNames } from './item-groups.ts';

const root = getElement('explore', HTMLDivElement);
const facets = findElement(root, '.facets', HTMLDivElement);
const boxes = [...facets.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
const findBoxes = (facet: FacetId) => boxes.filter(({ name }) => name === facet);

export const exploreElements = {
  root,
  facets,
  boxes,
  words: findElement(facets, '[type=search]', HTMLInputElement),
  count: getElement('explore-count', HTMLOutputElement),
  jump: findElement(facets, '.explore-jump', HTMLAnchorElement),
  chosen: getElement('explore-chosen', HTMLDivElement),
  grouping: getElement('explore-grouping', HTMLDivElement),
  picture: getElement('explore-picture', HTMLDivElement),
  table: getElement('explore-table', HTMLDivElement),
  note: getElement('explore-note', HTMLParagraphElement),
  list: getElement('explore-list', HTMLDivElement),
  buttons: [...root.querySelectorAll<HTMLButtonElement>('.explore-tools button')],
};

/** The names of the values of each facet, which the page prints. */
export const valueNames: Readonly<Record<FacetId, ValueNames>> = mapFacets(
  (facet) => new Map(findBoxes(facet).map((box) => [box.value, box.nextElementSibling?.textContent.trim() ?? ''])),
);

export const facetTitles: Readonly<Record<FacetId, string>> = mapFacets(
  (facet) => findBoxes(facet)[0]?.closest('fieldset')?.querySelector('legend')?.textContent ?? '',
);

/** Returns true if a text is the id of a facet. */
export const isFacetId = (name: string): name is FacetId => facetIds.some((facet) => facet === name);

const { chosen: chips, words } = exploreElements;

/** A choice with the parts that change. */
const choices = boxes.map((box) => {
  const [label, number] = [box.closest('label'), createElement('span', { class: 'num' })];
  label?.append(number);
  return { box, label, number, key: label?.querySelector('i') };
});

/** Shows how many items each choice has, with a bar for its share of its facet, and the colours of municipalities. */
export function showCounts(
  counts: FilterResult['counts'],
  chosen: ChosenValues,
  looks: ReadonlyMap<string, CityLook>,
): void {
  const most = mapFacets((facet) => Math.max(1, ...counts[facet].values()));
  for (const { box, label, number, key } of choices) {
    const { name, value } = box;
    if (!label || !isFacetId(name)) continue;
    const count = counts[name].get(value) ?? 0;
    box.checked = chosen[name].has(value);
    const fold = box.checked && box.closest<HTMLDetailsElement>('details.facet-values');
    if (fold) fold.open = true;
    const text = countFormat.format(count);
    if (number.textContent !== text) {
      number.textContent = text;
      label.style.setProperty('--share', `${(100 * count) / most[name]}%`);
      label.classList.toggle('none', count === 0);
    }
    if (key) {
      const look = looks.get(value);
      key.hidden = look === undefined;
      key.className = `tile ${look?.colour ?? ''}`;
      key.dataset.sign = look?.sign ?? '';
    }
  }
}

const isUnknown = ([name, value]: [string, string]) =>
  isFacetId(name) && !['', ALL_KINDS].includes(value) && !valueNames[name].has(value);

/**
 * Shows a button for each choice, which takes the choice back.
 * @param change shows a changed query
 * @param countFound counts the items of a changed query; null if the buttons show no counts
 */
export function showChips(
  query: ExploreQuery,
  change: (changes: Partial<ExploreQuery>) => void,
  countFound: ((changes: Partial<ExploreQuery>) => number) | null,
): void {
  const parts = facetIds.flatMap((facet) =>
    [...query.chosen[facet]].map((value): { title: string; rest: Partial<ExploreQuery> } => {
      const rest = new Set([...query.chosen[facet]].filter((one) => one !== value));
      return { title: valueNames[facet].get(value) ?? value, rest: { chosen: { ...query.chosen, [facet]: rest } } };
    }),
  );
  const asked = query.words.trim();
  if (asked !== '') parts.push({ title: `「${asked}」`, rest: { words: '' } });
  const createButton = (
    part: Partial<ExploreQuery>,
    attributes: Record<string, string>,
    ...content: (Node | string)[]
  ) => {
    const button = createElement('button', { type: 'button', ...attributes }, ...content);
    button.addEventListener('click', () => {
      const at = [...chips.querySelectorAll('button')].indexOf(button);
      change(part);
      // The button is gone: its neighbour takes the focus, but not the one that takes all choices back.
      const others = chips.querySelectorAll<HTMLElement>('button:not(.all)');
      (others[Math.min(at, others.length - 1)] ?? words).focus();
    });
    return button;
  };
  const buttons = parts.map(({ title, rest }) => {
    const action = `をはずす${countFound === null ? '' : `（${countFormat.format(countFound(rest))}件）`}`;
    const sign = createElement('span', {}, countFound === null ? ' ×' : action);
    return createButton(rest, { 'aria-label': title + action }, title, sign);
  });
  if (buttons.length > 1)
    buttons.push(createButton({ chosen: mapFacets(() => new Set()), words: '' }, { class: 'all' }, 'すべてはずす'));
  // Items of a theme need not contain its name.
  for (const [theme, title] of valueNames.theme)
    if (title === asked && theme !== NO_VALUE) {
      const chosen = { ...query.chosen, theme: new Set([...query.chosen.theme, theme]) };
      buttons.push(createButton({ chosen, words: '' }, {}, `テーマの${title}を選ぶ`));
    }
  // The next choice takes conditions that the page does not have out of the URL.
  const hasUnknown = [...new URLSearchParams(location.search)].some(isUnknown);
  chips.replaceChildren(hasUnknown ? 'リンクの中の使えない条件をはずしました。' : '', ...buttons);
  if (words.value !== query.words) words.value = query.words;
}
