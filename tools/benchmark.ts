import { parseArguments } from '../src/cli/parse-arguments.ts';
import { benchmarkValidation } from './benchmark/validation-benchmark.ts';
import { benchmarkMunicipalities } from './benchmark/municipalities-benchmark.ts';
import { benchmarkPages } from './benchmark/pages-benchmark.ts';
import { benchmarkSearch } from './benchmark/search-benchmark.ts';
import { runCli, UsageError } from '../src/cli/command-runner.ts';

/** How much is measured of what. */
interface Sizes {
  readonly rows: number;
  readonly documents: number;
  readonly municipalities: number;
}

/** What can be measured, by the name that is given to the command. */
const parts = {
  check: ({ rows }) => benchmarkValidation(rows),
  search: ({ documents }) => benchmarkSearch(documents),
  municipalities: ({ municipalities }) => benchmarkMunicipalities(municipalities),
  pages: () => benchmarkPages(),
} as const satisfies Record<string, (sizes: Sizes) => string | Promise<string>>;

function isPart(name: string): name is keyof typeof parts {
  return Object.hasOwn(parts, name);
}

/** Checks how many things are to be measured. */
function readCount(option: string, value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new UsageError(`--${option} の「${value}」は使えません。1 以上の数を書いてください。`);
}

await runCli(async () => {
  const { values, positionals } = parseArguments({
    allowPositionals: true,
    options: {
      rows: { type: 'string', default: '1000000' },
      documents: { type: 'string', default: '10000' },
      municipalities: { type: 'string', default: '200' },
    },
  });
  const sizes = {
    rows: readCount('rows', values.rows),
    documents: readCount('documents', values.documents),
    municipalities: readCount('municipalities', values.municipalities),
  };
  const names = Object.keys(parts);
  for (const name of positionals.length > 0 ? positionals : names) {
    if (!isPart(name)) throw new UsageError(`「${name}」は測れません。${names.join('、')} のどれかを書いてください。`);
    process.stdout.write(`${await parts[name](sizes)}\n`);
  }
});
