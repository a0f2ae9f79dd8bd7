import type { CheckWords } from '../../check-words.ts';
import { stateReturned } from './state-returned.ts';
import { stateValues } from './state-values.ts';

export const state: CheckWords = { ...stateValues, ...stateReturned };
