/**
 * The direction of imports, one rule a room (ARCHITECTURE.md says why). What a room may take is listed; all else is an error.
 * `store` takes the other rooms' types only; `scripts/architecture.mjs` fails too when fewer modules are seen than exist.
 */
const allowed = {
  core: [],
  record: ['core'],
  exchange: ['core', 'record'],
  regime: ['core'],
  documents: ['core'],
  trade: ['core', 'documents', 'regime'],
  figures: ['core'],
  syntax: ['core'],
  entities: ['core'],
  screening: ['core', 'entities'],
  claims: ['core', 'documents', 'syntax'],
  subjects: ['core', 'documents', 'syntax', 'entities', 'claims', 'screening'],
  tracks: ['core', 'entities'],
  findings: ['core', 'documents', 'entities', 'claims', 'regime', 'screening', 'tracks'],
  report: ['core', 'findings', 'figures', 'tracks'],
  interchange: ['core', 'documents', 'entities', 'claims', 'findings'],
  store: ['core'],
  app: [
    'core',
    'record',
    'exchange',
    'regime',
    'documents',
    'trade',
    'figures',
    'syntax',
    'entities',
    'screening',
    'claims',
    'subjects',
    'tracks',
    'findings',
    'report',
    'interchange',
    'store',
  ],
  // panel serve starts the server; all else of the command line speaks to app alone.
  cli: ['app', 'server'],
  server: ['app'],
};

/**
 * Rooms within rooms, from the lowest up: each may import those before it. Patterns that start with `@` are files of the
 * room's own folder that stand at that place; `.` stands for all its other files, which sit on top. An entry that is a
 * list holds sub-rooms side by side: neither may import the other.
 */
const within = {
  core: ['@errors', '@resource', 'json', 'time', 'threads', 'countries', '.'],
  syntax: ['@syntax-error', '@word-list', 'network', 'tokens', 'transitions', 'relations', '.'],
  figures: ['drawing', ['intervals', 'timeline', 'maps'], '.'],
  record: [
    '@errors',
    'storage',
    'log',
    'keys',
    'documents',
    '@read-tile',
    '@cosigned',
    '@read-record',
    'verification',
    'archive',
    '.',
  ],
  documents: [
    '@document-error',
    '@limits',
    'text',
    'custody',
    'similarity',
    'plain-text',
    'container',
    'html',
    'recognition',
    ['pdf', 'image', 'chat', 'ftm', 'docx', 'doc', 'rtf', 'slides', 'table', 'capture'],
    'mail',
    'dossier',
    '.',
  ],
  regime: ['@errors', 'files', 'model', 'goods', 'evaluation', 'loading', '.'],
  screening: ['@errors', 'script', 'words', 'names', 'index', 'matching', '.'],
  claims: [
    'model',
    'gist',
    'lexicon',
    'precision',
    'tokens',
    'times',
    'names',
    'quantities',
    'syntax',
    'events',
    'attribution',
    'sentence',
    'tables',
    'comparison',
    '.',
  ],
  subjects: ['model', 'identifiers', 'mentions', 'judgement', 'relations', '.'],
  findings: ['@errors', 'model', 'naming', 'statements', 'comparison', 'allegations', '.'],
  tracks: [
    '@errors',
    '@thresholds',
    'identity',
    'positions',
    'ais',
    'reading',
    'places',
    'separation',
    'detection/event',
    'detection/motion',
    'detection/neighbours',
    'detection/silences',
    ['detection/identities', 'detection/meetings', 'detection/port-calls'],
    'detection/statements',
    'detection/.',
    ['archive', 'export', 'redflags', 'words'],
    '.',
  ],
  exchange: ['@exchange-error', ['cosignature', 'package', 'timestamp'], ['policy', 'witness'], 'publication', '.'],
  entities: ['@errors', '@entity', '@entity-builder', '@imo', '@list-names', 'readers', '.'],
  trade: ['@errors', 'model', 'codes', 'units', 'terms', 'reading', 'ledger', 'marks', 'screening', '.'],
  report: ['@errors', 'model', 'composition', 'abridgement', 'drawing', 'html', 'docx', 'pdf', '.'],
  interchange: ['@errors', 'model', '@names', '@protected-names', ['ftm', 'stix'], '.'],
  app: [
    '@errors',
    '@progress',
    '@version',
    '@regimes',
    'acts',
    'standing',
    'derivation',
    'act-builders',
    'projection',
    'workspace',
    'lists',
    'screening',
    'subjects',
    'law',
    'trade',
    'exchange',
    'tracks',
    'report',
    'interchange',
    'intake',
    'commands',
    'workbench/contract',
    'workbench/held',
    ['workbench/claims', 'workbench/documents', 'workbench/screening'],
    'workbench/subjects',
    'workbench/.',
    '.',
  ],
  // One command a file; those of a folder are about one thing. `start` is `run` on the example, and opens what it wrote.
  cli: [
    '@usage',
    '@output',
    '@pace',
    '@progress',
    '@compile-later',
    '@browser',
    '@acting',
    '@workspace-option',
    '@serving',
    'commands/intake',
    [
      'commands/claims',
      'commands/law',
      'commands/publication',
      'commands/record',
      'commands/screening',
      'commands/workspace',
    ],
    '.',
  ],
};

