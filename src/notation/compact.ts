import { ERA } from './era.ts';
import { fold, unwrapped } from './fold.ts';
import { kanjiNumber } from './kanji.ts';
import { momentOf } from './moment.ts';
import { AFTER_TIME, BEFORE_TIME, WORDS_FOR_TIME } from './times.ts';

const FIRST_YEAR = new RegExp(`(?<=${ERA})元`, 'g');
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
export function compact(printed: string): string {
  const digits = fold(printed)
    // The hour that a spreadsheet adds to a day.
    .text.replace(/(?<=\d)[ T]0{1,2}:00(?::00)?$/, '')
    .replace(/ /g, '')
    .replace(FIRST_YEAR, '1')
    .replace(KANJI_COUNT, (kanji) => String(kanjiNumber(kanji) ?? kanji));
  return REWRITTEN.reduce((text, [from, to]) => text.replace(from, to), digits);
}

/** A compact time without what does not change its days: brackets around all of it, labels, notes. */
export function unlabelled(text: string): string {
  const bare = unwrapped(fold(text)).text;
  if (WORDS_FOR_TIME.test(bare) || momentOf(bare)) return bare;
  const shorter = bare.replace(BEFORE_TIME, '').replace(AFTER_TIME, '');
  return shorter === bare || shorter === '' ? bare : unlabelled(shorter);
}
