// A thread begins without what the program has compiled before it.
import { enableCompileCache } from 'node:module';

enableCompileCache(new URL('../../node_modules/.cache/roundtrip', import.meta.url).pathname);
await import('./thread-work.ts');
