import type { KnipConfig } from 'knip';

/** In production mode Knip leaves the tests out, and finds what only they use. */
const isProduction = process.argv.includes('--production');

export default {
  // In production mode the files of Astro are entries only if they are named.
  astro: { entry: ['astro.config.mjs!', 'src/content.config.ts!', 'src/pages/**/*.{astro,ts}!'] },
  entry: [
    'src/cli/*-command.ts!',
    // The npm scripts start it; it loads the other for an installed package.
    'src/cli/{launch,strip-types}.mjs!',
    // Threads that other modules start.
    'src/open-data/file-worker.ts!',
    'src/search/build/index-worker.ts!',
    'tools/*.ts!',
    // Benchmarks start these as programs.
    'tools/benchmark/{measure-*,*-process}.ts!',
    'tests/run.ts',
  ],
  project: [
    '*.{mjs,ts}!',
    'src/**/*.{astro,mjs,ts}!',
    'tools/**/*.ts!',
    'examples/design/**/*.{astro,ts}!',
    'tests/**/*.ts',
  ],
  // Tests may look into a module.
  ignoreExportsUsedInFile: isProduction,
  ignoreDependencies: [
    // Used by a command, a style sheet or a path.
    '@astrojs/check',
    '@expo-google-fonts/biz-udgothic',
    '@expo-google-fonts/noto-sans-jp',
    'oxfmt',
    'prettier',
  ],
  ignoreBinaries: ['nginx', 'soffice'],
} satisfies KnipConfig;
