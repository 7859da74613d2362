import { error, warning } from './message.ts';

/** Problems of whole files, their headings and their rows. */
export const fileMessages = {
  'missing-file': error(
    (v) => `${v.file} がありません。`,
    (v) => `${v.file} を作ってください。${v.why ?? ''}`,
  ),
  'unknown-file': warning(
    (v) => `${v.file} は、どこからも読まれません。`,
    (v) => (v.near ? `${v.near} の書きまちがいではありませんか。` : '不要なら消してください。'),
  ),
  'unknown-encoding': error(
    () => '文字コードを読みとれません。',
    () => 'UTF-8 か、Excel の「CSV（コンマ区切り）」（Shift_JIS）で保存しなおしてください。',
  ),
  'utf-16': error(
    () => '文字コードが UTF-16 です。',
    () => 'Excel では「CSV UTF-8（コンマ区切り）」を選んで保存しなおしてください。',
  ),
  'no-heading-row': error(
    () => '見出しの行がありません。',
    (v) => `1行めに見出しを書いてください。必要な列は ${v.columns} です。`,
  ),
  'bad-quote': error(
    () => '引用符（"）の対応がとれていません。',
    () => 'セルの中の " は "" と2つ重ね、セル全体を " で囲んでください。',
  ),
  'ragged-row': error(
    (v) => `セルが${v.got}個ありますが、見出しは${v.expected}個です。`,
    () => 'コンマの数を見出しとそろえてください。コンマをふくむセルは " で囲みます。',
  ),
  'missing-column': error(
    (v) => `列「${v.column}」がありません。`,
    (v) => `見出しの行に「${v.column}」を加えてください。`,
  ),
  'unknown-column': error(
    (v) => `列「${v.column}」は使えません。`,
    (v) => (v.near ? `「${v.near}」ではありませんか。` : `使える列は ${v.columns} です。`),
  ),
  'repeated-column': error(
    (v) => `列「${v.column}」が2つあります。`,
    () => 'どちらかひとつにしてください。',
  ),
  'bad-json': error(
    (v) => `JSON として読めません（${v.detail}）。`,
    () => 'コンマやかっこの過不足を直してください。',
  ),
} as const;
