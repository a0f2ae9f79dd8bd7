// The command in a clone. Plain JavaScript: an old Node must get as far as this sentence.
const [major] = process.versions.node.split('.').map(Number);
if (major < 22 || !process.features.typescript) {
  process.stderr.write(
    `roundtrip: this is Node ${process.versions.node}; run "npm ci" once, then "npm run -s analyze -- FILE", which brings Node 24 along.\n`,
  );
  process.exit(2);
}
const { enableCompileCache } = await import('node:module');
enableCompileCache(new URL('../../node_modules/.cache/roundtrip', import.meta.url).pathname);
await import('./bin.ts');
