import { formatLocation } from '../diagnostics/cell-reference.ts';
import { replaceControls } from '../diagnostics/line-excerpt.ts';
import type { TerminalStyle } from '../diagnostics/format-diagnostics.ts';
import { countVerdicts, type RuleJudgement } from './judge-readability.ts';
import { verdictLabels, type Violation, type VerdictCode } from './readability-rule.ts';

/** A file by its name, with what the rules say of it. */
export interface FileJudgement {
  readonly file: string;
  readonly judgements: readonly RuleJudgement[];
}

/** The most places of one rule that the text form shows. */
const SHOWN = 20;

const colours: Readonly<Record<VerdictCode, TerminalStyle>> = {
  passed: 'dim',
  failed: 'red',
  person: 'yellow',
};

type Paint = (style: TerminalStyle, text: string) => string;

function toldFault(file: string, fault: Violation, paint: Paint): string[] {
  const { sheet, line, column, heading, value, wrong, instead } = fault;
  const where = [
    formatLocation(replaceControls(file), line, column),
    sheet && `シート「${replaceControls(sheet)}」`,
  ];
  const what = [
    heading && `見出し「${replaceControls(heading)}」`,
    value && `値「${replaceControls(value)}」`,
  ];
  return [
    `      ${paint('bold', where.filter(Boolean).join(' '))} ${what.filter(Boolean).join(' ')}`.trimEnd(),
    `        ${replaceControls(wrong)}`,
    `        → ${replaceControls(instead)}`,
  ];
}

function toldRule(
  file: string,
  { rule, applies, verdict, reason, violations }: RuleJudgement,
  paint: Paint,
): string[] {
  const rest = violations.length - SHOWN;
  return [
    `  ${rule.id} ${paint(colours[verdict], verdictLabels[verdict])} ${rule.title}${applies ? '' : paint('dim', `（${reason.replace(/。$/u, '')}）`)}`,
    ...(verdict === 'passed' ? [] : [`      ${replaceControls(reason)}`]),
    ...violations.slice(0, SHOWN).flatMap((fault) => toldFault(file, fault, paint)),
    ...(rest > 0 ? [`      ほかに${rest}か所あります。`] : []),
  ];
}

/** What the thirty rules say of files, for a person to read. */
export function printJudgements(judged: readonly FileJudgement[], paint: Paint): string {
  const lines = judged.flatMap(({ file, judgements }) => {
    const { passed, failed, person } = countVerdicts(judgements);
    return [
      paint('bold', replaceControls(file)),
      ...judgements.flatMap((one) => toldRule(file, one, paint)),
      `${verdictLabels.passed} ${passed}、${verdictLabels.failed} ${failed}、${verdictLabels.person} ${person}`,
    ];
  });
  return `${lines.join('\n')}\n`;
}

/** The same as JSON: an array with one object a file. */
export function printJudgementsJson(judged: readonly FileJudgement[]): string {
  const files = judged.map(({ file, judgements }) => ({
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
  return `${JSON.stringify(files, null, 2)}\n`;
}
