import fc from 'fast-check';
import { anyCharacter } from '../../support/any-character.ts';

/** Parts of real notations, so that strings of them are similar to real ones. */
const PIECES = [
  ...Array.from('0123456789０１２３一二十百千万億兆〇元'),
  ...Array.from('%％㌫人件円年月日末度〜～~-−―ー▲△.,．，、・/()（）:： 　※*→↑①²½'),
  '令和',
  '平成',
  '㍻',
  'R',
  'H',
  '年度',
  '年度末',
  '以上',
  '以下',
  '程度',
  '約',
  'から',
  'まで',
  '増加',
  '減少',
  '維持',
  '現状値',
  'なし',
  '時点',
  '箇所',
  '位',
  '\u{e0100}',
  '\ud800',
];

/** Any text: of parts of notations, or of any characters, also lone surrogates. */
export const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join('')),
  fc.string({ unit: anyCharacter, maxLength: 20 }),
);

/** A text with every printable ASCII character in full width. */
export function widenText(text: string): string {
  return text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　');
}

export const anyUnit = fc.constantFrom(
  '',
  '人',
  '%',
  '％',
  '件/年',
  '万人',
  '百万円',
  'か所',
  'キロワット時',
  't-CO₂',
  '㎡',
  'g/[人・日]',
);
