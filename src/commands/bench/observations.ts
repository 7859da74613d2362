import { createRandom } from './chance.ts';

const HEADINGS = '指標ID,時点,値,地域ID,確度,標本数,評価,注記,出典ID,出典箇所';
const NOTES = ['', '', '', '回答が少ない年です', '"速報のあと, 直しました"'];

/**
 * An observations.csv of a town that does not exist: shares, counts with and without a comma, times in two ways, some
 * notes in quotes. The values are scattered, so that most of them come once or twice. Always the same bytes.
 */
export function generateObservations(rows: number): Buffer {
  const next = createRandom(7);
  const upTo = (limit: number) => Math.floor(next() * limit);
  const lines = [HEADINGS];
  const parts: Buffer[] = [];
  for (let row = 0; row < rows; row++) {
    const year = upTo(12);
    const time = row % 2 === 0 ? `令和${year + 1}年度` : `${2019 + year}年度`;
    const count = upTo(1_000_000);
    const values = [
      `${upTo(1001) / 10}%`,
      `${count}人`,
      `"${count.toLocaleString('en-US')}件"`,
      String(count),
    ];
    const cells = [
      `mihon-${upTo(2000)}`,
      time,
      values[row % values.length],
      row % 3 === 0 ? 'north' : '',
      row % 5 === 0 ? '速報' : '',
      row % 2 === 0 ? String(300 + upTo(900)) : '',
      '',
      NOTES[upTo(NOTES.length)],
      'mihon-plan',
      `第${1 + upTo(9)}章 指標の一覧`,
    ];
    lines.push(cells.join(','));
    if (lines.length >= 10_000) parts.push(Buffer.from(`${lines.splice(0).join('\n')}\n`));
  }
  parts.push(Buffer.from(`${lines.join('\n')}\n`));
  return Buffer.concat(parts);
}
