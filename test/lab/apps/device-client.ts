/** The part of the device that runs in its browser. It is served as the text of this one function. */
export function deviceClient(): void {
  const element = (id: string) => document.getElementById(id) as HTMLElement;
  const { clientId, issuer } = JSON.parse(element('setup').textContent ?? '') as { readonly clientId: string; readonly issuer: string };
  const say = (outcome: string, html: string) => {
    element('status').innerHTML = html;
    (document.querySelector('main') as HTMLElement).dataset['outcome'] = outcome;
  };
  const ask = async (path: string, form: Readonly<Record<string, string>>) => {
    const answer = await fetch(`${issuer}${path}`, { method: 'POST', body: new URLSearchParams({ client_id: clientId, ...form }) });
    return (await answer.json()) as Readonly<Record<string, string>>;
  };
  const poll = async (deviceCode: string) => {
    const answer = await ask('/token', { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: deviceCode });
    if (answer['access_token'] !== undefined) return say('signed-in', 'This device is signed in.');
    if (answer['error'] !== 'authorization_pending') return say('error', `That did not work: ${answer['error']}`);
    // RFC 8628 section 3.5: five seconds, where the provider says nothing else.
    setTimeout(() => poll(deviceCode).catch(() => say('error', 'The provider can not be reached.')), 5_000);
  };
  const start = async () => {
    const device = await ask('/device/auth', { scope: 'openid profile' });
    const link = device['verification_uri_complete'] ?? '';
    say('working', `Open <a id="verify" href="${link}">this page</a> on your telephone. The code is <code>${device['user_code']}</code>.`);
    await poll(device['device_code'] ?? '');
  };
  start().catch(() => say('error', 'The provider can not be reached.'));
}
