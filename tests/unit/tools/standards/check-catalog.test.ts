import { describe, expect, test } from 'vitest';
import { KNOWN_WARNINGS } from '../../../../tools/standards/check-catalog.ts';
import { readFileText } from '../../../support/source-modules.ts';

const table = (readFileText('docs/open-data.md') ?? '').split("### Warnings that can't be met")[1] ?? '';
const cells = table
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| warning'))
  .flatMap((line) => (line.split('|')[1] ?? '').split(',').map((cell) => cell.trim()));

describe('the known warnings', () => {
  test('match docs/open-data.md', () => {
    expect(cells.toSorted()).toEqual(Object.keys(KNOWN_WARNINGS).toSorted());
  });

  test('have a reason', () => {
    for (const reason of Object.values(KNOWN_WARNINGS)) expect(reason).toMatch(/。$/);
  });
});
