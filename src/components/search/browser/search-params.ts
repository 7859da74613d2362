/** The search in the URL of the page; a value is empty if nothing is chosen. */
export interface SearchParams {
  readonly q: string;
  readonly city: string;
  readonly kind: string;
  readonly theme: string;
  /** `kind` for results grouped by kind, empty for one list. */
  readonly view: string;
  /** `0` if linked pages show no marks. */
  readonly mark: string;
}

const NAMES = ['q', 'city', 'kind', 'theme', 'view', 'mark'] as const;

/** Returns the query part of a URL, from `?` on: the values that are not empty, in a fixed order. */
export function formatSearchParams(params: SearchParams): string {
  const query = new URLSearchParams(NAMES.map((name) => [name, params[name].trim()]).filter(([, value]) => value));
  return query.size > 0 ? `?${query.toString()}` : '';
}

/** Reads the query part of a URL, and ignores unknown names. */
export function parseSearchParams(query: string): SearchParams {
  const values = new URLSearchParams(query);
  // A text box removes line breaks, which would join two words.
  const of = (name: (typeof NAMES)[number]) => (values.get(name) ?? '').replace(/[\r\n]+/g, ' ');
  return { q: of('q'), city: of('city'), kind: of('kind'), theme: of('theme'), view: of('view'), mark: of('mark') };
}

/** Returns the form control of a name: a group of radio buttons, or a select. */
function findControl(form: HTMLFormElement, name: string): RadioNodeList | HTMLSelectElement {
  const control = form.elements.namedItem(name);
  if (control instanceof RadioNodeList || control instanceof HTMLSelectElement) return control;
  throw new Error(`the form has no control named ${name}`);
}

/** Selects a value; an unknown value selects the first one, which means all. */
function selectValue(control: RadioNodeList | HTMLSelectElement, value: string): void {
  if (control instanceof HTMLSelectElement) {
    control.value = value;
    if (control.selectedIndex < 0) control.selectedIndex = 0;
    return;
  }
  // Browsers select nothing if the value of the whole group is set to an empty text.
  const radios = [...control].filter((element) => element instanceof HTMLInputElement);
  const selected = radios.find((radio) => radio.value === value) ?? radios[0];
  if (selected) selected.checked = true;
}

/** Reads the search from the form of the page. */
export function readSearchForm(form: HTMLFormElement, box: HTMLInputElement, mark: HTMLInputElement): SearchParams {
  const of = (name: string) => findControl(form, name).value;
  return {
    q: box.value,
    city: of('city'),
    kind: of('kind'),
    theme: of('theme'),
    view: of('view'),
    mark: mark.checked ? '' : '0',
  };
}

/** Puts a search into the form. An unknown value selects the first choice, which means all. */
export function fillSearchForm(
  params: SearchParams,
  form: HTMLFormElement,
  box: HTMLInputElement,
  mark: HTMLInputElement,
): void {
  box.value = params.q;
  for (const name of ['city', 'kind', 'theme', 'view'] as const) selectValue(findControl(form, name), params[name]);
  mark.checked = params.mark !== '0';
}
