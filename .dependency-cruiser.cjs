/**
 * The direction of imports, one rule a room (ARCHITECTURE.md says why). What a room may take is listed; all else is an error.
 * `store` takes the other rooms' types only; `scripts/architecture.mjs` fails too when fewer modules are seen than exist.
 */
const allowed = {
  core: [],
  record: ['core'],
  regime: ['core'],
  documents: ['core'],
  figures: ['core'],
  entities: ['core'],
  screening: ['core', 'entities'],
  claims: ['core', 'documents'],
  tracks: ['core', 'entities'],
  findings: ['core', 'documents', 'entities', 'claims', 'regime', 'screening'],
  report: ['core', 'findings', 'figures'],
  store: ['core'],
  app: [
    'core',
    'record',
    'regime',
    'documents',
    'figures',
    'entities',
    'screening',
    'claims',
    'tracks',
    'findings',
    'report',
    'store',
  ],
  // panel serve starts the server; all else of the command line speaks to app alone.
  cli: ['app', 'server'],
  server: ['app'],
};
const rooms = Object.keys(allowed);
const typesOnly = { store: rooms.filter((room) => !['store', 'app', 'cli', 'server'].includes(room)) };

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: { pathNot: '\\.test\\.ts$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...rooms.map((room) => ({
      name: `${room}-imports`,
      comment: `${room}/ may import ${allowed[room].join(', ') || 'nothing of ours'}`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: '\\.test\\.ts$' },
      to: {
        path: '^src/',
        pathNot: [room, ...allowed[room], ...(typesOnly[room] ?? [])].map((name) => `^src/${name}/`),
      },
    })),
    ...Object.entries(typesOnly).map(([room, names]) => ({
      name: `${room}-takes-types-only`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: '\\.test\\.ts$' },
      to: {
        path: names.filter((name) => !allowed[room].includes(name)).map((name) => `^src/${name}/`),
        dependencyTypesNot: ['type-only'],
      },
    })),
    {
      name: 'only-store-knows-sql',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: 'node_modules/(@electric-sql|kysely|pg)/' },
    },
    {
      name: 'web-takes-types-of-the-contract',
      comment: 'the pages speak to the server alone: they share its types, not its code',
      severity: 'error',
      from: { path: '^web/' },
      to: {
        path: '^src/',
        pathNot: '^src/figures/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'web-knows-the-contract-alone',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/', pathNot: ['^src/figures/', '^src/app/workbench/contract/'] },
    },
    {
      name: 'src-takes-nothing-of-web',
      severity: 'error',
      from: { path: '^(src|scripts)/' },
      to: { path: '^web/' },
    },
    {
      name: 'product-takes-no-tests',
      severity: 'error',
      from: { path: '^(src|web/src)/', pathNot: '\\.test\\.ts$' },
      to: { path: '(\\.test\\.ts$|^tests/|^bench/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
