import type { BeginEvent } from '../../lib/model/event.ts';

/** A page that is opened in tab 1, and what is different about it. */
export function begun(different: Partial<BeginEvent> & Pick<BeginEvent, 'url'>): BeginEvent {
  return {
    kind: 'begin',
    request: '1',
    at: 0,
    method: 'GET',
    type: 'main_frame',
    tab: 1,
    frame: 0,
    initiator: null,
    incognito: false,
    container: null,
    body: null,
    ...different,
  };
}
