import { parseArguments, runCli, type CommandStreams } from '../src/cli/command-runner.ts';
import { checkCatalog } from './standards/check-catalog.ts';
import { checkCsvw } from './standards/check-csvw.ts';
import { checkDataPackage } from './standards/check-data-package.ts';
import { checkOpenApi } from './standards/check-openapi.ts';
import {
  runStandardCheck,
  formatStandardCheck,
  openSchemaFolder,
  openBuiltFolder,
} from './standards/standard-check.ts';

/** `npm run validate`: checks the metadata of a built site against official schemas from outside the project. */
async function main(args: readonly string[], { stdout }: CommandStreams): Promise<number> {
  const { values } = parseArguments({
    args,
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
  for (const check of checks) stdout.write(formatStandardCheck(check));
  const failed = checks.filter(({ faults }) => faults.length > 0).length;
  stdout.write(`\n${checks.length - failed} passed, ${failed} failed\n`);
  return failed > 0 ? 1 : 0;
}

await runCli(main);
