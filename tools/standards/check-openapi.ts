import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { validate as validateOpenApi } from '@readme/openapi-parser';
import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { listMatchingPaths } from '../../src/cli/resolve-paths.ts';
import type { StandardCheck, TextReader } from './standard-check.ts';

const FILE = 'api/openapi.json';

const Operation = z.object({
  responses: z.object({
    200: z.object({ content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })) }),
  }),
});
const ApiDescription = z.object({ paths: z.record(z.string(), z.object({ get: Operation })) });

/** A path of the description: the matching files, and the validator of their content. */
interface DescribedPath {
  readonly path: string;
  readonly pattern: RegExp;
  readonly validate: ValidateFunction;
}

/** Returns the paths. Paths without `{…}` come first, because their matches are more exact. */
function listPaths(document: object): DescribedPath[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ ...document, $id: 'openapi' });
  const escape = (path: string) =>
    path
      .split(/\{[^}]+\}/)
      .map((part) => RegExp.escape(part))
      .join('[^/]+');
  return Object.entries(ApiDescription.parse(document).paths)
    .sort(([a], [b]) => a.split('{').length - b.split('{').length)
    .map(([path, { get }]) => {
      const [content] = Object.values(get.responses[200].content);
      const schema = JSON.stringify(content?.schema ?? {}).replaceAll('"#/', '"openapi#/');
      return {
        path,
        pattern: new RegExp(`^${escape(path)}$`),
        validate: ajv.compile(JSON.parse(schema) as object),
      };
    });
}

function findFaults(file: string, paths: readonly DescribedPath[], site: TextReader): string[] {
  const path = paths.find(({ pattern }) => pattern.test(`/${file}`));
  if (!path) return [`${file}：openapi.json に、このファイルの道がありません`];
  if (path.validate(JSON.parse(site(file)))) return [];
  return (path.validate.errors ?? []).map(
    ({ instancePath, message }) => `${file} ${instancePath}：${message ?? ''}（${path.path}）`,
  );
}

/**
 * Checks the description of the API against OpenAPI 3.1, and the built files against the description.
 * @param folder the built site
 */
export async function checkOpenApi(folder: string, site: TextReader): Promise<StandardCheck> {
  const title = 'OpenAPI 3.1';
  if (!existsSync(join(folder, FILE)))
    return { title, summary: `${FILE} はまだありません。確かめていません`, faults: [], remarks: [] };
  // The parser changes its argument, so it needs its own copy.
  const result = await validateOpenApi(JSON.parse(site(FILE)) as Parameters<typeof validateOpenApi>[0]);
  if (!result.valid) return { title, summary: FILE, faults: result.errors.map(({ message }) => message), remarks: [] };
  const paths = listPaths(JSON.parse(site(FILE)) as object);
  // The description must contain every file of the API. It can also contain other files.
  const files = listMatchingPaths(folder, '{api,data}/**/*.{json,geojson}')
    .filter((path) => path !== FILE)
    .filter((path) => path.startsWith('api/') || paths.some(({ pattern }) => pattern.test(`/${path}`)));
  return {
    title,
    summary: `道 ${paths.length}、ファイル ${files.length}`,
    faults: files.flatMap((file) => findFaults(file, paths, site)),
    remarks: [],
  };
}
