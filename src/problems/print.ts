import { byPlace, type Problem } from './problem.ts';

/** The most problems that the text form shows. */
export const SHOWN = 100;

const words = { error: 'まちがい', warning: '注意' } as const;

/** Problems for a person to read: place, message and hint, at most 100, then how many there are. */
export function printText(problems: readonly Problem[]): string {
  const sorted = [...problems].sort(byPlace);
  const lines = sorted.slice(0, SHOWN).map((one) => {
    const field = one.field ? ` 「${one.field}」` : '';
    const place = `${one.file}:${one.line}:${one.column}${field}`;
    return `${place}\n  ${words[one.level]}: ${one.message}\n  → ${one.hint} [${one.code}]`;
  });
  const rest = sorted.length - SHOWN;
  if (rest > 0) lines.push(`ほかに${rest}件あります。`);
  const count = (level: Problem['level']) => sorted.filter((one) => one.level === level).length;
  lines.push(`まちがい ${count('error')}件、注意 ${count('warning')}件`);
  return `${lines.join('\n')}\n`;
}

/** All problems as one JSON array. */
export function printJson(problems: readonly Problem[]): string {
  return `${JSON.stringify([...problems].sort(byPlace), null, 2)}\n`;
}

/** Problems as GitHub workflow commands, which show beside the line of the change. */
export function printGithub(problems: readonly Problem[]): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return [...problems]
    .sort(byPlace)
    .map(
      (one) =>
        `::${one.level} file=${property(one.file)},line=${one.line},col=${one.column},title=${property(one.code)}::${data(`${one.message} ${one.hint}`)}\n`,
    )
    .join('');
}
