import { parseArguments } from './arguments.ts';
import { runCli } from './run.ts';
import { checkCatalog } from './validate/catalog.ts';
import { runStandardCheck, formatStandardCheck } from './validate/check.ts';
import { checkCsvw } from './validate/csvw.ts';
import { checkDataPackage } from './validate/data-package.ts';
import { openSchemaFolder, openBuiltFolder } from './validate/folder.ts';
import { checkOpenApi } from './validate/openapi.ts';

/*
 * Holds a built site's descriptions against the official schemas, which the project does not carry. For developers: it
 * needs the packages of `devDependencies`.
 */
await runCli(async () => {
  const { values } = parseArguments({
    options: { schemas: { type: 'string' }, out: { type: 'string', default: 'dist' } },
  });
  const schemas = openSchemaFolder(values.schemas);
  const site = openBuiltFolder(values.out);
  const checks = [
    await runStandardCheck('Data Package v2', () => checkDataPackage(values.out, site, schemas)),
    await runStandardCheck('DCAT-AP 3.0.1', () => checkCatalog(site, schemas)),
    await runStandardCheck('CSV on the Web', () => checkCsvw(values.out, site, schemas)),
    await runStandardCheck('OpenAPI 3.1', () => checkOpenApi(values.out, site)),
  ];
  for (const check of checks) process.stdout.write(formatStandardCheck(check));
  const failed = checks.filter(({ faults }) => faults.length > 0).length;
  process.stdout.write(`\n${checks.length - failed} passed, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
});
