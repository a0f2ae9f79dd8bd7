/** German of `lib/checks/token-endpoint`. */
import type { CheckWords } from '../../check-words.ts';
import { tokenAnswers } from './token-answers.ts';
import { tokenErrors } from './token-errors.ts';
import { tokenRenewal } from './token-renewal.ts';
import { tokenRequests } from './token-requests.ts';

export const tokenEndpoint: CheckWords = { ...tokenRequests, ...tokenRenewal, ...tokenErrors, ...tokenAnswers };
