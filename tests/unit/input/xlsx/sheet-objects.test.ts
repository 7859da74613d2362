import { expect, test } from 'vitest';
import { openWorkbook } from '../../../../src/input/xlsx/open-workbook.ts';
import { changeWorkbook, createSheet } from '../../../support/create-workbook.ts';

test.each([
  ['oleObject', '埋めこんだファイル'],
  ['package', '埋めこんだファイル'],
  ['control', 'ボタンなどの部品'],
])('a sheet with a relation of the type %s has an object: %s', (type, kind) => {
  const relations = `<Relationships><Relationship Id="r1" Type="relationships/${type}" Target="../a.bin"/></Relationships>`;
  const bytes = changeWorkbook(createSheet(['名称']), 'xl/worksheets/_rels/sheet1.xml.rels', () => relations);
  expect(openWorkbook(bytes)).toMatchObject({ objects: [{ kind, line: 1, column: 1 }] });
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
