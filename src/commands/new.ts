import { printText } from '../problems/print.ts';
import { hasErrors } from '../problems/problem.ts';
import { openFolder } from '../read/folder.ts';
import { WriteDraft } from '../write/draft.ts';
import type { Answers } from '../write/field.ts';
import { gather } from '../write/gather.ts';
import { knownOf } from '../write/known.ts';
import type { Called, Recipe } from '../write/recipe.ts';
import { recipes } from '../write/recipes/index.ts';
import { sourceSteps } from '../write/sources.ts';
import { readArguments } from './arguments.ts';
import { asking, canAsk } from './ask.ts';
import { lookOf } from './look.ts';
import { readRoot, siteCommand, siteOptions } from './options.ts';
import { listWritten, put } from './put.ts';
import { run, UsageError } from './run.ts';

const WAYS = Object.entries(recipes)
  .map(([name, { title, example }]) => `  npm run new -- ${name} ${example}（${title}）`)
  .join('\n');

function optionsOf({ fields }: Recipe) {
  return Object.fromEntries(fields.map(({ option }) => [option, { type: 'string' } as const]));
}

/** What is asked for. */
interface Order {
  readonly recipe: Recipe;
  readonly id: string;
  readonly given: Answers;
  readonly root: string;
  readonly called: Called;
}

/** Which thing is asked for, by its word and its id. */
function readOrder(args: readonly string[]): Order {
  const [name = '', ...rest] = args;
  const recipe = Object.hasOwn(recipes, name) ? recipes[name] : undefined;
  if (!recipe) throw new UsageError(`何を加えるかを書いてください。例:\n${WAYS}`);
  const { root: rootOption, example } = siteOptions;
  const { values, positionals } = readArguments({
    args: rest,
    allowPositionals: true,
    options: { ...optionsOf(recipe), root: rootOption, example },
  });
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0)
    throw new UsageError(`${recipe.title}のIDをひとつ書いてください。例:\n${WAYS}`);
  const { root, example: exampleName, ...given } = values as Record<string, string | undefined>;
  const answers = Object.fromEntries(Object.entries(given).map(([option, value]) => [option, value ?? '']));
  const called = siteCommand({ root, example: exampleName });
  return { recipe, id, given: answers, root: readRoot(exampleName, root), called };
}

await run(async () => {
  const { recipe, id, given, root, called } = readOrder(process.argv.slice(2));
  const folder = openFolder(root);
  const known = knownOf(folder);
  const refusal = recipe.refusal(id, known, called);
  if (refusal !== null) throw new UsageError(refusal);
  const { fields } = recipe;
  const answers = canAsk()
    ? await asking((ask) => gather(fields, id, given, known, ask))
    : await gather(fields, id, given, known, null);
  const draft = new WriteDraft(folder);
  recipe.write(draft, id, answers, known);
  const problems = draft.problems();
  const { folder: then, written } = draft;
  // What the command itself wrote to be replaced is told among the next steps.
  const shown = printText(
    problems.filter(({ code }) => code !== 'placeholder'),
    lookOf((file) => (then.has(file) ? then.bytes(file) : undefined)),
  );
  if (hasErrors(problems)) throw new UsageError(`${shown}まちがいがあるので、何も書いていません。`);
  put(root, written);
  console.log(`${recipe.title}「${id}」を加えました。\n${listWritten(written)}`);
  if (problems.length > 0) process.stdout.write(shown);
  const origins =
    folder.has('data/README.md') && written.some(({ file, isNew }) => isNew && file.endsWith('.csv'));
  const steps = [
    ...recipe.next(id, answers, called),
    ...sourceSteps(answers, known),
    ...(origins ? ['data/README.md の一覧に、新しいファイルの出どころを書きます。'] : []),
    'data/changes.csv に、加えたことを1行書きます。',
    `${called('npm run check')} で確かめ、${called('npm run dev')} で見ます。`,
  ];
  console.log(`次にすること:\n${steps.map((step, at) => `  ${at + 1}. ${step}`).join('\n')}`);
});
