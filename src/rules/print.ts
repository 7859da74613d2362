import { placeText } from '../problems/cell-address.ts';
import { visible } from '../problems/excerpt.ts';
import type { Style } from '../problems/print.ts';
import { countVerdicts, type Judgement } from './judge.ts';
import { verdicts, type Fault, type Verdict } from './rule.ts';

/** A file by its name, with what the rules say of it. */
export interface Judged {
  readonly file: string;
  readonly judgements: readonly Judgement[];
}

/** The most places of one rule that the text form shows. */
const SHOWN = 20;

const colours: Readonly<Record<Verdict, Style>> = { passed: 'dim', failed: 'red', person: 'yellow' };

type Paint = (style: Style, text: string) => string;

function toldFault(file: string, fault: Fault, paint: Paint): string[] {
  const { sheet, line, column, heading, value, wrong, instead } = fault;
  const where = [placeText(visible(file), line, column), sheet && `シート「${visible(sheet)}」`];
  const what = [heading && `見出し「${visible(heading)}」`, value && `値「${visible(value)}」`];
  return [
    `      ${paint('bold', where.filter(Boolean).join(' '))} ${what.filter(Boolean).join(' ')}`.trimEnd(),
    `        ${visible(wrong)}`,
    `        → ${visible(instead)}`,
  ];
}

function toldRule(
  file: string,
  { rule, applies, verdict, reason, faults }: Judgement,
  paint: Paint,
): string[] {
  const rest = faults.length - SHOWN;
  return [
    `  ${rule.id} ${paint(colours[verdict], verdicts[verdict])} ${rule.title}${applies ? '' : paint('dim', `（${reason.replace(/。$/u, '')}）`)}`,
    ...(verdict === 'passed' ? [] : [`      ${visible(reason)}`]),
    ...faults.slice(0, SHOWN).flatMap((fault) => toldFault(file, fault, paint)),
    ...(rest > 0 ? [`      ほかに${rest}か所あります。`] : []),
  ];
}

/** What the thirty rules say of files, for a person to read. */
export function printJudged(judged: readonly Judged[], paint: Paint): string {
  const lines = judged.flatMap(({ file, judgements }) => {
    const { passed, failed, person } = countVerdicts(judgements);
    return [
      paint('bold', visible(file)),
      ...judgements.flatMap((one) => toldRule(file, one, paint)),
      `${verdicts.passed} ${passed}、${verdicts.failed} ${failed}、${verdicts.person} ${person}`,
    ];
  });
  return `${lines.join('\n')}\n`;
}

/** The same as JSON: an array with one object a file. */
export function printJudgedJson(judged: readonly Judged[]): string {
  const files = judged.map(({ file, judgements }) => ({
    file,
    ...countVerdicts(judgements),
    verdicts: judgements.map(({ rule, verdict, reason, faults }) => ({
      rule: rule.id,
      title: rule.title,
      verdict,
      reason,
      cells: faults,
    })),
  }));
  return `${JSON.stringify(files, null, 2)}\n`;
}
