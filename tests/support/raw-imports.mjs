/*
 * Lets Node import a file as a text with `?raw`, as Vite does. Vitest loads this file before the tests.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const readText = (url) => JSON.stringify(readFileSync(new URL(url), 'utf8'));

registerHooks({
  load: (url, context, nextLoad) =>
    url.endsWith('?raw')
      ? { format: 'module', source: `export default ${readText(url)};`, shortCircuit: true }
      : nextLoad(url, context),
});
