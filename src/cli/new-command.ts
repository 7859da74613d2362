import { formatDiagnostics } from '../diagnostics/format-diagnostics.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { openSiteFolder } from '../input/site-folder.ts';
import { WriteDraft } from '../authoring/write-draft.ts';
import type { CommandFormatter, RecipeAnswers, RecordRecipe } from '../authoring/recipe.ts';
import { collectAnswers } from '../authoring/collect-answers.ts';
import { readExistingRecords } from '../authoring/existing-records.ts';
import { recordRecipes } from '../authoring/recipes/recipe-list.ts';
import { listSourceSteps } from '../authoring/recipes/shared-fields.ts';
import { parseArguments } from './parse-arguments.ts';
import { withPrompt, isInteractive } from './terminal-prompt.ts';
import { createTerminalStyle } from './terminal-style.ts';
import { readRootOption, createCommandFormatter, siteOptions } from './site-options.ts';
import { describeWrites, applyWrites } from './apply-writes.ts';
import { runCli, UsageError } from './command-runner.ts';

const WAYS = Object.entries(recordRecipes)
  .map(([name, { title, example }]) => `  npm run new -- ${name} ${example}（${title}）`)
  .join('\n');

function optionsOf({ fields }: RecordRecipe) {
  return Object.fromEntries(fields.map(({ option }) => [option, { type: 'string' } as const]));
}

/** What is asked for. */
interface Order {
  readonly recipe: RecordRecipe;
  readonly id: string;
  readonly given: RecipeAnswers;
  readonly root: string;
  readonly called: CommandFormatter;
}

/** Which thing is asked for, by its word and its id. */
function readOrder(args: readonly string[]): Order {
  const [name = '', ...rest] = args;
  const recipe = Object.hasOwn(recordRecipes, name) ? recordRecipes[name] : undefined;
  if (!recipe) throw new UsageError(`何を加えるかを書いてください。例:\n${WAYS}`);
  const { root: rootOption, example } = siteOptions;
  const { values, positionals } = parseArguments({
    args: rest,
    allowPositionals: true,
    options: { ...optionsOf(recipe), root: rootOption, example },
  });
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0)
    throw new UsageError(`${recipe.title}のIDをひとつ書いてください。例:\n${WAYS}`);
  const { root, example: exampleName, ...given } = values as Record<string, string | undefined>;
  const answers = Object.fromEntries(Object.entries(given).map(([option, value]) => [option, value ?? '']));
  const called = createCommandFormatter({ root, example: exampleName });
  return { recipe, id, given: answers, root: readRootOption(exampleName, root), called };
}

await runCli(async () => {
  const { recipe, id, given, root, called } = readOrder(process.argv.slice(2));
  const folder = openSiteFolder(root);
  const known = readExistingRecords(folder);
  const refusal = recipe.findConflict(id, known, called);
  if (refusal !== null) throw new UsageError(refusal);
  const { fields } = recipe;
  const answers = isInteractive()
    ? await withPrompt((ask) => collectAnswers(fields, id, given, known, ask))
    : await collectAnswers(fields, id, given, known, null);
  const draft = new WriteDraft(folder);
  recipe.write(draft, id, answers, known);
  const problems = draft.findDiagnostics();
  const { folder: then, writes } = draft;
  // What the command itself wrote to be replaced is told among the next steps.
  const shown = formatDiagnostics(
    problems.filter(({ code }) => code !== 'placeholder'),
    createTerminalStyle((file) => (then.has(file) ? then.readBytes(file) : undefined)),
  );
  if (hasErrors(problems)) throw new UsageError(`${shown}まちがいがあるので、何も書いていません。`);
  applyWrites(root, writes);
  console.log(`${recipe.title}「${id}」を加えました。\n${describeWrites(writes)}`);
  if (problems.length > 0) process.stdout.write(shown);
  const origins = folder.has('data/README.md') && writes.some(({ file, isNew }) => isNew && file.endsWith('.csv'));
  const steps = [
    ...recipe.listNextSteps(id, answers, called),
    ...listSourceSteps(answers, known),
    ...(origins ? ['data/README.md の一覧に、新しいファイルの出どころを書きます。'] : []),
    'data/changes.csv に、加えたことを1行書きます。',
    `${called('npm run check')} で確かめ、${called('npm run dev')} で見ます。`,
  ];
  console.log(`次にすること:\n${steps.map((step, at) => `  ${at + 1}. ${step}`).join('\n')}`);
});
