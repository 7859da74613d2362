import { ERA_PATTERN } from './era.ts';
import { normalizeNotation, removeOuterBrackets } from './fold.ts';
import { parseKanjiNumber } from './kanji.ts';
import { parseDateExpression } from './moment.ts';
import { LABEL_AFTER_PERIOD, LABEL_BEFORE_PERIOD, PERIOD_WORDS } from './times.ts';

const FIRST_YEAR = new RegExp(`(?<=${ERA_PATTERN})元`, 'g');
const KANJI_COUNT = /[〇一二三四五六七八九十]+(?=[年月日]|四半期)/g;

/** What is written in other ways than the patterns of a time know, and how they know it. */
const REWRITTEN: readonly (readonly [RegExp, string])[] = [
  // 現況2002年(数値は平成14年度末): the text itself says which of its times the figure has.
  [/^.*\(数値は(.+)\)$/, '$1'],
  [/^<(.+)>$/, '$1'],
  // 2019 is a year of two eras, and some name both.
  [/(?:平成|平|H)31[・/](?=(?:令和|令|R)1(?!\d))/, ''],
  [/^(?:FY)(\d{2}|\d{4})$|^(\d{4})FY$/, '$1$2年度'],
  [/^CY(\d{4})$/, '$1年'],
  [/^['’](\d\d)(?=年)/, '20$1'],
  [/(?<=日)\([月火水木金土日](?:曜日?)?\)/, ''],
  // 令和4年4～9月 leaves the first 月 to the second.
  [/(?<=年度?\d{1,2})(?=[~-]\d{1,2}月)/, '月'],
];

/** A time folded for matching, without spaces and with its years in digits. */
export function compactPeriodText(printed: string): string {
  const digits = normalizeNotation(printed)
    // The hour that a spreadsheet adds to a day.
    .text.replace(/(?<=\d)[ T]0{1,2}:00(?::00)?$/, '')
    .replace(/ /g, '')
    .replace(FIRST_YEAR, '1')
    .replace(KANJI_COUNT, (kanji) => String(parseKanjiNumber(kanji) ?? kanji));
  return REWRITTEN.reduce((text, [from, to]) => text.replace(from, to), digits);
}

/** A compact time without what does not change its days: brackets around all of it, labels, notes. */
export function removePeriodLabels(text: string): string {
  const bare = removeOuterBrackets(normalizeNotation(text)).text;
  if (PERIOD_WORDS.test(bare) || parseDateExpression(bare)) return bare;
  const shorter = bare.replace(LABEL_BEFORE_PERIOD, '').replace(LABEL_AFTER_PERIOD, '');
  return shorter === bare || shorter === '' ? bare : removePeriodLabels(shorter);
}
