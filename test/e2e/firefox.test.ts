import { restart } from './restart.ts';
import { suite } from './suite.ts';

suite('firefox');

restart('firefox');
