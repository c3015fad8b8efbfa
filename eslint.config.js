import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';
import { importDirections } from './scripts/lint/import-directions.js';

export default tseslint.config(
  { ignores: ['node_modules/', 'build/', '.svelte-kit/', 'data/', 'test-results/', 'shots/', 'static/'] },
  tseslint.configs.recommended,
  svelte.configs.recommended,
  {
    plugins: { sigida: { rules: { 'import-directions': importDirections } } },
    rules: {
      'sigida/import-directions': 'error',
      eqeqeq: 'error',
      'no-console': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
      ],
      // Links are written as the addresses of product.md, under no base path.
      'svelte/no-navigation-without-resolve': 'off'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } }
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' }
  },
  {
    // Kit's way of adding to its own types.
    files: ['src/app.d.ts'],
    rules: { '@typescript-eslint/no-namespace': 'off' }
  }
);
