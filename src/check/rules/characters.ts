import { platformCharactersIn } from '../characters.ts';
import type { Rule } from '../rule.ts';
import { eachText } from '../text-cells.ts';

/** Texts are written with characters that every machine shows and every search finds (the official rule L1-08). */
export const characters: Rule = (known, report) => {
  eachText(known, ['name', 'summary', 'free'], (text, _role, row, heading) => {
    for (const { flaw } of platformCharactersIn(text)) report.add(row.at(heading), flaw);
  });
};
