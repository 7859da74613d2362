import type { ErrorCode } from 'yaml';

/** Words for the errors of a parser, by a pattern of its own message. `$1` is a quotation from it. */
type ErrorWords = readonly (readonly [pattern: RegExp, words: string])[];

/** The messages of `JSON.parse` in V8, the engine of Node. */
const JSON_ERRORS: ErrorWords = [
  [/^Expected ',' or '\}'.*/s, '前の値のあとの「,」か、終わりの「}」がありません'],
  [/^Expected ',' or '\]'.*/s, '前の値のあとの「,」か、終わりの「]」がありません'],
  [
    /^Expected double-quoted property name.*/s,
    '最後の値のあとに余分な「,」があるか、名前が半角の " で囲まれていません',
  ],
  [/^Expected property name.*/s, '名前が半角の " で囲まれていません'],
  [/^Expected ':'.*/s, '名前のあとに半角の「:」がありません'],
  [/^Unterminated string.*/s, '" で閉じていない文字があります'],
  [/^Bad control character.*/s, '" で囲んだ文字の中に、改行かタブがあります'],
  [/^Bad escaped character.*/s, '" で囲んだ文字の中に、「\\」があります'],
  [/^Unexpected end.*/s, '途中で終わっています'],
  [/^Unexpected non-whitespace.*/s, '終わりのあとに、余分な文字があります'],
  [/^Unexpected token '(.+?)'.*/s, '「$1」は、" で囲んでいないか、余分です'],
];

/** The messages of the MDX parser. */
const MDX_ERRORS: ErrorWords = [
  [/^(?:Expected a|Unexpected) closing tag (?:for )?`(<[^`]+>)`.*/s, '$1 と対になるものがありません'],
  [/^Unexpected end of file in expression.*/s, '「{」が「}」で閉じていません'],
  [/^Unexpected character.*/s, '「<」のあとを、部品として読めません'],
];

/** The codes of the YAML parser. */
const YAML_ERRORS: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_ALIAS: '値が「*」で始まっています',
  BAD_INDENT: '「]」で閉じていないか、行のはじめの空白がそろっていません',
  BAD_SCALAR_START: '値が「@」や「`」で始まっています',
  BLOCK_AS_IMPLICIT_KEY: '値の中に「:」と空白があるか、次の行が空白で始まっています',
  DUPLICATE_KEY: '同じ名前が2つあります',
  MISSING_CHAR: '半角の「:」と空白か、閉じる「"」や「]」がありません',
  MULTILINE_IMPLICIT_KEY: '名前のあとに、半角の「:」と空白がありません',
  TAB_AS_INDENT: '行がタブで始まっています',
  UNEXPECTED_TOKEN: '値のあとに、余分な文字があります',
};

/** Returns the words for a message, or the message itself if it has none. */
function translate(message: string, known: ErrorWords): string {
  const [pattern, words] = known.find(([one]) => one.test(message)) ?? [];
  return pattern && words !== undefined ? message.replace(pattern, words) : message;
}

/** Returns what is wrong with a JSON text, in Japanese. */
export const describeJsonError = (message: string): string => translate(message, JSON_ERRORS);

/** Returns what is wrong with an MDX text, in Japanese. */
export const describeMdxError = (message: string): string => translate(message, MDX_ERRORS);

/** Returns what is wrong with a YAML text, in Japanese. */
export const describeYamlError = ({ code, message }: { readonly code: ErrorCode; readonly message: string }): string =>
  YAML_ERRORS[code] ?? message;
