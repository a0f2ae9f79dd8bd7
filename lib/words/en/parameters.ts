/** What parameters mean, by name. English is said by `lib/spec/parameters.ts`, beside the clause; what is not here is said in English. */
import { section } from '../speaking.ts';

const none: Readonly<Record<string, string>> = {};

export const parameters = section('parameters', none);
