import { error, warning } from './message.ts';

/** Problems of single cells that any table may have. */
export const cellMessages = {
  'empty-cell': error(
    (v) => `「${v.field}」が空です。`,
    (v) => `「${v.field}」には必ず値を書いてください。`,
  ),
  'bad-slug': error(
    (v) => `「${v.value}」はIDとして使えません。`,
    () => '半角の小文字と数字を - でつないで書いてください（64字まで。例: warabi-jiritsu）。',
  ),
  'bad-code': error(
    (v) => `「${v.value}」はコードとして使えません。`,
    () => '計画の番号を半角の小文字と数字にし、_ でつないで書いてください（64字まで。例: 33_1_2）。',
  ),
  'code-became-date': error(
    (v) => `「${v.value}」は、Excel がコードを日付に変えてしまったもののようです。`,
    () => '列の書式を「文字列」にしてから、33_1 のように _ でつないで書きなおしてください。',
  ),
  'bad-choice': error(
    (v) => `「${v.value}」は「${v.field}」に使えません。`,
    (v) =>
      v.near
        ? `「${v.near}」ではありませんか。使える言葉は ${v.choices} です。`
        : `使える言葉は ${v.choices} です。`,
  ),
  'bad-flag': error(
    (v) => `「${v.value}」は「${v.field}」に使えません。`,
    () => 'あてはまるときは 1、そうでないときは空にしてください。',
  ),
  'bad-date': error(
    (v) => `「${v.value}」は日付として読めません。`,
    () => '2026-11-20 のように、西暦の年-月-日で書いてください。',
  ),
  'bad-whole': error(
    (v) => `「${v.value}」は整数として読めません。`,
    () => '半角の数字で書いてください。3けたごとのコンマはあってもかまいません（例: 74,326）。',
  ),
  'bad-decimal': error(
    (v) => `「${v.value}」は数として読めません。`,
    (v) => `半角の数字で書いてください（例: ${v.example}）。`,
  ),
  'out-of-range': error(
    (v) => `「${v.value}」は「${v.field}」の範囲の外です。`,
    (v) => `${v.low} から ${v.high} までの数を書いてください。`,
  ),
  'bad-sdg': error(
    (v) => `「${v.value}」はSDGsの目標の番号ではありません。`,
    () => '1 から 17 までの数を、いくつかあるときは ; で区切って書いてください。',
  ),
  'bad-web-address': error(
    (v) => `「${v.value}」はURLとして読めません。`,
    () => 'https:// で始まるアドレスを書いてください。わからないときは空にします。',
  ),
  'bad-municipality-code': error(
    (v) => `団体コード「${v.value}」は正しくありません。`,
    () => '全国地方公共団体コードを6けたで書いてください。最後の1けたは検査数字です。',
  ),
  'municipality-code-lost-zero': warning(
    (v) => `団体コード「${v.value}」の先頭の 0 が落ちています。${v.read} と読みました。`,
    (v) => `${v.read} と書いてください。Excel では列の書式を「文字列」にします。`,
  ),
  'formula-like': error(
    (v) => `「${v.value}」は、Excel が数式と読むおそれのある文字で始まっています。`,
    () => '先頭の = + - @ をとるか、言葉を足してください。',
  ),
  'repeated-value': error(
    (v) => `「${v.value}」が同じセルに2回あります。`,
    () => 'ひとつにしてください。',
  ),
} as const;
