import { decode } from '../../read/decode.ts';
import { brokenIn, faultIn, formulaIn, platformCharactersIn } from '../characters.ts';
import type { Report } from '../report.ts';
import type { Known, Rule } from '../rule.ts';
import type { Text } from '../texts.ts';

/** How a plan prints its numbers is given as printed, ① and all. */
const AS_PRINTED = 'numbers';

/** Front matter is published in tables too, so that it is held to what a cell is. */
function checkFront({ front, at }: Text<Readonly<Record<string, unknown>>>, report: Report): void {
  for (const [key, given] of Object.entries(front)) {
    if (key === AS_PRINTED) continue;
    const values: readonly unknown[] = Array.isArray(given) ? given : [given];
    for (const value of values) {
      if (typeof value !== 'string') continue;
      const fault = formulaIn(value) ?? faultIn(value);
      if (fault) report.add(at(key), fault);
      for (const { flaw } of platformCharactersIn(value)) report.add(at(key), flaw);
    }
  }
}

function checkBody(file: string, bytes: Uint8Array, report: Report): void {
  const decoded = decode(bytes);
  if (!decoded.ok) return;
  const lines = decoded.text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  lines.forEach((text, index) => {
    if (index <= end) return;
    const broken = brokenIn(text);
    for (const found of [...(broken ? [broken] : []), ...platformCharactersIn(text)]) {
      const column = [...text.slice(0, found.index)].length + 1;
      report.add({ file, line: index + 1, column, field: '' }, found.flaw);
    }
  });
}

function checkTexts(texts: readonly Text<Readonly<Record<string, unknown>>>[], known: Known, report: Report) {
  for (const text of texts) {
    checkFront(text, report);
    checkBody(text.file, known.folder.bytes(text.file), report);
  }
}

/** What is true for the characters of cells is true for texts: none that can't be seen, and none of one machine alone. */
export const textCharacters: Rule = (known, report) => {
  for (const { index, bodies, texts } of known.plans) checkTexts([index, ...bodies, ...texts], known, report);
  checkTexts(known.guides, known, report);
};
