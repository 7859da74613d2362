import { decodeText } from '../../read/decode.ts';
import {
  findBrokenCharacter,
  findForbiddenText,
  findFormulaStart,
  findPlatformCharacters,
} from '../characters.ts';
import type { DiagnosticReport } from '../report.ts';
import type { ValidationContext, SiteCheck } from '../rule.ts';
import type { MdxDocument } from '../texts.ts';

/** How a plan prints its numbers is given as printed, ① and all. */
const AS_PRINTED = 'numbers';

/** Front matter is published in tables too, so that it is held to what a cell is. */
function checkFront(
  { front, locate }: MdxDocument<Readonly<Record<string, unknown>>>,
  report: DiagnosticReport,
): void {
  for (const [key, given] of Object.entries(front)) {
    if (key === AS_PRINTED) continue;
    const values: readonly unknown[] = Array.isArray(given) ? given : [given];
    for (const value of values) {
      if (typeof value !== 'string') continue;
      const fault = findFormulaStart(value) ?? findForbiddenText(value);
      if (fault) report.add(locate(key), fault);
      for (const { flaw } of findPlatformCharacters(value)) report.add(locate(key), flaw);
    }
  }
}

function checkBody(file: string, bytes: Uint8Array, report: DiagnosticReport): void {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return;
  const lines = decoded.text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  lines.forEach((text, index) => {
    if (index <= end) return;
    const broken = findBrokenCharacter(text);
    for (const found of [...(broken ? [broken] : []), ...findPlatformCharacters(text)]) {
      const column = [...text.slice(0, found.index)].length + 1;
      report.add({ file, line: index + 1, column, field: '' }, found.flaw);
    }
  });
}

function checkTexts(
  texts: readonly MdxDocument<Readonly<Record<string, unknown>>>[],
  known: ValidationContext,
  report: DiagnosticReport,
) {
  for (const text of texts) {
    checkFront(text, report);
    checkBody(text.file, known.folder.readBytes(text.file), report);
  }
}

/** What is true for the characters of cells is true for texts: none that can't be seen, and none of one machine alone. */
export const checkMdxCharacters: SiteCheck = (known, report) => {
  for (const { index, bodies, texts } of known.plans) checkTexts([index, ...bodies, ...texts], known, report);
  checkTexts(known.guides, known, report);
};
