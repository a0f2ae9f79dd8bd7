/**
 * The part of the single-page app that runs in the browser. It is served as the text of this one function, so
 * everything it needs is inside it; `oidc` is what oidc-client-ts' own bundle leaves on the page.
 */
declare const oidc: typeof import('oidc-client-ts');

/** What the server writes into the page. */
export interface SpaSetup {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly perTab: boolean;
  readonly onError: 'show' | 'restart';
  readonly asksForEver: boolean;
  readonly callsApi: boolean;
  readonly keepsAddress: boolean;
  readonly dpop: boolean;
  /** The provider's endpoint for pushed requests, where the app uses it. */
  readonly pushesTo: string | null;
  readonly registers: { readonly endpoint: string; readonly metadata: Readonly<Record<string, unknown>> } | null;
  readonly callbackPath: string;
}

export function spaClient(): void {
  type User = import('oidc-client-ts').User;
  type Settings = import('oidc-client-ts').UserManagerSettings;
  const element = (id: string) => document.getElementById(id) as HTMLElement;
  const setup = JSON.parse(element('setup').textContent ?? '') as SpaSetup;
  const store = setup.perTab ? sessionStorage : localStorage;
  const settings: Settings = {
    ...(setup.settings as unknown as Settings),
    stateStore: new oidc.WebStorageStateStore({ store }),
    userStore: new oidc.WebStorageStateStore({ store: sessionStorage }),
    ...(setup.dpop ? { dpop: { store: new oidc.IndexedDbDPoPStore() } } : {}),
  };
  const manager = new oidc.UserManager(settings);
  const say = (outcome: string, text: string) => {
    element('status').textContent = text;
    (document.querySelector('main') as HTMLElement).dataset['outcome'] = outcome;
  };
  const callApi = async (user: User) => {
    if (!setup.callsApi) return;
    const answer = await fetch('/api/basket', { headers: { Authorization: `Bearer ${user.access_token}` } });
    if (!answer.ok) throw new Error(`The API answered ${answer.status}.`);
  };
  const welcome = async (user: User) => {
    await callApi(user);
    say('signed-in', `Signed in as ${user.profile.sub}.`);
  };
  // RFC 7591: some apps introduce themselves to a provider they have never met.
  const register = async () => {
    if (setup.registers === null) return;
    const { endpoint, metadata } = setup.registers;
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(metadata) });
    const registered = (await answer.json()) as { readonly error?: string; readonly error_description?: string };
    if (!answer.ok) throw new Error(`${registered.error}: ${registered.error_description}`);
  };
  // RFC 9126: the provider gets the request first, and the browser carries a reference to it. The header makes the browser ask before.
  const push = async (endpoint: string) => {
    const { url } = await new oidc.OidcClient(settings).createSigninRequest({ request_type: 'si:r' });
    const { origin, pathname, searchParams } = new URL(url);
    const answer = await fetch(endpoint, { method: 'POST', headers: { 'X-Requested-With': 'fetch' }, body: searchParams });
    const { request_uri } = (await answer.json()) as { readonly request_uri: string };
    location.assign(`${origin}${pathname}?${new URLSearchParams({ client_id: settings.client_id, request_uri })}`);
  };
  const failed = (error: unknown) => say('error', `That did not work: ${error instanceof Error ? error.message : String(error)}`);
  const askForEver = async () => {
    // What goes wrong here: "nobody is signed in" is taken for a reason to ask again.
    const asked = Number(sessionStorage.getItem('asked') ?? 0);
    if (asked >= 6) {
      sessionStorage.removeItem('asked');
      return say('stopped', 'We gave up asking whether you are signed in.');
    }
    sessionStorage.setItem('asked', String(asked + 1));
    await manager.signinRedirect({ prompt: 'none' });
  };
  const answered = async () => {
    try {
      const user = await manager.signinCallback();
      // In frames and popups the library hands the answer to the page that waits for it.
      if (!user) return;
      if (!setup.keepsAddress) history.replaceState(null, '', '/');
      await welcome(user);
    } catch (error) {
      if (setup.asksForEver) await askForEver();
      else if (setup.onError === 'restart') await manager.signinRedirect();
      else failed(error);
    }
  };
  const start = async () => {
    if (location.pathname === setup.callbackPath && (location.search !== '' || location.hash !== '')) return answered();
    if (setup.asksForEver) return askForEver();
    const user = await manager.getUser();
    if (user && !user.expired) await welcome(user);
    else say('signed-out', 'You are not signed in.');
  };
  const on = (id: string, work: () => Promise<void>) =>
    element(id).addEventListener('click', () => {
      say('working', 'One moment …');
      work().catch(failed);
    });
  on('sign-in', async () => {
    await register();
    if (setup.pushesTo === null) await manager.signinRedirect();
    else await push(setup.pushesTo);
  });
  on('popup', async () => welcome(await manager.signinPopup()));
  on('renew', async () => {
    const user = await manager.signinSilent();
    say('signed-in', `Renewed for ${user?.profile.sub}.`);
  });
  on('check', async () => {
    try {
      const session = await manager.querySessionStatus();
      say('signed-in', `The provider knows you as ${session?.sub}.`);
    } catch (error) {
      say('signed-out', `The provider does not know you: ${error instanceof Error ? error.message : ''}`);
    }
  });
  start().catch(failed);
}
