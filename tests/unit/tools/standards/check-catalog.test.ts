import { describe, expect, test } from 'vitest';
import { KNOWN_WARNINGS, findWarningReason } from '../../../../tools/standards/check-catalog.ts';
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
    expect(findWarningReason('Location bbox')).toMatch(/。$/);
  });

  test('do not include any other', () => {
    expect(findWarningReason('Dataset title')).toBeNull();
  });
});
