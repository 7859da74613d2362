import { describe, expect, test } from 'vitest';
import { KNOWN_WARNINGS, findWarningReason } from '../../../../tools/standards/check-catalog.ts';
import { readFileText } from '../../../support/source-modules.ts';

const table = (readFileText('docs/open-data.md') ?? '').split("### Warnings that can't be met")[1] ?? '';
const cells = table
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| warning'))
  .flatMap((line) => (line.split('|')[1] ?? '').split(',').map((cell) => cell.trim()));

describe('the warnings that can’t be met', () => {
  test('are those that the document on open data names, and no others', () => {
    expect(cells.toSorted()).toEqual(Object.keys(KNOWN_WARNINGS).toSorted());
  });

  test('have a reason', () => {
    expect(findWarningReason('Location bbox')).toMatch(/。$/);
  });

  test('are no more than those', () => {
    expect(findWarningReason('Dataset title')).toBeNull();
  });
});
