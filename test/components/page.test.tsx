// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Page } from '../../components/page/page.tsx';
import { catalogue, findCheck } from '../../lib/checks/catalogue.ts';
import { unseen } from '../../lib/checks/unseen.ts';
import { speakLanguage } from '../../lib/words/load.ts';
import { speak } from '../../lib/words/speaking.ts';
import type { FakeDesk } from '../gallery/fake-desk.ts';
import { pageStates } from '../gallery/page-states.ts';

const settleMs = 20;

/** In English, until a test says otherwise. */
afterEach(() => speak('en', {}));

function open(name: string, change: (desk: FakeDesk) => void = () => undefined) {
  const state = pageStates.find((one) => one.name === `page-${name}`);
  if (!state) throw new Error(`there is no state ${name}`);
  const desk = state.desk();
  change(desk);
  const root = document.createElement('div');
  document.body.append(root);
  onTestFinished(() => {
    act(() => render(null, root));
    root.remove();
  });
  let place: string = state.address ?? state.room;
  const address = {
    read: () => place,
    write: (next: string) => {
      place = next;
    },
    onChange: () => () => undefined,
  };
  act(() => render(<Page host={desk} address={address} />, root));
  const one = <E extends HTMLElement = HTMLElement>(selector: string): E => {
    const element = root.querySelector<E>(selector);
    if (!element) throw new Error(`nothing fits ${selector} in: ${root.textContent}`);
    return element;
  };
  const settle = (work: () => void) =>
    act(async () => {
      work();
      await new Promise((done) => setTimeout(done, settleMs));
    });
  return {
    root,
    desk,
    one,
    settle,
    text: () => (root.textContent ?? '').replace(/\s+/g, ' '),
    click: (selector: string) => settle(() => one(selector).click()),
    write: (selector: string, text: string) =>
      settle(() => {
        const field = one<HTMLInputElement>(selector);
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
  };
}

describe('recording for support', () => {
  it('asks for nothing but a start, and takes the site as people write it', async () => {
    const { desk, click, write, text } = open('guide-start');
    expect(text()).toContain('Your browser will ask you first');
    await write('#guide-site', 'shop.example/login');
    await click('#start-recording');
    expect(desk.calls).toEqual(['startRecording https://shop.example/login']);
  });

  it.each(['javascript:alert(1)', 'not an address', 'https://me:secret@shop.example/', 'file:///etc/passwd'])(
    'does not take %s for a site',
    async (site) => {
      const { desk, click, write, text } = open('guide-start');
      await write('#guide-site', site);
      await click('#start-recording');
      expect(desk.calls).toEqual([]);
      expect(text()).toContain('not the address of a website');
    },
  );

  it('takes the link of a support team, and says when it is none', async () => {
    const { write, one, text, settle } = open('guide-start');
    await write('#guide-link', 'https://shop.example/#something-else');
    expect(text()).toContain('does not ask for a recording');
    await write('#guide-link', 'https://shop.example/a#roundtrip-record=1&goal=See+it+fail&language=de');
    // Its language is loaded first.
    await vi.waitFor(async () => {
      await settle(() => undefined);
      expect(text()).toContain('Ein Support-Team bittet um Ihre Hilfe');
    });
    expect(one('.asked').textContent).toContain('See it fail');
  });

  it('speaks the reader’s language, and another one when asked to', async () => {
    await speakLanguage('de');
    const { one, text, settle } = open('guide-start-de', ({ session }) => session.setState({ language: 'de' }));
    expect(text()).toContain('Zeigen Sie dem Support, was nicht geht');
    const select = one<HTMLSelectElement>('#guide-language');
    expect(select.value).toBe('de');
    select.focus();
    await settle(() => {
      select.value = 'en';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(text()).toContain('Show support what goes wrong');
    // Everything was drawn anew, and the keyboard is where it was.
    expect(document.activeElement).toBe(one('#guide-language'));
  });

  it('shows from afar that it runs, and what was seen', async () => {
    const { text, desk, click } = open('guide-running');
    expect(text()).toContain('A login was seen: from shop.example to login.idp.example.');
    await click('#stop-recording');
    expect(desk.calls).toEqual(['stopRecording']);
  });

  it('keeps the user’s words, and saves the newest of them', async () => {
    const { desk, click, write } = open('guide-review');
    await write('#guide-did', 'I pressed the button.');
    await write('#guide-saw', 'Nothing.');
    await click('#save-file');
    expect(desk.calls.slice(0, 2)).toEqual(['tell I pressed the button.|', 'tell I pressed the button.|Nothing.']);
    expect(desk.calls.at(-1)).toMatch(/^save login-shop\.example-.*\.roundtrip\.json$/);
  });

  it('says what leaves by kind and count, with the proof', () => {
    const { one } = open('guide-review');
    expect(one('.leave-summary').textContent).toMatch(/4 requests.*2 servers.*one-time code.*\d cookies?/);
    expect(one('[data-proof]').textContent).toMatch(/^0 of \d+ secrets found in this file\.$/);
  });

  it('lets nothing leave when a secret would stand in it', () => {
    const { root, text } = open('guide-refused');
    expect(text()).toContain('A secret would still stand in this file');
    expect(root.querySelector('#save-file')).toBeNull();
    expect(root.querySelector('#copy-text')).toBeNull();
  });

  it('says that it takes a moment, and that it could not be done, and offers nothing to save meanwhile', async () => {
    const waiting = open('guide-preparing');
    expect(waiting.one('.leave-preparing').getAttribute('role')).toBe('status');
    expect(waiting.root.querySelector('#save-file')).toBeNull();
    const broken = open('guide-not-prepared');
    await act(() => Promise.resolve());
    expect(broken.one('.leave-refused').textContent).toContain('open it again and try once more');
    expect(broken.root.querySelector('#save-file')).toBeNull();
  });

  it('offers a second try where it may look, and pictures where it may not', async () => {
    const allowed = open('guide-review');
    await allowed.click('#again-private');
    expect(allowed.desk.calls).toEqual(['recordAgain private-window']);
    const not = open('guide-not-allowed');
    expect(not.root.querySelector('#again-private')).toBeNull();
    expect(not.root.querySelectorAll('.how-to-allow svg')).toHaveLength(2);
  });

  it('says how the second try ended and how the two differ', () => {
    const { one } = open('guide-review-second');
    expect(one('[data-second]').textContent).toMatch(/in a private window\. The login went through\./);
    expect(one('.noted-compared').textContent).toContain('failed');
  });
});

describe('files', () => {
  it('are listed with their verdicts; one that is none says why, until that is put away', async () => {
    const { one, click, desk, root } = open('files');
    expect([...root.querySelectorAll('.file-item')]).toHaveLength(3);
    expect(one('.file-refused').textContent).toContain('it is not JSON');
    await click('.file-refused button');
    expect(desk.calls).toEqual(['forget 9']);
  });

  it('that are read say how far they are, and can be stopped', async () => {
    const { root, click, desk } = open('files-opening');
    const bars = [...root.querySelectorAll('[role="progressbar"]')];
    expect(bars.map((bar) => [bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuetext')])).toEqual([
      [null, 'Judging its logins'],
      ['41', '61 of 148 MB read'],
      ['0', 'Waiting for the file before it'],
    ]);
    expect(bars[1]?.getAttribute('aria-label')).toBe('Opening reading.har');
    await click(`[aria-label="Stop reading reading.har"]`);
    expect(desk.calls).toEqual(['cancel 5']);
    expect(root.querySelectorAll('[role="progressbar"]')).toHaveLength(2);
  });

  it('with two attempts show either', async () => {
    const { one, click } = open('files');
    expect(one('[data-selected-flow]').dataset['outcome']).toBe('failed');
    await click('#attempt-second');
    expect(one('[data-selected-flow]').dataset['outcome']).toBe('completed');
    expect(one('.about-story').textContent).toContain('An empty page.');
  });

  it('are saved redacted from where they are read', async () => {
    const { click, one, desk } = open('files');
    await click('#save-document');
    expect(one('main').dataset['room']).toBe('save');
    await click('#save-file');
    expect(desk.calls.at(-1)).toMatch(/^save login-/);
  });

  it('that are pasted are opened', async () => {
    const { click, write, one, desk } = open('files-empty');
    await click('#paste-text');
    await write('#pasted', '{"log":{}}');
    await act(() => one<HTMLFormElement>('.paste').requestSubmit());
    expect(desk.calls).toEqual(['openText 10']);
  });
});

describe('comparing', () => {
  it('proposes the two that tell most, and any two can be chosen', async () => {
    const { root, click } = open('compare');
    const sides = () => [...root.querySelectorAll('.compare-side-label')].map((label) => label.textContent);
    expect(sides()).toEqual(['recording.roundtrip.json', 'recording.roundtrip.json, second try']);
    await click('#swap-sides');
    expect(sides()).toEqual(['recording.roundtrip.json, second try', 'recording.roundtrip.json']);
  });

  it('says what is missing when there is only one login', () => {
    expect(open('compare-nothing').text()).toContain('two are needed');
  });
});

it('every room has words for when it is empty', () => {
  for (const name of ['files-empty', 'save-nothing', 'compare-nothing', 'guide-review-nothing'])
    expect(open(name).text().length, name).toBeGreaterThan(120);
});

describe('the reference', () => {
  const shown = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('[data-check]')].map((entry) => entry.dataset['check']);

  it('shows every check, and what can not be seen', async () => {
    const { root, text } = open('reference');
    expect(shown(root)).toEqual(catalogue.map((check) => check.id));
    expect(text()).toContain(`${catalogue.length} checks`);
    for (const { what } of unseen) expect(text()).toContain(what.replaceAll('`', ''));
  });

  it('opens the check that the address names, whichever of its names it is', async () => {
    const named = open('reference-check').one('[data-check="samesite-form-post"]');
    expect(named.dataset['open']).toBe('true');
    expect(named.querySelector('a.cite')?.getAttribute('href')).toMatch(/^https:/);
    for (const { plain } of Object.values(findCheck('samesite-form-post')?.messages ?? {}))
      expect(named.textContent).toContain(plain.replaceAll('`', ''));
    expect(document.activeElement?.closest('[data-check]')).toBe(named);
  });

  it('says that another version knows another name', () => {
    expect(open('reference-unknown').text()).toContain('No check is called “of-another-version”');
  });

  it('finds by words, subject and severity, and shows all again', async () => {
    const { root, one, click, write, text } = open('reference');
    await write('#reference-words', 'pkce RFC7636');
    expect(shown(root)).toContain('pkce-missing');
    expect(shown(root)).not.toContain('login-loop');
    expect(text()).toContain(` of ${catalogue.length} checks`);
    await write('#reference-words', 'login-loop');
    expect(shown(root)[0]).toBe('login-loop');
    await write('#reference-words', 'qqqzzz');
    expect(shown(root)).toEqual([]);
    await click('.reference-count .button');
    expect(shown(root)).toHaveLength(catalogue.length);
    const choose = (selector: string, value: string) =>
      act(() => {
        const select = one<HTMLSelectElement>(selector);
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
    choose('#reference-category', 'state');
    expect(new Set(shown(root).map((id) => findCheck(id ?? '')?.category))).toEqual(new Set(['state']));
    choose('#reference-severity', 'warning');
    expect(shown(root)).not.toContain('state-not-returned');
  });

  it('is where a finding leads to, in the page and from the popup', async () => {
    const { one, click, text, root } = open('live');
    await click('.finding-head');
    const button = one('button.finding-id');
    const id = button.querySelector('code')?.textContent ?? '';
    await click('button.finding-id');
    expect(one('main').dataset['room']).toBe('reference');
    expect(root.querySelector(`[data-check="${id}"]`)?.getAttribute('data-open')).toBe('true');
    expect(text()).toContain('What is checked');
  });
});
