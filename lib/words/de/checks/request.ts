import type { CheckWords } from '../../check-words.ts';
import { requestRules } from './request-rules.ts';
import { requestSpelling } from './request-spelling.ts';

export const request: CheckWords = { ...requestSpelling, ...requestRules };
