import { parseArguments } from '../src/cli/parse-arguments.ts';
import { runCli } from '../src/cli/command-runner.ts';
import { checkCatalog } from './standards/check-catalog.ts';
import { runStandardCheck, formatStandardCheck } from './standards/standard-check.ts';
import { checkCsvw } from './standards/check-csvw.ts';
import { checkDataPackage } from './standards/check-data-package.ts';
import { openSchemaFolder, openBuiltFolder } from './standards/open-folders.ts';
import { checkOpenApi } from './standards/check-openapi.ts';

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
