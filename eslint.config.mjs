import boundaries from 'eslint-plugin-boundaries'
import tseslint from 'typescript-eslint'

// The rooms of the house and the doors between them (docs/house.md): who may import whom.
const rooms = [
  { type: 'domain', pattern: 'src/domain/**' },
  { type: 'graphql', pattern: 'src/graphql/**' },
  { type: 'access', pattern: 'src/access/**' },
  { type: 'fields', pattern: 'src/fields/**' },
  { type: 'hooks', pattern: 'src/hooks/**' },
  { type: 'collections', pattern: 'src/collections/**' },
  { type: 'plugin', pattern: 'src/plugins/*', capture: ['name'] },
  { type: 'media-work', pattern: 'src/media-work/**' },
  { type: 'outgoing', pattern: 'src/outgoing/**' },
  { type: 'delivery', pattern: 'src/delivery/**' },
  { type: 'database', pattern: 'src/database/**' },
  { type: 'admin', pattern: 'src/admin/**' },
  { type: 'app', pattern: 'src/app/**' },
  { type: 'door', pattern: 'src/door/**' },
  { type: 'start', pattern: 'src/start/**' },
  { type: 'seed', pattern: 'seed/**' },
]

const door = (from, to) => ({
  from: { element: { type: from } },
  allow: to.map((type) => ({ to: { element: { type } } })),
})

const payloadSide = ['domain', 'access', 'fields', 'hooks', 'database']

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.next/',
      '.server/',
      '.data/',
      'artifacts/',
      'next-env.d.ts',
      'src/payload-types.ts',
      'src/database/migrations/',
      'src/app/(payload)/admin/importMap.js',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mts}'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-console': 'off',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // Answers of the API and rows of raw SQL are of any shape in a test.
    files: ['tests/**/*.ts', 'bench/**/*.ts', 'seed/demo/**/*.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  { files: ['**/*.{js,mjs}'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['src/**/*.{ts,tsx}', 'payload.config.ts'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': rooms,
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.mjs'] } },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            door('domain', ['domain']),
            door('access', ['access', 'domain', 'fields']),
            door('fields', payloadSide),
            door('hooks', payloadSide),
            door('collections', [...payloadSide, 'collections']),
            door('plugin', [...payloadSide, 'collections', 'admin', 'outgoing']),
            {
              from: { element: { type: 'plugin' } },
              allow: {
                to: { element: { type: 'plugin', captured: { name: '{{from.captured.name}}' } } },
              },
            },
            door('graphql', ['graphql', 'domain']),
            door('delivery', ['delivery', 'domain', 'database', 'graphql']),
            door('media-work', ['media-work', 'domain']),
            door('outgoing', ['outgoing', 'domain', 'database']),
            door('database', ['database', 'domain']),
            door('admin', [...payloadSide, 'admin']),
            door('door', ['door', 'domain', 'graphql']),
            door('start', ['start', 'door', 'delivery', 'domain', 'database', 'outgoing', 'seed']),
            door('app', ['app', 'admin']),
          ],
        },
      ],
    },
  },
)
