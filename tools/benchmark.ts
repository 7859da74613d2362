import { parseArguments, runCli, UsageError, type CommandStreams } from '../src/cli/command-runner.ts';
import { benchmarkBuild } from './benchmark/build-benchmark.ts';
import { benchmarkExplore } from './benchmark/explore-benchmark.ts';
import { benchmarkMunicipalities } from './benchmark/municipalities-benchmark.ts';
import { benchmarkPages } from './benchmark/pages-benchmark.ts';
import { benchmarkParquet } from './benchmark/parquet-benchmark.ts';
import { benchmarkSearch, benchmarkWords } from './benchmark/search-benchmark.ts';
import { benchmarkValidation } from './benchmark/validation-benchmark.ts';

function readCount(option: string, value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new UsageError(`--${option} の「${value}」は使えません。1 以上の数を書いてください。`);
}

/** Reads the names of the benchmarks to run, and the amounts of data to measure with. */
function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArguments({
    args,
    allowPositionals: true,
    options: {
      plans: { type: 'string', default: '5,50,205' },
      rows: { type: 'string', default: '1000000' },
      documents: { type: 'string', default: '10000' },
      municipalities: { type: 'string', default: '200' },
      items: { type: 'string', default: '10000' },
      observations: { type: 'string', default: '5000000' },
    },
  });
  const sizes = {
    plans: values.plans.split(',').map((count) => readCount('plans', count)),
    rows: readCount('rows', values.rows),
    documents: readCount('documents', values.documents),
    municipalities: readCount('municipalities', values.municipalities),
    items: readCount('items', values.items),
    observations: readCount('observations', values.observations),
  };
  return { positionals, sizes };
}

/** The benchmarks, by their name as an argument. */
export const benchmarksByName = {
  build: ({ plans }) => benchmarkBuild(plans),
  check: ({ rows }) => benchmarkValidation(rows),
  search: ({ documents }) => benchmarkSearch(documents),
  words: () => benchmarkWords(),
  municipalities: ({ municipalities }) => benchmarkMunicipalities(municipalities),
  statistics: ({ municipalities }) => benchmarkMunicipalities(municipalities, false),
  pages: () => benchmarkPages(),
  parquet: ({ observations }) => benchmarkParquet(observations),
  explore: ({ items }) => benchmarkExplore(items),
} as const satisfies Record<string, (sizes: ReturnType<typeof readArguments>['sizes']) => string | Promise<string>>;

function isBenchmark(name: string): name is keyof typeof benchmarksByName {
  return Object.hasOwn(benchmarksByName, name);
}

/** `npm run bench`: runs the named benchmarks, or all, and prints their results. */
export async function main(args: readonly string[], { stdout }: CommandStreams): Promise<void> {
  const { sizes, positionals } = readArguments(args);
  const names = Object.keys(benchmarksByName);
  for (const name of positionals.length > 0 ? positionals : names) {
    if (!isBenchmark(name))
      throw new UsageError(`「${name}」は測れません。${names.join('、')} のどれかを書いてください。`);
    stdout.write(`${await benchmarksByName[name](sizes)}\n`);
  }
}

if (import.meta.main) await runCli(main);
