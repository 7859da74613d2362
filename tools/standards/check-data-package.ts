import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { type StandardCheck, OFFICIAL_FILES, type TextReader } from './standard-check.ts';

const Package = z.object({
  resources: z.array(
    z.object({
      path: z.string(),
      bytes: z.number(),
      hash: z.string(),
      schema: z.object({ fields: z.array(z.unknown()) }),
    }),
  ),
});

/** Compares the size and the hash with the file. */
function findByteFaults(folder: string, path: string, bytes: number, hash: string): string[] {
  const body = readFileSync(join(folder, 'data', path));
  const actualHash = `sha256:${createHash('sha256').update(body).digest('hex')}`;
  return [
    ...(body.byteLength === bytes ? [] : [`${path}：bytes が ${bytes}、ファイルは ${body.byteLength}`]),
    ...(actualHash === hash ? [] : [`${path}：hash がファイルとちがいます`]),
  ];
}

/**
 * Checks `datapackage.json` against the profile of Data Package v2, and its sizes and hashes against the files.
 * @param folder the built site
 */
export function checkDataPackage(folder: string, site: TextReader, schemas: TextReader): StandardCheck {
  const title = 'Data Package v2';
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  // A format of the profile: a text with several lines.
  ajv.addFormat('textarea', true);
  const validate = ajv.compile(JSON.parse(schemas(OFFICIAL_FILES.dataPackage)) as object);
  const document: unknown = JSON.parse(site('data/datapackage.json'));
  if (!validate(document)) {
    const faults = (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath || '/'}：${message ?? ''}`,
    );
    return { title, summary: 'datapackage.json', faults, remarks: [] };
  }
  const { resources } = Package.parse(document);
  const fields = resources.reduce((sum, { schema }) => sum + schema.fields.length, 0);
  return {
    title,
    summary: `リソース ${resources.length}、列 ${fields}、大きさとSHA-256 ${resources.length}`,
    faults: resources.flatMap(({ path, bytes, hash }) => findByteFaults(folder, path, bytes, hash)),
    remarks: [],
  };
}
