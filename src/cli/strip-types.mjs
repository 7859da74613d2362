/*
 * Lets Node run the program's TypeScript below `node_modules`, where Node itself strips no types. The launcher loads
 * this file before the command, if the program is an installed package.
 */
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';

const PROGRAM = new URL('../../', import.meta.url).href;

registerHooks({
  load: (url, context, nextLoad) =>
    url.startsWith(PROGRAM) && url.endsWith('.ts')
      ? { format: 'module', source: stripTypeScriptTypes(readFileSync(new URL(url), 'utf8')), shortCircuit: true }
      : nextLoad(url, context),
});
