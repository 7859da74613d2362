import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist/', '.astro/', '.work/', 'node_modules/', 'examples/mihon/']),
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { project: true, tsconfigRootDir: import.meta.dirname } },
    // A comment that switches a rule off has no effect, and is reported itself.
    linterOptions: { noInlineConfig: true },
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, minimumDescriptionLength: 0 }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/prefer-readonly': 'error',
      // Taking a field out of a record by name needs a name for it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'prettier-ignore'], location: 'anywhere' }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 400],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name=/^(?:describe|it|test)$/][property.name=/^(?:only|todo|fails)$/]',
          message: 'Every test runs, and passes.',
        },
      ],
    },
  },
  ...astro.configs['flat/recommended'],
  { files: ['**/*.astro', '**/*.astro/*.ts', '**/*.mjs'], extends: [ts.configs.disableTypeChecked] },
  {
    // Tables.
    files: ['tests/unit/notation/{published,invented}-notations.ts', 'tests/fuzz/hostile-{values,files}.ts'],
    rules: { 'max-lines': 'off' },
  },
);
