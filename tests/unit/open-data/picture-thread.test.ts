import { expect, test } from 'vitest';
import { renderInThread } from '../../../src/open-data/picture-thread.ts';
import { createEmptyFolder, writeFixture } from '../../support/fixture-site.ts';

const THREAD = `import { parentPort } from 'node:worker_threads';
parentPort.on('message', () => parentPort.postMessage({ png: new Uint8Array([1]) }));`;

test('a picture is drawn after the thread of the one before has ended', async () => {
  const folder = createEmptyFolder();
  await expect(renderInThread('<svg/>', folder)).rejects.toThrow('render-png.ts');
  writeFixture(folder, { 'src/open-data/render-png.ts': THREAD });
  expect(await renderInThread('<svg/>', folder)).toEqual(Buffer.of(1));
});
