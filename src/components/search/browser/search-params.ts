/** What is asked for, as it stands in the address of the page; empty where nothing is chosen. */
export interface SearchParams {
  readonly q: string;
  readonly city: string;
  readonly kind: string;
  readonly theme: string;
  /** `kind` for results by their kind, empty for one list. */
  readonly view: string;
  /** `0` where results are opened without marks. */
  readonly mark: string;
}

const NAMES = ['q', 'city', 'kind', 'theme', 'view', 'mark'] as const;

/** The part of an address from `?` on: what is asked for in a fixed order, and nothing that is empty. */
export function formatSearchParams(asked: SearchParams): string {
  const query = new URLSearchParams(NAMES.map((name) => [name, asked[name].trim()]).filter(([, value]) => value));
  return query.size > 0 ? `?${query.toString()}` : '';
}

/** What an address asks for. What is not known to the page is nothing. */
export function parseSearchParams(query: string): SearchParams {
  const values = new URLSearchParams(query);
  // A box of one line takes line breaks out, and would make one word of two.
  const of = (name: (typeof NAMES)[number]) => (values.get(name) ?? '').replace(/[\r\n]+/g, ' ');
  return {
    q: of('q'),
    city: of('city'),
    kind: of('kind'),
    theme: of('theme'),
    view: of('view'),
    mark: of('mark'),
  };
}

/** The choices of a form that have one name: a group of radio buttons, or a list that opens. */
function choices(form: HTMLFormElement, name: string): RadioNodeList | HTMLSelectElement {
  const found = form.elements.namedItem(name);
  if (found instanceof RadioNodeList || found instanceof HTMLSelectElement) return found;
  throw new Error(`the form has no choices called ${name}`);
}

/** Makes a choice; a value that is not offered leaves the first one, which is all. */
function choose(from: RadioNodeList | HTMLSelectElement, value: string): void {
  if (from instanceof HTMLSelectElement) {
    from.selectedIndex = Math.max(
      0,
      [...from.options].findIndex((option) => option.value === value),
    );
    return;
  }
  // Not by the group's own value: browsers choose nothing by one that is empty.
  const radios = [...from].filter((one) => one instanceof HTMLInputElement);
  const wanted = radios.find((radio) => radio.value === value) ?? radios[0];
  if (wanted) wanted.checked = true;
}

/** Reads what is asked for from the form of the page. */
export function readSearchForm(form: HTMLFormElement, box: HTMLInputElement, mark: HTMLInputElement): SearchParams {
  const of = (name: string) => choices(form, name).value;
  return {
    q: box.value,
    city: of('city'),
    kind: of('kind'),
    theme: of('theme'),
    view: of('view'),
    mark: mark.checked ? '' : '0',
  };
}

/** Puts what is asked for into the form. A value that the form does not offer leaves its first choice, which is all. */
export function fillSearchForm(
  asked: SearchParams,
  form: HTMLFormElement,
  box: HTMLInputElement,
  mark: HTMLInputElement,
): void {
  box.value = asked.q;
  for (const name of ['city', 'kind', 'theme', 'view'] as const) choose(choices(form, name), asked[name]);
  mark.checked = asked.mark !== '0';
}
