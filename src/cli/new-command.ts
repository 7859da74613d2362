import { readExistingRecords } from '../authoring/existing-records.ts';
import { collectAnswers, type RecordRecipe } from '../authoring/recipe.ts';
import { indicatorRecipe } from '../authoring/recipes/indicator-recipe.ts';
import { municipalityRecipe } from '../authoring/recipes/municipality-recipe.ts';
import { planRecipe } from '../authoring/recipes/plan-recipe.ts';
import { listSourceSteps } from '../authoring/recipes/shared-fields.ts';
import { WriteDraft } from '../authoring/write-draft.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { formatDiagnostics } from '../diagnostics/format-diagnostics.ts';
import { openSiteFolder } from '../input/site-folder.ts';
import { describeWrites, applyWrites } from './apply-writes.ts';
import { describeCommand, findName, parseArguments, HelpRequest, runCli, UsageError } from './command-runner.ts';
import type { CommandStreams } from './command-runner.ts';
import { removeSample } from './new-site-command.ts';
import { readRootOption, createCommandFormatter, flagOption, rootOptions, textOption } from './site-options.ts';
import { createTerminalStyle, withPrompt } from './terminal.ts';

const removalOptions = { 'remove-sample': flagOption, ...rootOptions };

/** The kinds of new records, by the word for the command. */
const recordRecipes: Readonly<Record<string, RecordRecipe>> = {
  plan: planRecipe,
  municipality: municipalityRecipe,
  indicator: indicatorRecipe,
};

const EXAMPLES = Object.entries(recordRecipes)
  .map(([name, { title, example }]) => `  npm run new -- ${name} ${example}（${title}）`)
  .join('\n');

function createRecipeOptions(recipes: readonly RecordRecipe[]) {
  const fields = recipes.flatMap((recipe) => recipe.fields);
  const options = fields.map(({ option, title }) => [option, { ...textOption, title }] as const);
  return { ...Object.fromEntries(options), ...rootOptions };
}

/** Reads which record to add, to which site, and the answers that the options already contain. */
function readRequest(args: readonly string[]) {
  const parse = (recipes: readonly RecordRecipe[]) =>
    parseArguments({ args: [...args], allowPositionals: true, options: createRecipeOptions(recipes) });
  const name = findName(args, createRecipeOptions(Object.values(recordRecipes)));
  const recipe = Object.hasOwn(recordRecipes, name) ? recordRecipes[name] : undefined;
  const asksForHelp = name === '' && args.includes('--help');
  // After a misspelt option, the name looks like its value: the option is what to report.
  if (!recipe && args[0] !== name && !asksForHelp) parse(Object.values(recordRecipes));
  if (!recipe)
    throw new (asksForHelp ? HelpRequest : UsageError)(
      `${asksForHelp ? `${describeCommand(removalOptions)}\n` : name === '' ? '' : `「${name}」は加えられません。`}何を加えるかを書いてください。例:\n${EXAMPLES}\n  npx keikaku-hiroba new-site mytown（新しいサイト）\n  npm run new -- --remove-sample（新しいサイトの見本を消す）\n使えるオプションは、npm run new -- plan --help のように、加えるものごとに見られます。`,
    );
  const { values, positionals } = parse([recipe]);
  const [, id, ...extra] = positionals;
  if (id === undefined || extra.length > 0)
    throw new UsageError(`${recipe.title}のIDを1つ書いてください。例:\n${EXAMPLES}`);
  const { root, example, ...answers } = values as Record<string, string>;
  const formatCommand = createCommandFormatter({ root, example });
  return { recipe, id, answers, root: readRootOption(example, root), formatCommand };
}

/** Says which options fill the columns that the diagnostics are about: no file has the rows yet. */
function adviseOptions(diagnostics: readonly Diagnostic[], { fields }: RecordRecipe): string {
  const used = fields.flatMap(({ option, title }) => {
    const [name = ''] = title.split('（');
    const isMeant = diagnostics.some(({ field, hint }) => field === name || hint.includes(`${name}の列`));
    return isMeant ? [`「${name}」は --${option}`] : [];
  });
  return used.length === 0
    ? ''
    : `上の行は、書こうとしたもので、まだありません。${used.join('、')} に書いて、もう一度入力してください。`;
}

/** `npm run new`: adds a record, such as a plan, to the tables and texts of a site, or removes the sample. */
export async function main(args: readonly string[], streams: CommandStreams): Promise<void> {
  if (args.includes('--remove-sample')) {
    removeSample(parseArguments({ args: [...args], options: removalOptions }).values, streams);
    return;
  }
  const { recipe, id, root, formatCommand, answers: given } = readRequest(args);
  const folder = openSiteFolder(root);
  const records = readExistingRecords(folder);
  const conflict = recipe.findConflict(id, records, formatCommand);
  if (conflict !== null) throw new UsageError(conflict);
  const answers = await withPrompt(streams, (ask) => collectAnswers(recipe.fields, id, given, records, ask));
  const draft = new WriteDraft(folder);
  recipe.write(draft, id, answers, records);
  const diagnostics = draft.findDiagnostics();
  const { writes } = draft;
  // The next steps already mention the placeholder texts that this command writes.
  const shown = diagnostics.filter(({ code }) => code !== 'placeholder');
  const text = formatDiagnostics(shown, createTerminalStyle(streams.stdout, draft.folder));
  if (hasErrors(diagnostics))
    throw new UsageError(`${text}まちがいがあるので、何も書いていません。${adviseOptions(shown, recipe)}`);
  applyWrites(root, writes);
  streams.stdout.write(`${recipe.title}「${id}」を加えました。\n${describeWrites(writes)}\n`);
  if (shown.length > 0) streams.stdout.write(text);
  const needsOrigin =
    folder.has('data/README.md') && writes.some(({ file, before }) => before === null && file.endsWith('.csv'));
  const steps = [
    ...recipe.listNextSteps(id, answers, formatCommand),
    ...listSourceSteps(answers, records),
    ...(needsOrigin ? ['data/README.md の一覧に、新しいファイルの出どころを書きます。'] : []),
    'data/changes.csv に、加えたことを1行書きます。',
    `${formatCommand('npm run check')} で確かめ、${formatCommand('npm run dev')} で見ます。`,
  ];
  streams.stdout.write(`次にすること:\n${steps.map((step, at) => `  ${at + 1}. ${step}`).join('\n')}\n`);
}

if (import.meta.main) await runCli(main);
