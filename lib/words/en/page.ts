/** The full page and its rooms. */
import { section } from '../speaking.ts';

export const page = section('page', {
  rooms: 'Rooms',
  room: {
    live: 'This browser',
    files: 'Files',
    compare: 'Compare',
    save: 'Save',
    record: 'Record for support',
    reference: 'Reference',
    settings: 'Settings',
  },
  recording: 'Recording',
  dropToOpen: 'Drop to open',
});
