import { parseArgs } from 'node:util';
import { benchCheck } from './bench/check.ts';
import { benchSearch } from './bench/search.ts';
import { run, UsageError } from './run.ts';

/** What can be measured, by the name that is given to the command. */
const parts = {
  check: ({ rows }) => benchCheck(rows),
  search: ({ documents }) => benchSearch(documents),
} as const satisfies Record<string, (sizes: { rows: number; documents: number }) => string>;

function isPart(name: string): name is keyof typeof parts {
  return Object.hasOwn(parts, name);
}

/** Checks how many things are to be measured. */
function readCount(option: string, value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new UsageError(`--${option} の「${value}」は使えません。1 以上の数を書いてください。`);
}

await run(() => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rows: { type: 'string', default: '1000000' },
      documents: { type: 'string', default: '10000' },
    },
  });
  const sizes = {
    rows: readCount('rows', values.rows),
    documents: readCount('documents', values.documents),
  };
  const names = Object.keys(parts);
  for (const name of positionals.length > 0 ? positionals : names) {
    if (!isPart(name))
      throw new UsageError(`「${name}」は測れません。${names.join('、')} のどれかを書いてください。`);
    process.stdout.write(`${parts[name](sizes)}\n`);
  }
});
