import js from '@eslint/js';
import jest from 'eslint-plugin-jest';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const sizes = (fileLines) => ({
  'max-lines': ['error', { max: fileLines, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  complexity: ['error', { max: 10, variant: 'modified' }],
  'max-params': ['error', 3],
});

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name (only ormconfig.ts has a default export).',
};

const changingBooleans = [
  {
    selector: 'VariableDeclaration[kind="let"] > VariableDeclarator[init.raw=/^(true|false)$/]',
    message: 'A boolean that changes is a state: put it in the machine, or name the states in a union.',
  },
  {
    selector: 'PropertyDefinition[readonly!=true][value.raw=/^(true|false)$/]',
    message: 'A boolean field that changes is a state: put it in the machine, or name the states in a union.',
  },
  {
    selector: 'AssignmentExpression[left.type="MemberExpression"][right.raw=/^(true|false)$/]',
    message: 'Setting a flag is a transition: put it in the machine, or name the states in a union.',
  },
];

const sleeps = [
  {
    selector: 'AwaitExpression > NewExpression[callee.name="Promise"] CallExpression[callee.name="setTimeout"]',
    message: 'No sleeps: use a simulated clock, a scripted peer, or wait for something observable.',
  },
  {
    selector: 'ImportDeclaration[source.value=/^(node:)?timers\\/promises$/]',
    message: 'No sleeps: use a simulated clock, a scripted peer, or wait for something observable.',
  },
];

export default tseslint.config(
  { ignores: ['node_modules', '.data', 'dist', 'coverage', 'web/dist', 'web/src/api/schema.d.ts', 'machines/export'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...sizes(300),
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', noDefaultExport],
      'no-restricted-properties': [
        'error',
        {
          object: 'AbortSignal',
          property: 'any',
          message: 'Node 20 never lets go of a joined signal that was listened to.',
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['machines/*.machine.ts'], rules: sizes(1100) },
  // A law is one conjunction; the environment may do anything. Both are long lists of cases, not nested decisions.
  { files: ['test/laws/**/*.ts'], rules: { complexity: ['error', 25] } },
  {
    files: ['src/call/**/*.ts', 'src/transport/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, ...changingBooleans] },
  },
  {
    files: ['src/cli/**/*.ts', 'test/support/run-tests.ts', 'test/{chaos,soak,fuzz}/run.ts'],
    rules: { 'no-console': 'off' },
  },
  // Express knows an error handler by its four parameters.
  { files: ['src/api/app.ts'], rules: { 'max-params': ['error', 4] } },
  { files: ['web/src/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    files: ['web/src/**/*.tsx'],
    rules: {
      // A component's markup is data: it may be a little longer than a function that decides.
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['ormconfig.ts', 'web/vite.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['test/**/*.ts'],
    plugins: { jest },
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 900, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', noDefaultExport, ...sleeps],
      'jest/no-focused-tests': 'error',
      'jest/no-disabled-tests': 'error',
      'jest/no-identical-title': 'error',
      'jest/valid-expect': 'error',
      'jest/valid-title': 'error',
    },
  },
  // What real processes do, and what they write, can only be looked at again and again.
  {
    files: ['test/{chaos,soak,fuzz}/**/*.ts', 'test/support/{service-node,until}.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport] },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  {
    files: ['web/public/*.js'],
    languageOptions: { globals: { document: 'readonly', localStorage: 'readonly', matchMedia: 'readonly' } },
  },
);
