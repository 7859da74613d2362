import { REPEATED_NAME } from '../diagnostics/catalogue/text-messages.ts';
import type { UnparsableText } from './input-rows.ts';
import { locateIndex } from './text-decoding.ts';

/** Words for the errors of the parsers of JSON (V8's messages), MDX (its messages) and YAML (its codes). */
const WORDS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^Expected ',' or '(.)'.*/s, '前の値のあとの「,」か、終わりの「$1」がありません'],
  [/^Expected double-quoted.*/s, '最後の値のあとに余分な「,」があるか、名前が半角の " で囲まれていません'],
  [/^Expected property name.*/s, '名前が半角の " で囲まれていません'],
  [/^Expected ':'.*/s, '名前のあとに半角の「:」がありません'],
  [/^Unterminated string.*/s, '" で閉じていない文字があります'],
  [/^Bad control character.*/s, '" で囲んだ文字の中に、改行かタブがあります'],
  [/^(?:Bad escaped character.*|BAD_DQ_ESCAPE$)/s, '" で囲んだ文字の中に、「\\」があります'],
  [/^Unexpected end of JSON.*/s, '途中で終わっています'],
  [/^Unexpected non-whitespace.*/s, '終わりのあとに、余分な文字があります'],
  [/^Unexpected token '(.+?)'.*/s, '「$1」は、" で囲んでいないか、余分です'],
  [/^(?:Expected a|Unexpected) closing tag (?:for )?`(<[^`]*>)`.*/s, '$1 と対になるものがありません'],
  [/^Unexpected end of file in expression.*/s, '「{」が「}」で閉じていません'],
  [/^Could not parse expression.*/s, '{ } の中は、プログラムとして読むので、文章を書けません'],
  [/^Unexpected character.*/s, '「<」のあとを、部品として読めません'],
  [/^BAD_INDENT$/, '「]」で閉じていないか、行のはじめの空白がそろっていません'],
  [/^BAD_SCALAR_START$/, '値が「@」「`」「%」などの記号で始まっています'],
  [/^BLOCK_(?:AS_IMPLICIT_KEY|IN_FLOW)$/, '値の中に「:」と空白があるか、次の行が空白で始まっています'],
  [/^DUPLICATE_KEY$/, REPEATED_NAME],
  [/^MISSING_CHAR$/, '半角の「:」と空白か、閉じる「"」や「]」がありません'],
  [/^KEY_OVER_1024_CHARS$/, '名前が長すぎます'],
  [/^MULTILINE_IMPLICIT_KEY$/, '名前のあとに、半角の「:」と空白がありません'],
  [/^MULTIPLE_DOCS$/, '「...」か「---」で始まる行があります'],
  [/^TAB_AS_INDENT$/, '行がタブで始まっています'],
  [/^UNEXPECTED_TOKEN$/, '値のあとに、余分な文字があります'],
];

/** Returns what is wrong with a text, in Japanese; the parser's own message if there are no words for it. */
export function describeParserError(message: string, code = message): string {
  const [pattern, words = ''] = WORDS.find(([one]) => one.test(code)) ?? [];
  return pattern ? code.replace(pattern, words) : message;
}

/** Finds the first line of git in a text with a conflict, which the detail quotes; null if there is none. */
export function findConflictMark(text: string): UnparsableText | null {
  const mark = /^(?:<{7}|>{7})(?: .*)?$/m.exec(text);
  return mark && { ok: false, detail: mark[0], ...locateIndex(text, mark.index) };
}
