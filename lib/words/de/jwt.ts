import type { Catalog } from '../catalog.ts';

export const jwt: Catalog['jwt'] = {
  open: 'Diesen Token öffnen',
  close: 'Diesen Token schließen',
  loading: 'Wird geöffnet …',
  label: 'Was der Token sagt',
  header: 'Header',
  claims: 'Claims',
  unverified: 'Gelesen, nicht geprüft: Ob die Signatur stimmt, kann nur die App sagen.',
  encrypted: 'Verschlüsselt: Nur der Header ist lesbar. Der Inhalt öffnet sich mit dem Schlüssel der App.',
  broken: {
    parts: (count) =>
      `Das ist kein ganzer Token: Er hat ${count} ${count === 1 ? 'Teil' : 'Teile'} statt drei, oder fünf bei Verschlüsselung.`,
    header: 'Sein erster Teil ist kein lesbarer Header; vielleicht wurde er unterwegs gekürzt oder verändert.',
    claims: 'Sein Header ist lesbar, die Claims dahinter sind es nicht; vielleicht wurden sie unterwegs gekürzt oder verändert.',
  },
  before: (duration) => `${duration} vor dieser Anfrage`,
  after: (duration) => `${duration} nach dieser Anfrage`,
  same: 'der Moment dieser Anfrage',
  matches: {
    client: 'die client_id der Anfrage',
    nonce: 'die nonce der Anfrage',
  },
  holds: {
    client: 'enthält die client_id der Anfrage',
    nonce: 'enthält die nonce der Anfrage',
  },
  differs: {
    client: 'nicht die client_id der Anfrage',
    nonce: 'nicht die nonce der Anfrage',
  },
  value: (name) => `der Claim ${name}`,
  noClaims: 'Keine.',
};
