import {
  MAX_CELL_LENGTH,
  MAX_CELLS,
  MAX_COLUMNS,
  MAX_FILE_BYTES,
  MAX_FILES,
  MAX_ROWS,
  MAX_SETTINGS_LENGTH,
  MAX_TEXT_BYTES,
  MAX_TREE_DEPTH,
} from '../model/input-limits.ts';
import { createIssue, type Issue } from './diagnostic.ts';

const CHECK_SEPARATORS = '要らない列を消してください。行の終わりにコンマがならんでいないかも、確かめてください。';
const SPLIT_TABLE = '要る行と列だけを残してください。';

/** What is limited: its name, its limit with the unit, and what to do. */
const LIMITS = {
  files: [
    'ファイルの数',
    `${MAX_FILES / 10_000}万`,
    'data/ と content/ から、サイトに要らないファイルを出してください。',
  ],
  file: [
    'ファイルの大きさ',
    `${MAX_FILE_BYTES / 1024 / 1024} MB`,
    '別のファイルを置いていないか、同じ行がくり返されていないかを確かめてください。',
  ],
  text: [
    '文章や設定のファイルの大きさ',
    `${MAX_TEXT_BYTES / 1_000_000} MB`,
    '文章をいくつかのファイルに分けてください。別のファイルを置いていないかも、確かめてください。',
  ],
  settings: ['設定', `${MAX_SETTINGS_LENGTH.toLocaleString('en')}字`, 'くり返しを消してください。'],
  rows: ['行の数', `${MAX_ROWS.toLocaleString('en')}行`, SPLIT_TABLE],
  columns: ['列の数', `${MAX_COLUMNS.toLocaleString('en')}列`, CHECK_SEPARATORS],
  cells: ['セルの数', `${MAX_CELLS / 10_000}万`, SPLIT_TABLE],
  cell: [
    'セルの文字',
    `${MAX_CELL_LENGTH.toLocaleString('en')}字`,
    '短くしてください。セルをかこむ " を閉じわすれていないかも、確かめてください。',
  ],
  tree: [
    '計画の階層',
    `${MAX_TREE_DEPTH}段`,
    '「親コード」に、すぐ上の項目ではなく、前の行のコードを書いていないか、確かめてください。',
  ],
} as const;

/** Returns the issue of input that is larger than the project reads. */
export function createLimitIssue(limited: keyof typeof LIMITS): Issue {
  const [what, limit, advice] = LIMITS[limited];
  return createIssue('over-limit', { what, limit, advice });
}
