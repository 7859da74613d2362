import formats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** The parts of an OpenAPI document that tests read. */
export interface ApiDescription {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}
interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly { readonly schema: { readonly pattern: string }; readonly example?: string }[];
  readonly responses: {
    readonly 200: { readonly content: Readonly<Record<string, Content>> };
    readonly 404: { readonly description: string };
  };
}
interface Content {
  readonly schema: { readonly $ref: string };
  readonly example?: unknown;
}

/** Returns schemas that forbid unknown keys, so that they find published keys without a description. */
function forbidUnknownKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(forbidUnknownKeys);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, forbidUnknownKeys(child)]));
  return 'properties' in inner && inner.type === 'object' ? { ...inner, additionalProperties: false } : inner;
}

/** The response at a path: its path and content in the description, and a function that validates it. */
export interface DescribedResponse {
  readonly path: string;
  readonly content: Content;
  readonly valid: ValidateFunction;
}

/**
 * Returns a function that finds the described response for a path of the site.
 * @param strict forbids keys that are not in the description
 */
export function createResponseFinder(
  description: ApiDescription,
  strict: boolean,
): (path: string) => DescribedResponse | null {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats(ajv);
  const { schemas } = description.components;
  ajv.addSchema({ $id: 'api', components: { schemas: strict ? forbidUnknownKeys(schemas) : schemas } });
  const responses = Object.entries(description.paths).flatMap(([path, { get }]) =>
    Object.values(get.responses[200].content).map((content) => {
      const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
      const valid = ajv.getSchema(`api${content.schema.$ref}`);
      if (!valid) throw new Error(`no schema ${content.schema.$ref}`);
      return { path, pattern, content, valid };
    }),
  );
  return (sitePath) => {
    const matches = responses.filter(({ pattern }) => pattern.test(sitePath));
    if (matches.length > 1) throw new Error(`${sitePath} belongs to ${matches.map(({ path }) => path).join(' and ')}`);
    return matches[0] ?? null;
  };
}
