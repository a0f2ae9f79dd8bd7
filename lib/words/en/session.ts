/** In which windows and containers a login ran. */
import { section } from '../speaking.ts';

export const session = section('session', {
  privateWindow: 'Private window',
  ordinaryTab: 'Ordinary tab',
  /** Firefox's, by its number where it has no name. */
  container: (number: string) => `Container ${number}`,
  containerNamed: (name: string) => `Container “${name}”`,
});
