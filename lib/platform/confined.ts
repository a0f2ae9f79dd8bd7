/**
 * Firefox gives a panel in the developer tools storage, messages and little else: no tabs, no windows, no permissions
 * (measured, ESR 153). There the background does what a view asks of them, and says what came of it.
 */
import type { Browser, Runtime } from 'webextension-polyfill';

/** What the background does for a panel. */
const calls = {
  'permissions.contains': (api: Browser, [wanted]: readonly unknown[]) =>
    api.permissions.contains(wanted as Parameters<typeof api.permissions.contains>[0]),
  'permissions.getAll': (api: Browser) => api.permissions.getAll(),
  'contextualIdentities.query': (api: Browser) => api.contextualIdentities.query({}),
  'tabs.get': (api: Browser, [tab]: readonly unknown[]) => api.tabs.get(Number(tab)),
  'tabs.create': (api: Browser, [how]: readonly unknown[]) => api.tabs.create(how as Parameters<typeof api.tabs.create>[0]),
} as const;
type Call = keyof typeof calls;

interface Relay {
  readonly kind: 'relay';
  readonly call: Call;
  readonly args: readonly unknown[];
}

function isRelay(value: unknown): value is Relay {
  const { kind, call, args } = (value ?? {}) as Partial<Relay>;
  return kind === 'relay' && typeof call === 'string' && Object.hasOwn(calls, call) && Array.isArray(args);
}

/** The types know only of pages that have everything. */
export function isConfined(api: { readonly tabs?: unknown }): boolean {
  return api.tabs === undefined;
}

const noEvent = { addListener: () => undefined, removeListener: () => undefined, hasListener: () => false, hasListeners: () => false };

export function withRelays(api: Browser): Browser {
  const relay =
    (call: Call) =>
    (...args: readonly unknown[]) =>
      api.runtime.sendMessage({ kind: 'relay', call, args } satisfies Relay);
  const create = relay('tabs.create');
  const { devtools, extension, i18n, runtime, storage } = api;
  const permissions = {
    contains: relay('permissions.contains'),
    getAll: relay('permissions.getAll'),
    // A page of its own can ask the user; this one can not.
    request: async () => {
      await create({ url: api.runtime.getURL('page.html') });
      return false;
    },
    onAdded: noEvent,
    onRemoved: noEvent,
  };
  const tabs = { get: relay('tabs.get'), create, onActivated: noEvent, onUpdated: noEvent, onRemoved: noEvent, onCreated: noEvent };
  const contextualIdentities = {
    query: relay('contextualIdentities.query'),
    onCreated: noEvent,
    onUpdated: noEvent,
    onRemoved: noEvent,
  };
  return { devtools, extension, i18n, runtime, storage, permissions, tabs, contextualIdentities } as unknown as Browser;
}

/** Must be called in the background's first turn. */
export function answerRelays(api: Browser): void {
  api.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    sender.id === api.runtime.id && isRelay(message) ? calls[message.call](api, message.args) : undefined,
  );
}
