import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { validate as validateOpenApi } from '@readme/openapi-parser';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { createEmptyCheck, type StandardCheck } from './standard-check.ts';
import type { TextReader } from './open-folders.ts';

const FILE = 'api/openapi.json';

const Operation = z.object({
  responses: z.object({
    200: z.object({ content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })) }),
  }),
});
const Described = z.object({ paths: z.record(z.string(), z.object({ get: Operation })) });

/** What OpenAPI 3.1 says of one path: which addresses it stands for, and what they answer. */
interface Path {
  readonly path: string;
  readonly matches: RegExp;
  readonly answer: ValidateFunction;
}

/** Paths with their answers' schemas; those without `{…}` come first, because they are the nearer match. */
function pathsIn(document: object): Path[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ ...document, $id: 'openapi' });
  const escape = (path: string) =>
    path
      .split(/\{[^}]+\}/)
      .map(RegExp.escape)
      .join('[^/]+');
  return Object.entries(Described.parse(document).paths)
    .sort(([a], [b]) => a.split('{').length - b.split('{').length)
    .map(([path, { get }]) => {
      const [content] = Object.values(get.responses[200].content);
      const schema = JSON.stringify(content?.schema ?? {}).replaceAll('"#/', '"openapi#/');
      return {
        path,
        matches: new RegExp(`^${escape(path)}$`),
        answer: ajv.compile(JSON.parse(schema) as object),
      };
    });
}

function faultsOf(file: string, paths: readonly Path[], site: TextReader): string[] {
  const path = paths.find(({ matches }) => matches.test(`/${file}`));
  if (!path) return [`${file}：openapi.json に、このファイルの道がありません`];
  if (path.answer(JSON.parse(site(file)))) return [];
  return (path.answer.errors ?? []).map(
    ({ instancePath, message }) => `${file} ${instancePath}：${message ?? ''}（${path.path}）`,
  );
}

/**
 * The description of the API by its own standard, and every built file of the API, or that it tells of, by it.
 * @param folder where the built site stands
 */
export async function checkOpenApi(folder: string, site: TextReader): Promise<StandardCheck> {
  const title = 'OpenAPI 3.1';
  if (!existsSync(join(folder, FILE))) return createEmptyCheck(title, `${FILE} はまだありません。確かめていません`);
  // The parser resolves references inside the object that it is given.
  const result = await validateOpenApi(JSON.parse(site(FILE)) as Parameters<typeof validateOpenApi>[0]);
  if (!result.valid) return { title, summary: FILE, faults: result.errors.map(({ message }) => message), notes: [] };
  const paths = pathsIn(JSON.parse(site(FILE)) as object);
  // A file of the API must be known to its description; of the others, those that it tells of are held to it.
  const files = globSync('{api,data}/**/*.{json,geojson}', { cwd: folder })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path !== FILE)
    .filter((path) => path.startsWith('api/') || paths.some(({ matches }) => matches.test(`/${path}`)))
    .sort();
  return {
    title,
    summary: `道 ${paths.length}、ファイル ${files.length}`,
    faults: files.flatMap((file) => faultsOf(file, paths, site)),
    notes: [],
  };
}
