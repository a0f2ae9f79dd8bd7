/** German of `lib/checks/callback`. */
import type { CheckWords } from '../../check-words.ts';
import { callbackAnswers } from './callback-answers.ts';
import { callbackErrors } from './callback-errors.ts';
import { callbackExposure } from './callback-exposure.ts';
import { callbackTiming } from './callback-timing.ts';

export const callback: CheckWords = { ...callbackErrors, ...callbackAnswers, ...callbackTiming, ...callbackExposure };
