/** What a view tells for a moment, after something was done, and names it gives by itself. */
import { section } from '../speaking.ts';

export const shell = section('shell', {
  notLoaded: 'Your language could not be loaded, so this stays as it is',
  panelAdded: 'Roundtrip is now a panel of the developer tools (F12)',
  forgotten: 'Everything recorded was forgotten',
  copied: 'Report copied, secrets left out',
  notCopied: 'Not copied: a secret would still stand in the report. Please tell us.',
  diagramSaved: 'Diagram saved, secrets left out',
  diagramNotSaved: 'Not saved: a secret would still stand in the diagram. Please tell us.',
  /** Names of what has none. */
  pasted: 'Pasted text',
  linkTo: (host: string) => `Link to ${host}`,
});
