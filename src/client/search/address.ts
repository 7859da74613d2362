/** What is asked for, as it stands in the address of the page; empty where nothing is chosen. */
export interface Asked {
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
export function toQuery(asked: Asked): string {
  const query = new URLSearchParams(
    NAMES.map((name) => [name, asked[name].trim()]).filter(([, value]) => value),
  );
  return query.size > 0 ? `?${query.toString()}` : '';
}

/** What an address asks for. What is not known to the page is nothing. */
export function fromQuery(query: string): Asked {
  const values = new URLSearchParams(query);
  const of = (name: (typeof NAMES)[number]) => values.get(name) ?? '';
  return {
    q: of('q'),
    city: of('city'),
    kind: of('kind'),
    theme: of('theme'),
    view: of('view'),
    mark: of('mark'),
  };
}

/** The group of radio buttons of a form that have one name. */
function group(form: HTMLFormElement, name: string): RadioNodeList {
  const found = form.elements.namedItem(name);
  if (found instanceof RadioNodeList) return found;
  throw new Error(`the form has no choices called ${name}`);
}

/** Reads what is asked for from the form of the page. */
export function fromForm(form: HTMLFormElement, box: HTMLInputElement, mark: HTMLInputElement): Asked {
  const of = (name: string) => group(form, name).value;
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
export function toForm(
  asked: Asked,
  form: HTMLFormElement,
  box: HTMLInputElement,
  mark: HTMLInputElement,
): void {
  box.value = asked.q;
  for (const name of ['city', 'kind', 'theme', 'view'] as const) {
    const radios = group(form, name);
    radios.value = '';
    radios.value = asked[name];
  }
  mark.checked = asked.mark !== '0';
}
