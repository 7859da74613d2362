import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** The parts of an OpenAPI document that a test looks into. */
export interface ApiDescription {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}
interface Operation {
  readonly responses: { readonly 200: { readonly content: Readonly<Record<string, Content>> } };
}
interface Content {
  readonly schema: { readonly $ref: string };
  readonly example?: unknown;
}

/** The schemas with keys that they don't know forbidden: so they tell of what is published and not described. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closed(one)]));
  return 'properties' in inner && inner.type === 'object' ? { ...inner, additionalProperties: false } : inner;
}

/** What answers at an address: where it is in the description, and how an answer is held against its schema. */
export interface ApiAnswer {
  readonly path: string;
  readonly content: Content;
  readonly valid: ValidateFunction;
}

/**
 * Finds, for an address below the site's root, the path of the description that it belongs to.
 * @param strict refuse keys that the description doesn't know
 */
export function createAnswerFinder(
  description: ApiDescription,
  strict: boolean,
): (address: string) => ApiAnswer | null {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats(ajv);
  const { schemas } = description.components;
  ajv.addSchema({ $id: 'api', components: { schemas: strict ? closed(schemas) : schemas } });
  const known = Object.entries(description.paths).flatMap(([path, { get }]) =>
    Object.values(get.responses[200].content).map((content) => {
      const form = new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
      const valid = ajv.getSchema(`api${content.schema.$ref}`);
      if (!valid) throw new Error(`no schema ${content.schema.$ref}`);
      return { path, form, content, valid };
    }),
  );
  return (address) => {
    const found = known.filter(({ form }) => form.test(address));
    if (found.length > 1) throw new Error(`${address} belongs to ${found.map(({ path }) => path).join(' and ')}`);
    return found[0] ?? null;
  };
}
