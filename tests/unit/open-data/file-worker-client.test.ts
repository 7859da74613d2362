import { expect, test } from 'vitest';
import { writeWorkbook } from '../../../src/input/xlsx/written-workbook.ts';
import { makeFileInThread } from '../../../src/open-data/file-worker-client.ts';
import { packNatively } from '../../../src/open-data/published-file.ts';
import { createEmptyFolder, writeFixture } from '../../support/fixture-site.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const THREAD = `import { parentPort } from 'node:worker_threads';
parentPort.on('message', () => parentPort.postMessage({ bytes: new Uint8Array([1]) }));`;

test('a picture is drawn after the thread of the one before has ended', async () => {
  const folder = createEmptyFolder();
  await expect(makeFileInThread({ svg: '<svg/>', cache: undefined }, folder)).rejects.toThrow('file-worker.ts');
  writeFixture(folder, { 'src/open-data/file-worker.ts': THREAD });
  expect(await makeFileInThread({ svg: '<svg/>', cache: undefined }, folder)).toEqual(Uint8Array.of(1));
});

test('a workbook from the thread has the bytes of one from here', async () => {
  const sheets = [{ name: 'データ', headings: ['指標', '値'], rows: [['本', 5, true, null]], widths: [8, 8] }];
  expect(await makeFileInThread({ sheets }, REPOSITORY_FOLDER)).toEqual(writeWorkbook(sheets, packNatively));
});
