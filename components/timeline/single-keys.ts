import { createContext } from 'preact';

/** Keys without Ctrl or Alt move about in the timeline. Who speaks to the computer switches that off in the settings (WCAG 2.1.4). */
export const SingleKeys = createContext(true);
