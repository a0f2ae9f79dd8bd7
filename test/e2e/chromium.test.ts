import { restart } from './restart.ts';
import { suite } from './suite.ts';

suite('chromium');

restart('chromium');
