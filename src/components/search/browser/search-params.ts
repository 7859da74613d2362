const NAMES = ['q', 'city', 'kind', 'theme', 'view', 'mark'] as const;

/**
 * The search in the URL of the page; a value is empty if nothing is chosen. `view` is `kind` for results grouped by kind,
 * `mark` is `0` if linked pages show no marks.
 */
export type SearchParams = Readonly<Record<(typeof NAMES)[number], string>>;

/** Returns the query part of a URL, from `?` on: the values that are not empty, in a fixed order. */
export function formatSearchParams(params: SearchParams): string {
  const query = new URLSearchParams(NAMES.map((name) => [name, params[name].trim()]).filter(([, value]) => value));
  return query.size > 0 ? `?${query.toString()}` : '';
}

function readValues(values: URLSearchParams | FormData): SearchParams {
  const of = (name: (typeof NAMES)[number]) => {
    const value = values.get(name);
    // A text box removes line breaks, which would join two words.
    return typeof value === 'string' ? value.replace(/[\r\n]+/g, ' ') : '';
  };
  return { q: of('q'), city: of('city'), kind: of('kind'), theme: of('theme'), view: of('view'), mark: of('mark') };
}

/** Reads the query part of a URL, and ignores unknown names. */
export const parseSearchParams = (query: string): SearchParams => readValues(new URLSearchParams(query));

/** Reads the search from the form of the page. */
export function readSearchForm(form: HTMLFormElement, mark: HTMLInputElement): SearchParams {
  const values = new FormData(form);
  // A choice without results is disabled, but may be selected.
  for (const control of form.elements)
    if (control instanceof HTMLSelectElement) values.set(control.name, control.value);
  return { ...readValues(values), mark: mark.checked ? '' : '0' };
}

/** Puts a search into the form. An unknown value selects the first choice, which means all. */
export function fillSearchForm(
  params: SearchParams,
  form: HTMLFormElement,
  box: HTMLInputElement,
  mark: HTMLInputElement,
): void {
  const values: Readonly<Record<string, string>> = params;
  box.value = params.q;
  mark.checked = params.mark !== '0';
  for (const control of form.elements)
    if (control instanceof HTMLSelectElement) {
      control.value = values[control.name] ?? '';
      if (control.selectedIndex < 0) control.selectedIndex = 0;
    } else if (control instanceof HTMLInputElement && control.name === 'view')
      control.checked = control.value === (params.view === 'kind' ? 'kind' : '');
}
