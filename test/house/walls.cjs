/** Which room may open which door. The one place where this is written down; lib/README.md shows it as a map. */
const doors = {
  model: [],
  spec: ['model'],
  field: ['model'],
  words: ['model'],
  examples: [],
  read: ['model', 'spec'],
  normalize: ['model', 'spec', 'read'],
  correlate: ['model', 'spec', 'read'],
  observe: ['model', 'spec', 'field', 'read'],
  checks: ['model', 'spec', 'field', 'read', 'observe'],
  explain: ['model', 'spec', 'checks', 'words'],
  redact: ['model', 'spec', 'read'],
  compare: ['model', 'read', 'observe', 'explain', 'redact', 'words'],
  'analyze.ts': ['model', 'correlate', 'observe', 'checks'],
  transfer: ['model', 'spec', 'read', 'normalize', 'checks', 'explain', 'redact', 'compare', 'analyze.ts'],
  session: ['model', 'field', 'read', 'words', 'observe', 'examples', 'compare', 'analyze.ts'],
  record: ['model', 'read'],
  wire: ['model'],
  platform: ['model', 'read', 'wire'],
  'leaving.ts': ['model', 'words', 'session', 'transfer'],
  'leave.ts': ['model', 'words', 'session', 'leaving.ts', 'platform'],
  'reader.ts': ['model', 'session', 'transfer', 'analyze.ts', 'leaving.ts'],
  'looks.ts': ['model', 'normalize', 'session', 'platform', 'analyze.ts'],
  'shell.ts': ['model', 'read', 'words', 'session', 'wire', 'platform', 'looks.ts', 'leave.ts'],
  'desk.ts': ['model', 'read', 'words', 'examples', 'session', 'transfer', 'platform', 'analyze.ts', 'leave.ts', 'shell.ts'],
  'tally.ts': ['model', 'read', 'words', 'normalize', 'session', 'explain', 'analyze.ts'],
  library: ['model', 'words', 'checks', 'transfer'],
  'index.ts': ['model', 'compare', 'transfer', 'library'],
  cli: ['model', 'read', 'words', 'checks', 'transfer', 'library'],
};
const open = {
  components: ['model', 'spec', 'read', 'words', 'examples', 'checks', 'explain', 'compare', 'session', 'analyze.ts'],
  entrypoints: ['model', 'read', 'words', 'record', 'platform', 'shell.ts', 'desk.ts', 'tally.ts', 'reader.ts', 'session'],
};
const at = (room) => (room.endsWith('.ts') ? `^lib/${room.replace('.', '\\.')}$` : `^lib/${room}/`);
const wall = (name, from, rooms, own) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(lib|components|entrypoints|test)/', pathNot: [own, ...rooms] },
});

module.exports = {
  forbidden: [
    ...Object.entries(doors).map(([room, rooms]) => wall(`lib/${room}`, at(room), rooms.map(at), at(room))),
    wall('components', '^components/', open.components.map(at), '^components/'),
    wall('entrypoints', '^entrypoints/', [...open.entrypoints.map(at), '^components/'], '^entrypoints/'),
    { name: 'every-file-has-a-room', severity: 'error', from: {}, to: { path: '^lib/', pathNot: Object.keys(doors).map(at) } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'one-door-to-the-browser',
      severity: 'error',
      from: { pathNot: '^lib/platform/' },
      to: { path: 'node_modules/webextension-polyfill' },
    },
    { name: 'wxt-stays-at-the-door', severity: 'error', from: { pathNot: '^entrypoints/' }, to: { path: 'node_modules/wxt/' } },
    {
      name: 'node-stays-in-library-and-command-line',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/', pathNot: '^lib/(library|cli)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'views-never-reach-the-browser',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(lib/platform|entrypoints)/', reachable: true },
    },
    {
      name: 'the-background-stays-light',
      severity: 'error',
      from: { path: '^entrypoints/background/' },
      to: { path: 'node_modules/(tldts|jose|preact)|^lib/checks/', reachable: true },
    },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
