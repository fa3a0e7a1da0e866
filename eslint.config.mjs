import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

const libFolders = [
  'imports',
  'evaluate',
  'quality',
  'iiif',
  'standards',
  'operations',
  'curation',
  'backup',
  'ingest',
  'export',
  'search',
  'catalog',
  'auth',
  'images',
  'vision',
  'dates',
  'lists',
  'charts',
  'platform',
];

/** What each part may import: one direction, as docs/how-it-works.md draws it. */
const layers = {
  // The laboratory is for the commands and the benchmarks; what the site reads of it is in `quality`.
  app: ['app', 'components', 'i18n', ...libFolders.filter((name) => name !== 'evaluate')],
  components: [
    'components',
    'i18n',
    'charts',
    'batch',
    'curation',
    'standards',
    'iiif',
    'search',
    'catalog',
    'auth',
    'images',
    'vision',
    'platform',
  ],
  i18n: ['i18n'],
  cli: ['cli', ...libFolders],
  evaluate: [
    'evaluate',
    'quality',
    'lists',
    'charts',
    'search',
    'catalog',
    'auth',
    'images',
    'vision',
    'platform',
  ],
  operations: ['operations', 'ingest', 'search', 'catalog', 'auth', 'images', 'vision', 'dates', 'platform'],
  curation: ['curation', 'ingest', 'search', 'catalog', 'auth', 'images', 'vision', 'dates', 'platform'],
  backup: ['backup', 'ingest', 'search', 'catalog', 'auth', 'images', 'vision', 'dates', 'platform'],
  imports: [
    'imports',
    'ingest',
    'lists',
    'search',
    'catalog',
    'auth',
    'images',
    'vision',
    'dates',
    'platform',
  ],
  batch: ['batch', 'lists', 'platform'],
  ingest: ['ingest', 'batch', 'export', 'lists', 'search', 'catalog', 'auth', 'images', 'vision', 'dates', 'platform'],
  iiif: ['iiif', 'standards', 'catalog', 'images', 'vision', 'platform'],
  standards: ['standards', 'catalog', 'images', 'vision', 'dates', 'platform'],
  export: ['export', 'catalog', 'images', 'vision', 'dates', 'platform'],
  search: ['search', 'catalog', 'auth', 'images', 'vision', 'dates', 'platform'],
  catalog: ['catalog', 'images', 'vision', 'dates', 'platform'],
  auth: ['auth', 'catalog', 'images', 'vision', 'platform'],
  images: ['images', 'vision', 'platform'],
  vision: ['vision', 'platform'],
  quality: ['quality', 'platform'],
  lists: ['lists', 'platform'],
  dates: ['dates'],
  charts: ['charts'],
  platform: ['platform'],
};

export default tseslint.config(
  { ignores: ['.next/', 'node_modules/', 'data/', 'lib/catalog/prisma/', 'next-env.d.ts', 'models/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mts}'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { prefer: 'type-imports', fixStyle: 'inline-type-imports' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    files: ['{app,components,i18n,lib,cli}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { alwaysTryTypes: true } },
      'boundaries/elements': [
        ...['app', 'components', 'i18n', 'cli'].map((type) => ({
          type,
          pattern: `${type}/**`,
          partialMatch: false,
        })),
        ...libFolders.map((type) => ({ type, pattern: `lib/${type}/**`, partialMatch: false })),
      ],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: Object.entries(layers).map(([from, allowed]) => ({
            from: { element: { type: from } },
            allow: { to: { element: { type: allowed } } },
          })),
        },
      ],
    },
  },
);
