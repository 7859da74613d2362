import { parseArgs } from 'node:util';
import { printText } from '../problems/print.ts';
import { hasErrors } from '../problems/problem.ts';
import { openFolder } from '../read/folder.ts';
import { WriteDraft } from '../write/draft.ts';
import type { Answers } from '../write/field.ts';
import { gather } from '../write/gather.ts';
import { knownOf } from '../write/known.ts';
import type { Recipe } from '../write/recipe.ts';
import { recipes } from '../write/recipes/index.ts';
import { asking, canAsk } from './ask.ts';
import { lookOf } from './look.ts';
import { readRoot, siteOptions } from './options.ts';
import { listWritten, put } from './put.ts';
import { run, UsageError } from './run.ts';

const WAYS = Object.entries(recipes)
  .map(([name, { title, example }]) => `  npm run new -- ${name} ${example}（${title}）`)
  .join('\n');

function optionsOf({ fields }: Recipe) {
  return Object.fromEntries(fields.map(({ option }) => [option, { type: 'string' } as const]));
}

/** Which thing is asked for, by its word and its id. */
function readOrder(args: readonly string[]): { recipe: Recipe; id: string; given: Answers; root: string } {
  const [name = '', ...rest] = args;
  const recipe = Object.hasOwn(recipes, name) ? recipes[name] : undefined;
  if (!recipe) throw new UsageError(`何を加えるかを書いてください。例:\n${WAYS}`);
  const { root: rootOption, example } = siteOptions;
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: { ...optionsOf(recipe), root: rootOption, example },
  });
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0)
    throw new UsageError(`${recipe.title}のIDをひとつ書いてください。例:\n${WAYS}`);
  const { root, example: exampleName, ...given } = values as Record<string, string | undefined>;
  const answers = Object.fromEntries(Object.entries(given).map(([option, value]) => [option, value ?? '']));
  return { recipe, id, given: answers, root: readRoot(exampleName, root) };
}

await run(async () => {
  const { recipe, id, given, root } = readOrder(process.argv.slice(2));
  const folder = openFolder(root);
  const known = knownOf(folder);
  const refusal = recipe.refusal(id, known);
  if (refusal !== null) throw new UsageError(refusal);
  const { fields } = recipe;
  const answers = canAsk()
    ? await asking((ask) => gather(fields, id, given, known, ask))
    : await gather(fields, id, given, known, null);
  const draft = new WriteDraft(folder);
  recipe.write(draft, id, answers, known);
  const problems = draft.problems();
  const { folder: then, written } = draft;
  const shown = printText(
    problems,
    lookOf((file) => (then.has(file) ? then.bytes(file) : undefined)),
  );
  if (hasErrors(problems)) throw new UsageError(`${shown}まちがいがあるので、何も書いていません。`);
  put(root, written);
  console.log(`${recipe.title}「${id}」を加えました。\n${listWritten(written)}`);
  if (problems.length > 0) process.stdout.write(shown);
  const origins =
    folder.has('data/README.md') && written.some(({ file, isNew }) => isNew && file.endsWith('.csv'));
  const steps = [
    ...recipe.next(id, answers),
    ...(origins ? ['data/README.md の一覧に、新しいファイルの出どころを書きます。'] : []),
    'data/changes.csv に、加えたことを1行書きます。',
    'npm run check で確かめ、npm run dev で見ます。',
  ];
  console.log(`次にすること:\n${steps.map((step, at) => `  ${at + 1}. ${step}`).join('\n')}`);
});
