/** How a number format shows what a cell holds. */
export type CellFormat =
  /** As it is. */
  | { readonly kind: 'plain' }
  | {
      readonly kind: 'number';
      readonly before: string;
      readonly after: string;
      /** How far the point is moved: 2 for per cent. */
      readonly shift: number;
      /** At least so many digits before the point, and at most so many behind it. */
      readonly whole: number;
      readonly decimals: number;
    }
  | {
      readonly kind: 'date';
      readonly year: boolean;
      readonly month: boolean;
      readonly day: boolean;
      readonly time: boolean;
      /** The words behind the last part: 年度, 月末. */
      readonly after: string;
    }
  /** What is shown is not what the cell holds: thousands left out, fractions, conditions, nothing at all. */
  | { readonly kind: 'unsure' };

const PLAIN: CellFormat = { kind: 'plain' };
const UNSURE: CellFormat = { kind: 'unsure' };

/** One piece of a format: words that are shown as they are, or a sign that stands for a part of the value. */
interface Token {
  readonly sign: boolean;
  readonly text: string;
}

const PIECE =
  /"([^"]*)"?|\\(.)|[_*](?:.|$)|\[\$([^\]-]*)[^\]]*\]|\[(h+|m+|s+)\]|\[[^\]]*\]|am\/pm|a\/p|e[+-]|([0#?.,%/@ymdhsega])|(.)/gisu;

function tokensOf(section: string): Token[] {
  return Array.from(
    section.matchAll(PIECE),
    ([all, quoted, escaped, currency, elapsed, sign, other]): Token => {
      const literal = quoted ?? escaped ?? currency ?? other;
      if (literal !== undefined) return { sign: false, text: literal };
      if (/^e[+-]$/i.test(all)) return { sign: true, text: 'E' };
      return { sign: true, text: (elapsed ?? sign ?? '').toLowerCase() };
    },
  ).filter(({ text }) => text !== '');
}

function dateFormat(tokens: readonly Token[], signs: string): CellFormat {
  const time = /[hs]/.test(signs);
  const year = /[ye]/.test(signs);
  const day = signs.includes('d');
  const last = tokens.findLastIndex(({ sign }) => sign);
  const after = tokens.slice(last + 1).map(({ text }) => text);
  const month = signs.includes('m') && (year || day);
  return year || month || day || time
    ? { kind: 'date', year, month, day, time, after: after.join('').trim() }
    : UNSURE;
}

function numberFormat(tokens: readonly Token[]): CellFormat {
  const isDigit = ({ sign, text }: Token) => sign && /[0#?.,]/.test(text);
  const first = tokens.findIndex(isDigit);
  const last = tokens.findLastIndex(isDigit);
  const inside = tokens.slice(first, last + 1);
  const digits = inside.map(({ text }) => text).join('');
  const [whole = '', behind = ''] = digits.split('.');
  // A comma behind the last digit leaves thousands out.
  if (first < 0 || !inside.every(isDigit) || whole.endsWith(',') || behind.includes(',')) return UNSURE;
  const words = (part: readonly Token[]) =>
    part
      .map(({ text }) => text)
      .join('')
      .trim();
  const [before, after] = [words(tokens.slice(0, first)), words(tokens.slice(last + 1))];
  const percents = tokens.filter(({ sign, text }) => sign && text === '%').length;
  if (percents > 1 || before.includes('%')) return UNSURE;
  const yen = /^[¥￥]$/.test(before) && after === '';
  return {
    kind: 'number',
    before: yen ? '' : before,
    after: yen ? '円' : after,
    shift: 2 * percents,
    whole: whole.split('0').length - 1,
    decimals: behind.length,
  };
}

/**
 * Reads the code of a number format, by its part for positive numbers.
 * @example parseCellFormat('0.0%') // → kind number, after %, shift 2, decimals 1
 * @example parseCellFormat('[$-411]ggge"年"m"月"') // → kind date, year true, day false
 */
export function parseCellFormat(code: string): CellFormat {
  if (/^(?:general|g\/標準|@)?(?:;|$)/i.test(code)) return code.startsWith(';') ? UNSURE : PLAIN;
  const section = /^(?:"[^"]*"|\\.|[^;"\\])*/su.exec(code)?.[0] ?? '';
  if (/\[[<>=]/.test(section)) return UNSURE;
  const tokens = tokensOf(section);
  const signs = tokens.map(({ sign, text }) => (sign ? text : '')).join('');
  if (/[E/]/.test(signs) && /[0#?]/.test(signs)) return UNSURE;
  return /[ymdhseg]/.test(signs) ? dateFormat(tokens, signs) : numberFormat(tokens);
}
