/** A stand-in for a browser's extension API, in which the real background runs in Node and what it hears is what we say. */
import { setTimeout as wait } from 'node:timers/promises';

type Listener = (...args: readonly unknown[]) => unknown;

interface Filter {
  readonly types?: readonly string[];
  readonly tabId?: number;
}

interface Heard {
  readonly listener: Listener;
  readonly filter: Filter;
}

export interface RequestDetails {
  readonly tabId: number;
  readonly type: string;
}

export class FakeApi {
  readonly #heard = new Map<string, Heard[]>();
  readonly session = new Map<string, unknown>();
  #writtenBytes: number | null = null;

  /** Calls the listeners whose filter names the type or the tab of a request. Address patterns are not looked at. */
  tell(event: string, details: RequestDetails): void {
    for (const { listener, filter } of [...(this.#heard.get(`webRequest.${event}`) ?? [])])
      if (filter.types?.includes(details.type) && (filter.tabId === details.tabId || filter.types.includes('main_frame')))
        listener(details);
  }

  async settled(): Promise<void> {
    await wait(20);
  }

  readonly #known: Readonly<Record<string, Listener>> = {
    'runtime.getURL': (path) => `chrome-extension://roundtrip/${String(path)}`,
    'runtime.getManifest': () => ({ version: '0' }),
    'runtime.getPlatformInfo': async () => ({ os: 'linux', arch: 'x86-64' }),
    'permissions.getAll': async () => ({ origins: ['*://*/*'], permissions: [] }),
    'tabs.query': async () => [],
    'storage.local.get': async () => ({}),
    'storage.session.get': async (key) =>
      key === null
        ? Object.fromEntries(this.session)
        : typeof key === 'string' && this.session.has(key)
          ? { [key]: this.session.get(key) }
          : {},
    'storage.session.set': async (items) => {
      for (const [key, value] of Object.entries(items as object)) {
        if (this.#writtenBytes !== null) this.#writtenBytes += typeof value === 'string' ? value.length : JSON.stringify(value).length;
        this.session.set(key, structuredClone(value));
      }
    },
    'storage.session.remove': async (keys) => {
      for (const key of [keys].flat()) this.session.delete(String(key));
    },
  };

  /** Runs the background on this API. What it puts off for later keeps nobody waiting at the end. */
  async startBackground(main: () => Promise<void>): Promise<void> {
    const put = globalThis.setTimeout;
    const api = this.#node('');
    Object.assign(globalThis, {
      browser: api,
      chrome: api,
      setTimeout: (task: () => void, delayMs?: number) => put(task, delayMs).unref(),
    });
    await main();
    await this.settled();
  }

  /** A message from one of its own pages. */
  async send(message: object): Promise<void> {
    const heard = this.#heard.get('runtime.onMessage') ?? [];
    await Promise.all(heard.map(({ listener }) => listener(message, { id: 'roundtrip' })));
    await this.settled();
  }

  /** Characters of JSON given to storage.session during the work, for each of the events it tells. */
  async counting(work: () => Promise<number>): Promise<number> {
    this.#writtenBytes = 0;
    const events = await work();
    const perEvent = this.#writtenBytes / events;
    this.#writtenBytes = null;
    return perEvent;
  }

  /** Whatever is asked for is there: events remember who listens, functions promise nothing. */
  #node(path: string): unknown {
    const name = path.slice(path.lastIndexOf('.') + 1);
    if (/^on[A-Z]/.test(name)) return this.#event(path);
    const call: object = path === '' ? {} : (this.#known[path] ?? (async () => undefined));
    const children = new Map<string, unknown>();
    return new Proxy(call, {
      get: (_, key) => {
        if (path === 'runtime' && key === 'id') return 'roundtrip';
        if (typeof key !== 'string' || key === 'then') return undefined;
        const below = path === '' ? key : `${path}.${key}`;
        if (!children.has(below)) children.set(below, this.#node(below));
        return children.get(below);
      },
    });
  }

  #event(path: string): object {
    const heard: Heard[] = [];
    this.#heard.set(path, heard);
    return {
      addListener: (listener: Listener, filter: Filter = {}) => void heard.push({ listener, filter }),
      removeListener: (listener: Listener) => {
        const at = heard.findIndex((one) => one.listener === listener);
        if (at >= 0) heard.splice(at, 1);
      },
      hasListener: (listener: Listener) => heard.some((one) => one.listener === listener),
    };
  }
}
