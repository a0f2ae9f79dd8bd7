import { createContext } from 'preact';

/** What their owner calls the containers of this browser. Empty for files: those of another browser are not known. */
export const ContainerNames = createContext<Readonly<Record<string, string>>>({});
