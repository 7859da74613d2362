import { expect, test } from 'vitest';
import { planFileChecks } from '../../../../src/validation/checks/plan-file-checks.ts';
import { validateFile } from '../../../../src/validation/validate-file.ts';
import { createMemoryFolder } from '../../../support/fixture-site.ts';

const PLAN = 'mihon-keikaku';
const folder = createMemoryFolder({});

/** Returns the codes of a table of the fictional town in which a word has another one instead. */
function listCodes(name: 'tree' | 'indicators', word: string, other: string): string[] {
  const text = new TextDecoder().decode(folder.readBytes(`data/plans/${PLAN}/${name}.csv`));
  const planFiles = { plan: PLAN, municipality: 'mihon', folder, checks: planFileChecks };
  const bytes = new TextEncoder().encode(text.replace(word, other));
  return validateFile(`${name}.csv`, bytes, name, planFiles).diagnostics.map(({ code }) => code);
}

test('an id that differs in one character from an id of the site, which is missing, is probably misspelt', () => {
  expect(listCodes('indicators', '\nonline,', '\nonlin,')).toContain('renamed-id');
});

test('a code of a plan item that differs in one character from a missing one is probably another item', () => {
  expect(listCodes('tree', '\ns1,', '\nt1,')).not.toContain('renamed-id');
});
