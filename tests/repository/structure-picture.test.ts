import { expect, test } from 'vitest';
import { drawStructure, PICTURE_PATH } from '../../tools/draw-structure.ts';
import { readSourceFiles } from '../../tools/source-files.ts';
import { readFileText } from '../support/source-modules.ts';

test('the picture of the folders is current; `npm run structure -- --draw` draws it', () => {
  const picture = readFileText(PICTURE_PATH);
  expect(picture).toBe(drawStructure(readSourceFiles('src', 'tools', 'examples/design')));
  expect(Buffer.byteLength(picture ?? '')).toBeLessThan(60_000);
});
