import { styleText } from 'node:util';
import { findTableByHeadings } from '../open-data/quality-report.ts';
import { formatLocation } from '../diagnostics/diagnostic.ts';
import { type TerminalStyle, replaceControls } from '../diagnostics/format-diagnostics.ts';
import { countVerdicts, judgeReadability, type RuleJudgement } from '../readability/judge-readability.ts';
import { verdictLabels, type VerdictCode, type Violation } from '../readability/readability-rule.ts';
import { readNamedFile } from './resolve-paths.ts';
import { UsageError, type CommandStreams } from './command-runner.ts';

/** The judgements of a file, with its name. */
interface FileJudgement {
  readonly file: string;
  readonly judgements: readonly RuleJudgement[];
}

/** The maximum number of violations of one rule that the text form shows. */
const MAX_SHOWN = 20;

const colours: Readonly<Record<VerdictCode, TerminalStyle>> = { passed: 'dim', failed: 'red', person: 'yellow' };

type Paint = (style: TerminalStyle, text: string) => string;

/** Formats the judgements of files for a person to read. */
function printJudgements(files: readonly FileJudgement[], paint: Paint): string {
  const lines = files.flatMap(({ file, judgements }) => {
    const { passed, failed, person } = countVerdicts(judgements);
    return [
      paint('bold', replaceControls(file)),
      ...judgements.flatMap((judgement) => formatJudgement(file, judgement, paint)),
      `${verdictLabels.passed} ${passed}、${verdictLabels.failed} ${failed}、${verdictLabels.person} ${person}`,
    ];
  });
  return `${lines.join('\n')}\n`;
}

function formatJudgement(
  file: string,
  { rule, applies, verdict, reason, violations }: RuleJudgement,
  paint: Paint,
): string[] {
  const rest = violations.length - MAX_SHOWN;
  return [
    `  ${rule.id} ${paint(colours[verdict], verdictLabels[verdict])} ${rule.title}${applies ? '' : paint('dim', `（${reason.replace(/。$/u, '')}）`)}`,
    ...(verdict === 'passed' ? [] : [`      ${replaceControls(reason)}`]),
    ...violations.slice(0, MAX_SHOWN).flatMap((violation) => formatViolation(file, violation, paint)),
    ...(rest > 0 ? [`      ほかに${rest}か所あります。`] : []),
  ];
}

function formatViolation(file: string, violation: Violation, paint: Paint): string[] {
  const { sheet, line, column, heading, value, wrong, instead } = violation;
  const location = [
    formatLocation(replaceControls(file), line, column),
    sheet && `シート「${replaceControls(sheet)}」`,
  ];
  const cell = [heading && `見出し「${replaceControls(heading)}」`, value && `値「${replaceControls(value)}」`];
  return [
    `      ${paint('bold', location.filter(Boolean).join(' '))} ${cell.filter(Boolean).join(' ')}`.trimEnd(),
    `        ${replaceControls(wrong)}`,
    `        → ${replaceControls(instead)}`,
  ];
}

/** Formats the judgements of files as JSON: an array with one object per file. */
function printJudgementsJson(files: readonly FileJudgement[]): string {
  const objects = files.map(({ file, judgements }) => ({
    file,
    ...countVerdicts(judgements),
    verdicts: judgements.map(({ rule, verdict, reason, violations }) => ({
      rule: rule.id,
      title: rule.title,
      verdict,
      reason,
      cells: violations,
    })),
  }));
  return `${JSON.stringify(objects, null, 2)}\n`;
}

/**
 * `npm run check -- --rules`: judges files by the thirty official rules, prints the judgements, and returns the exit
 * code: 1 if a file breaks a rule. A file with the headings of a published table is judged with that table's schema.
 * @throws UsageError for a name that is no file, and for an unknown format
 */
export async function reportReadability(
  root: string,
  names: readonly string[],
  format: string,
  stdout: CommandStreams['stdout'],
): Promise<number> {
  if (format !== 'text' && format !== 'json')
    throw new UsageError(`--rules では、--format の「${format}」は使えません。text か json にしてください。`);
  if (names.length === 0)
    throw new UsageError('--rules のあとに、調べるファイル（CSV か Excel ブック）を書いてください。');
  const files = await Promise.all(
    names.map(async (name) => ({
      file: name,
      judgements: await judgeReadability(readNamedFile(name, root), findTableByHeadings),
    })),
  );
  stdout.write(
    format === 'json'
      ? printJudgementsJson(files)
      : printJudgements(files, (style, text) => styleText(style, text, { stream: stdout })),
  );
  return files.some(({ judgements }) => judgements.some(({ verdict }) => verdict === 'failed')) ? 1 : 0;
}
