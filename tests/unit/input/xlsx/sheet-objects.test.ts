import { expect, test } from 'vitest';
import { openWorkbook } from '../../../../src/input/xlsx/open-workbook.ts';
import { MAX_UNPACKED_BYTES } from '../../../../src/model/input-limits.ts';
import { changeWorkbook, createSheet } from '../../../support/create-workbook.ts';

test.each([
  ['oleObject', '埋め込んだファイル'],
  ['package', '埋め込んだファイル'],
  ['control', 'ボタンなどの部品'],
])('a sheet with a relation of the type %s has an object: %s', (type, kind) => {
  const relations = `<Relationships><Relationship Id="r1" Type="relationships/${type}" Target="../a.bin"/></Relationships>`;
  const bytes = changeWorkbook(createSheet(['名称']), 'xl/worksheets/_rels/sheet1.xml.rels', () => relations);
  expect(openWorkbook(bytes)).toMatchObject({ objects: [{ kind, line: 1, column: 1 }] });
});

/** Returns a workbook whose sheet has so many relations to a file of notes that declares most of the greatest size. */
function createNotes(count: number): Uint8Array {
  const relation = '<Relationship Id="r1" Type="relationships/comments" Target="../comments1.xml"/>';
  const relations = `<Relationships>${relation.repeat(count)}</Relationships>`;
  const bytes = changeWorkbook(createSheet(['名称']), 'xl/worksheets/_rels/sheet1.xml.rels', () => relations);
  const changed = changeWorkbook(bytes, 'xl/comments1.xml', () => '<comments></comments>');
  // The size of a file is 22 bytes before its path in the directory.
  const path = Buffer.from(changed).lastIndexOf('xl/comments1.xml');
  new DataView(changed.buffer).setUint32(path - 22, 0.8 * MAX_UNPACKED_BYTES, true);
  return changed;
}

test.each([
  ['passed over if it is of another sheet', 0, { objects: [] }],
  ['read if it is of the sheet', 1, { objects: [] }],
  ['not read twice', 2, { issue: { code: 'large-workbook' } }],
])('a large file of notes is %s', (_what, count, expected) => {
  expect(openWorkbook(createNotes(count))).toMatchObject(expected);
});

test.each([
  ['a missing file of notes', null, true],
  ['a damaged file of notes', '<comments><a', false],
])('a sheet with %s', (_what, comments, isRead) => {
  const relations = `<Relationships><Relationship Id="r1" Type="relationships/comments" Target="../comments1.xml"/></Relationships>`;
  const bytes = changeWorkbook(createSheet(['名称']), 'xl/worksheets/_rels/sheet1.xml.rels', () => relations);
  const opened = openWorkbook(comments === null ? bytes : changeWorkbook(bytes, 'xl/comments1.xml', () => comments));
  expect(opened).toMatchObject(isRead ? { objects: [] } : { issue: { code: 'damaged-workbook' } });
});

test.each([
  ['comments', 'メモ（コメント）', '<comments><commentList><comment ref="zz"/></commentList></comments>'],
  ['drawing', '画像', `<wsDr><oneCellAnchor><from><row>${'9'.repeat(400)}</row></from><pic/></oneCellAnchor></wsDr>`],
])('an object at a reference that no sheet has is at the first cell: %s', (type, kind, xml) => {
  const relations = `<Relationships><Relationship Id="r1" Type="relationships/${type}" Target="../objects.xml"/></Relationships>`;
  const bytes = changeWorkbook(createSheet(['名称']), 'xl/worksheets/_rels/sheet1.xml.rels', () => relations);
  const opened = openWorkbook(changeWorkbook(bytes, 'xl/objects.xml', () => xml));
  expect(opened).toMatchObject({ objects: [{ kind, line: 1, column: 1 }] });
});

test('a comment with answers is one object, though it is in two files', () => {
  const [note, answers] = ['comments', 'threadedComment'].map(
    (type, at) => `<Relationship Id="r${at}" Type="relationships/${type}" Target="../${type}1.xml"/>`,
  );
  const files = {
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${note}${answers}</Relationships>`,
    'xl/comments1.xml': '<comments><commentList><comment ref="B2"/><comment ref="A1"/></commentList></comments>',
    'xl/threadedComment1.xml':
      '<ThreadedComments><threadedComment ref="B2"/><threadedComment ref="B2"/></ThreadedComments>',
  };
  const bytes = Object.entries(files).reduce(
    (workbook, [path, text]) => changeWorkbook(workbook, path, () => text),
    createSheet(['名称']),
  );
  const kind = 'メモ（コメント）';
  const opened = openWorkbook(bytes);
  expect(opened.ok && opened.objects).toEqual([
    { kind, line: 2, column: 2 },
    { kind, line: 1, column: 1 },
  ]);
});