const rooms = Object.keys(allowed);
/** `.` is the files of the room's own folder, `name/.` those of one of its folders. */
const pattern = (room, place) =>
  place === '.'
    ? `^src/${room}/[^/]+\\.tsx?$`
    : place.endsWith('/.')
      ? `^src/${room}/${place.slice(0, -2)}/[^/]+\\.tsx?$`
      : place.startsWith('@')
        ? `^src/${room}/${place.slice(1)}\\.ts$`
        : `^src/${room}/${place}/`;
const fixedFiles = (room) =>
  within[room]
    .flat()
    .filter((place) => place.startsWith('@'))
    .map((place) => pattern(room, place));

/** What each sub-room must not import: all that stands above it, and what stands beside it. */
const subRoomRules = Object.entries(within)
  .flatMap(([room, order]) =>
    order.flatMap((entry, at) =>
      [entry].flat().map((place) => {
        const above = order.slice(at + 1).flat();
        const beside = [entry].flat().filter((other) => other !== place);
        return {
          name: `${room}-within-${place}`,
          comment: `${room}/${place} may import what stands before it in the order of ${room}/`,
          severity: 'error',
          from: { path: pattern(room, place), pathNot: ['\\.test\\.ts$', ...(place === '.' ? fixedFiles(room) : [])] },
          to: {
            path: [...above, ...beside].map((other) => pattern(room, other)),
            ...(place.startsWith('@') || above.includes('.') ? { pathNot: lowerFiles(room, order, at) } : {}),
          },
        };
      }),
    ),
  )
  .filter((rule) => rule.to.path.length > 0);

/** The room's own files that stand at or below a place: the pattern of `.` would take them for files on top. */
function lowerFiles(room, order, at) {
  return order
    .slice(0, at + 1)
    .flat()
    .filter((place) => place.startsWith('@'))
    .map((place) => pattern(room, place));
}

/** The rooms of the workbench's pages from the lowest up; those of a list stand side by side and share nothing. */
const webRooms = [
  'session',
  'api',
  'parts',
  ['claims', 'record', 'regime', 'screening'],
  ['documents', 'findings', 'incidents', 'ships', 'trade'],
  ['comparisons', 'overview', 'report', 'search', 'subjects'],
  'shell',
];

/** What stands inside the parts of pages, side by side; `parts/` itself stands on top of it. */
const partsWithin = ['form', 'table'];
const partsRules = partsWithin.map((place) => ({
  name: `web-parts-within-${place}`,
  comment: `web/src/parts/${place} may import nothing else of the parts`,
  severity: 'error',
  from: { path: `^web/src/parts/${place}/`, pathNot: '\\.test\\.ts$' },
  to: { path: '^web/src/parts/', pathNot: `^web/src/parts/${place}/` },
}));

/** What a page's room offers to rooms above it; all its other files are its inside. */
const webOffers = {
  claims: [
    'claim-(dialogs|status|words)',
    'passage-selection',
    'use-(claim-actions|review)',
    'form/(claim-form|claim-form-model|passage-fields)',
    'panel/(claim-compare|claim-history|claim-panel)',
  ],
  documents: ['document-words', 'drop-anywhere', 'intake'],
  findings: ['finding-words', 'proposal-review'],
  incidents: ['figures-side-by-side'],
  regime: ['activity-form', 'check', 'law', 'missing-fact'],
  screening: ['hit-view', 'question'],
  trade: ['rows-dialog', 'stated-figures'],
};

/** What each room of the pages must not import: what stands above it or beside it. The router, on top, takes all. */
const webRoomRules = webRooms.flatMap((entry, at) =>
  [entry].flat().map((room) => ({
    name: `web-${room}`,
    comment: `web/src/${room} may import the rooms of web/ that stand before it`,
    severity: 'error',
    from: { path: `^web/src/${room}/`, pathNot: '\\.test\\.ts$' },
    to: {
      path: [
        '[^/]+$',
        ...webRooms
          .slice(at + 1)
          .flat()
          .map((above) => `${above}/`),
      ]
        .concat([entry].flat().flatMap((other) => (other === room ? [] : `${other}/`)))
        .map((place) => `^web/src/${place}`),
    },
  })),
);

const webOfferRules = webRooms
  .flat()
  .filter((room) => !['session', 'api', 'parts'].includes(room))
  .map((room) => ({
    name: `web-inside-of-${room}`,
    comment: `of web/src/${room} other rooms may import what it offers (webOffers), not its inside`,
    severity: 'error',
    from: { path: '^web/src/[^/]+/', pathNot: [`^web/src/${room}/`, '\\.test\\.ts$'] },
    to: {
      path: `^web/src/${room}/`,
      pathNot: (webOffers[room] ?? []).map((file) => `^web/src/${room}/${file}\\.tsx?$`),
    },
  }));

const typesOnly = { store: rooms.filter((room) => !['store', 'app', 'cli', 'server'].includes(room)) };

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'circles of types count too: what they share belongs in a file of its own',
      from: { pathNot: '\\.test\\.ts$' },
      to: { circular: true },
    },
    ...subRoomRules,
    ...webRoomRules,
    ...partsRules,
    ...webOfferRules,
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
