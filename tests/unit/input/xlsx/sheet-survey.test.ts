import { expect, test } from 'vitest';
import { surveyWorkbook } from '../../../../src/input/xlsx/sheet-survey.ts';
import { changeWorkbook, createSheet } from '../../../support/create-workbook.ts';

test.each([
  ['oleObject', '埋めこんだファイル'],
  ['package', '埋めこんだファイル'],
  ['control', 'ボタンなどの部品'],
])('a sheet with a relation of the type %s has an object: %s', (type, kind) => {
  const relations = `<Relationships><Relationship Id="r1" Type="relationships/${type}" Target="../a.bin"/></Relationships>`;
  const bytes = changeWorkbook(createSheet(['名称']), 'xl/worksheets/_rels/sheet1.xml.rels', () => relations);
  expect(surveyWorkbook(bytes).map(({ objects }) => objects)).toEqual([[{ kind, line: 1, column: 1 }]]);
});
