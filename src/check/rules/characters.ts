import { findPlatformCharacters } from '../characters.ts';
import type { SiteCheck } from '../rule.ts';
import { visitTextCells } from '../text-cells.ts';

/** Texts are written with characters that every machine shows and every search finds (the official rule L1-08). */
export const checkPlatformCharacters: SiteCheck = (known, report) => {
  visitTextCells(known, ['name', 'summary', 'free'], (text, _role, row, heading) => {
    for (const { flaw } of findPlatformCharacters(text)) report.add(row.locate(heading), flaw);
  });
};
