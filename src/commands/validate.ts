import { readArguments } from './arguments.ts';
import { run } from './run.ts';
import { checkCatalog } from './validate/catalog.ts';
import { held, told } from './validate/check.ts';
import { checkCsvw } from './validate/csvw.ts';
import { checkDataPackage } from './validate/data-package.ts';
import { openSchemas, openSite } from './validate/folder.ts';
import { checkOpenApi } from './validate/openapi.ts';

/*
 * Holds a built site's descriptions against the official schemas, which the project does not carry. For developers: it
 * needs the packages of `devDependencies`.
 */
await run(async () => {
  const { values } = readArguments({
    options: { schemas: { type: 'string' }, out: { type: 'string', default: 'dist' } },
  });
  const schemas = openSchemas(values.schemas);
  const site = openSite(values.out);
  const checks = [
    await held('Data Package v2', () => checkDataPackage(values.out, site, schemas)),
    await held('DCAT-AP 3.0.1', () => checkCatalog(site, schemas)),
    await held('CSV on the Web', () => checkCsvw(values.out, site, schemas)),
    await held('OpenAPI 3.1', () => checkOpenApi(values.out, site)),
  ];
  for (const check of checks) process.stdout.write(told(check));
  const failed = checks.filter(({ faults }) => faults.length > 0).length;
  process.stdout.write(`\n${checks.length - failed} passed, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
});
