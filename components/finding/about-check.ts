import { createContext } from 'preact';

/** Leads to what the reference says of a check. Null where there is no reference to go to. */
export const AboutCheck = createContext<((check: string) => void) | null>(null);
