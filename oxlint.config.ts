import { defineConfig } from 'oxlint';

/** Each rule of TypeScript as an error. */
const errors = (names: string) =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [`typescript/${name}`, 'error' as const]),
  );

export default defineConfig({
  // Types are checked by the same run; `astro check` adds the `.astro` files.
  options: { typeAware: true, typeCheck: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['dist/', 'dist.*/', '.astro/', '.work/'],
  plugins: ['typescript', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  rules: {
    ...errors(`
      adjacent-overload-signatures array-type class-literal-property-style consistent-generic-constructors
      consistent-indexed-object-style consistent-type-assertions consistent-type-definitions consistent-type-imports
      dot-notation no-confusing-void-expression no-deprecated no-dynamic-delete no-empty-function no-empty-object-type
      no-explicit-any no-import-type-side-effects no-inferrable-types no-invalid-void-type no-misused-promises no-mixed-enums no-namespace
      no-non-null-assertion no-require-imports no-unnecessary-condition no-unsafe-argument no-unsafe-assignment
      no-unsafe-call no-unsafe-function-type no-unsafe-member-access no-unsafe-return non-nullable-type-assertion-style
      only-throw-error prefer-find prefer-for-of prefer-function-type prefer-includes prefer-literal-enum-member
      prefer-nullish-coalescing prefer-optional-chain prefer-promise-reject-errors prefer-readonly
      prefer-reduce-type-parameter prefer-regexp-exec prefer-return-this-type prefer-string-starts-ends-with
      related-getter-setter-pairs require-await restrict-plus-operands return-await unified-signatures
      use-unknown-in-catch-callback-variable
    `),
    'typescript/ban-ts-comment': ['error', { 'ts-expect-error': true, minimumDescriptionLength: 0 }],
    'typescript/no-misused-spread': ['error', { allow: ['string'] }],
    'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
    // Taking a field out of a record by name needs a name for it.
    'no-unused-vars': ['error', { ignoreRestSiblings: true }],
    // A comment must not switch a rule off.
    'no-warning-comments': [
      'error',
      { terms: ['todo', 'fixme', 'xxx', 'prettier-ignore', 'oxlint-disable', 'eslint-disable'], location: 'anywhere' },
    ],
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'max-lines': ['error', 400],
    // It counts a function without the functions inside it.
    complexity: ['error', { max: 25 }],
    'no-array-constructor': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'prefer-rest-params': 'error',
    'prefer-spread': 'error',
    'vitest/no-focused-tests': 'error',
    'vitest/warn-todo': 'error',
    // Functions of our own compare and test results, under conditions too.
    'vitest/expect-expect': 'off',
    'vitest/no-conditional-expect': 'off',
    'vitest/no-standalone-expect': 'off',
    'vitest/no-disabled-tests': 'off',
    'vitest/require-awaited-expect-poll': 'off',
    'vitest/require-to-throw-message': 'off',
    'vitest/valid-expect': 'off',
    'vitest/valid-title': 'off',
    // The compiler checks most of these; the rest is a matter of taste.
    'typescript/consistent-return': 'off',
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/require-array-sort-compare': 'off',
    'no-shadow': 'off',
    'no-underscore-dangle': 'off',
    'no-unmodified-loop-condition': 'off',
    // Tests and tables contain such characters on purpose.
    'no-irregular-whitespace': 'off',
    'no-misleading-character-class': 'off',
  },
  overrides: [
    {
      // Plain JavaScript, without types.
      files: ['**/*.mjs', '**/*.astro'],
      rules: {
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
        'typescript/no-deprecated': 'off',
        'typescript/restrict-plus-operands': 'off',
      },
    },
    {
      // Tables.
      files: ['tests/unit/notation/{published,invented}-notations.ts', 'tests/fuzz/hostile-{values,files}.ts'],
      rules: { 'max-lines': 'off' },
    },
  ],
});
