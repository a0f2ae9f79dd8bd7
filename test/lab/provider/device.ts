/** The provider's pages for somebody who brings the code that a device shows (RFC 8628 section 3.3). */
import type { Configuration } from 'oidc-provider';
import { page } from '../page.ts';

type DeviceFlow = NonNullable<NonNullable<Configuration['features']>['deviceFlow']>;

export function devicePages(name: string): Pick<DeviceFlow, 'userCodeInputSource' | 'userCodeConfirmSource' | 'successSource'> {
  return {
    userCodeInputSource: async (ctx, form) => {
      const body = `${form}<p class="row"><button id="go-on" class="first" type="submit" form="op.deviceInputForm">Continue</button></p>`;
      ctx.body = page({ title: 'Which code does your device show?', site: name, body });
    },
    userCodeConfirmSource: async (ctx, form, _client, _device, userCode) => {
      const body = `<p>Your device shows <code>${userCode}</code>.</p>${form}<p class="row"><button id="confirm" class="first" type="submit" form="op.deviceConfirmForm">That is right</button></p>`;
      ctx.body = page({ title: 'Is this your device?', site: name, body });
    },
    successSource: async (ctx) => {
      ctx.body = page({ title: 'Your device is signed in', site: name, outcome: 'signed-in', body: '<p>You can close this page.</p>' });
    },
  };
}
