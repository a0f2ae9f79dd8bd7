/** German of `lib/checks/cookies`. */
import type { CheckWords } from '../../check-words.ts';
import { sessionCookies } from './cookies-session.ts';
import { transactionCookies } from './cookies-transaction.ts';

export const cookies: CheckWords = { ...transactionCookies, ...sessionCookies };
