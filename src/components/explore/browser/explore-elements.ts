import { facetIds, type FacetId } from '../../../model/explore-facets.ts';
import { findElement, getElement } from '../../browser/dom-elements.ts';
import { mapFacets } from './explore-query.ts';
import type { ValueNames } from './item-groups.ts';

/*
 * The elements of the page, and the names of the facets and their values, which the page prints.
 */

const root = getElement('explore', HTMLDivElement);
const facets = findElement(root, '.facets', HTMLDivElement);
const boxes = [...facets.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
const findBoxes = (facet: FacetId) => boxes.filter(({ name }) => name === facet);
const readName = (box: HTMLInputElement) => box.nextElementSibling?.textContent.trim() ?? '';

export const exploreElements = {
  root,
  facets,
  boxes,
  words: findElement(facets, '[type=search]', HTMLInputElement),
  count: getElement('explore-count', HTMLOutputElement),
  chosen: getElement('explore-chosen', HTMLDivElement),
  grouping: getElement('explore-grouping', HTMLDivElement),
  picture: getElement('explore-picture', HTMLDivElement),
  table: getElement('explore-table', HTMLDivElement),
  note: getElement('explore-note', HTMLParagraphElement),
  list: getElement('explore-list', HTMLDivElement),
  buttons: [...root.querySelectorAll<HTMLButtonElement>('.explore-tools button')],
};

/** The names of the values of each facet. */
export const valueNames: Readonly<Record<FacetId, ValueNames>> = mapFacets(
  (facet) => new Map(findBoxes(facet).map((box) => [box.value, readName(box)])),
);

/** The names of the facets. */
export const facetTitles: Readonly<Record<FacetId, string>> = mapFacets(
  (facet) => findBoxes(facet)[0]?.closest('fieldset')?.querySelector('legend')?.textContent ?? '',
);

/** Returns true if a text is the id of a facet. */
export const isFacetId = (name: string): name is FacetId => facetIds.some((facet) => facet === name);
