/**
 * Words that belong to the web and to logins, never to a person. What a path, a member of a JSON text or a code is made of stays
 * readable only when every part of it stands here: a name or a password that looks like a word is not told apart from one otherwise.
 */
const words: ReadonlySet<string> = new Set(
  `
  able abmelden abort aborted about above absent acc accedi accept accepted access accessible account accountchooser accountlookup
  accounts accueil achieve acr acs action actions activate active activity actor actuator adal add added additional address addresses
  adfs admin administration administrator admins ads affiliation afford after age agent agents agreement ajax akamai alert alerts alg
  algorithm alias all allow allowed alpha already alt alternate amount amr analytics ancestor and android angular anmelden anmeldung anonymous
  answer answers antiforgery any api apis app appauth apple application applications apply approval approve apps archive area arraffinity
  arraffinitysamesite array article articles ashx asp aspsessionid aspx assertion assertions asset assetlinks assets assigned association
  astro async atom attempt attempts attribute attributes attribution aud audience audit auth auth0 authcallback authentic authenticate
  authenticated authentication authjs authlib author authorisation authorise authority authorization authorize authorized authresponse
  authz auto autodiscover automatic available avatar avatars avg avif aws awsalb awsalbcors awselb azp azure b2b b2c back backchannel
  backend background backup bad balance banner banners base base64 based basic batch batches bearer before begin benutzer bestellung beta
  bff bid billing bin bind binding birthdate blank blazor block blocked blog bmp board boards body book booking bookmark books bool boot
  bootstrap bootstrapping bot bottom bounce box brand branding broker brokered brotli browse browser build builds bulk bundle bundled
  bundles business button buttons buy bye cache cached calendar call callback callbacks campaign cancel canceled cancelled cant captcha
  capture card cards care carrier cart cas cat catalog catalogue categories category cbor cdcservlet cdn center cert certificate
  certificates certs cesta cgi challenge challenges change changed changeme channel channels chat check checked checker checking checkout
  checkpoint child children choice choose chooser chunk chunked chunks ciba cipher city cjs claim claims class cleanup clear click client
  clientid clientlist clients clientside close closed cloud cloudflare cloudfront cluster cms cnonce code codes cognito collect
  collection collections color column com combined comment comments commerce commit commits common community company compare compat
  complete completed component components compose compte conditional conf config configs configuration configure confirm confirmation
  confirmed conflict connect connected connection connections connector connexion consent consentpage consents console consumer contact
  contacts contain container content contents context continue control controller controls conversation convert cookie cookies coop copy
  core corp corporate correlation cors cose cost could count counter country coupon create created creative credential credentialless
  credentials cross crv crypto csp csrf css csv ctx cty cuenta cur currency current curve custom customer customers daily dash dashboard
  data database date dates day days debug declined decode deconnexion default defaults define deflate defs delegate delete deleted
  delivery demo denied deny deploy der desc describe description design desktop dest destroy detail details detect dev developer
  developers device deviceauth deviceauthorization devicecode devices dialog did diff digest digital dir direct directory disable
  disabled disallowed disco disconnected discount discover discovery discussion dispatch dispatcher display dist django dns doc docs dom
  document documents docx does domain domains done down download downloads dpop dpopjkt draft drive driver drop dto duplicate duration
  dynamic each ecdsa ecma eddsa edge edit edition editor effective egress elem element elements else email emails embed embedded employee
  employees empty enable enabled enc encode encoded encoding encrypt encrypted encryption end ended endpoint endpoints endsession
  enforced engine enroll enrollment ent enter enterprise entities entity entra entrar entries entry env envelope environment envoy epoch
  err erreur error errors es256 es256k esi estimate ests estsauth estsauthpersistent event events example exceeded exception exchange
  execute execution executor exp expand expiration expire expired expires expiry explore export express ext extended extension extensions
  extern external extra facebook fail failed failure failures false family faq fastapi fav favicon favorites feature features fed fedcm
  federate federated federation feed feedback fehler fetch fetching field fields file files fill filter filters final find finder finger
  fingerprint finish finished firewall first fix flag flags flash flask flow flows folder folders follow following font fonts foo footer
  for forbidden force forgot forgotten form format formatted forms forum forward found foundation fragment frame frames framework free
  frequency friends from front frontchannel frontend full function future gadgets gallery gateway gen gender general generate generic geo
  get getting gif gift git github gitlab given global good google goto gpt grant granted grants graph graphics graphiql graphql grid
  group groups grpc gsi gtm guest guests guide guild gzip had half hand handle handler handlers handoff handshake hard hash have head
  header headers headless health healthz heic height hello help here hero hidden high hint history hit hits hmac hmr hold home homepage
  hook hooks host hosted hosts hot hour hours href hs256 hsm hsts html http http2 httpd https hub hybrid hydra i18n iam iana ico icon
  icons idea identification identifier identifiers identify identity idle idna idp idpresponse idps idtoken idx ietf iframe iframes
  ignore illegal image images img immediate immutable impersonate implicit import imprint in inaccessible inactive inbox inc incl include
  included incomplete incorrect index indexes info ingress inherited iniciar inicio init initial initialize initiate initiator inloggen
  inner input insecure insert insight insights inspect instagram install instance instances institution insufficient int integration
  integrations interact interaction interactive internal internet interrupt interrupted interstitial interval into intro introspect
  introspection invalid invalidate inventory invitation invite invites invoice invoices ios ip iss issue issued issuer issues item items
  its jans jar jarm java javascript jkt job jobs join journal journey jpeg jpegs jpg jquery js jsessionid jsf json jsonl jsp jsx jti jump just
  jwe jwk jwks jws jwt kasse keep keepalive kerberos kex key keycloak keys kid kind kmsi known konto kty kube kubernetes l10n lab label
  labels land landing lang language languages laravel large last later latest launch launcher layer layout layouts lazy ldap lead leave
  left legacy legal length less level lib libraries library librest libs licence license life lifetime light limit limits line lines link
  linked linkedin linking links list lists live lived livez load loaded loader loading local locale locales localhost locality location
  locations lock locked log logga loggain logged loggedin loggedout logger logging login loginfailed logins loginsuccess logo logoff
  logon logos logout logs long lookup loop lost low m2m machine magic mail mailbox mailing main maintenance make malformed manage managed
  management manager manifest manual manually many map mapping maps mark marker market marketing master match matched max maximum may mcp
  media medium mein meine member members membership memory menu merchant merge message messages met meta metadata method methods metric
  metrics mfa microsoft microsoftonline middle migrate mime min minimum minutes misc mismatch missing mixed mjs mobile mock modal mode
  model models modern modified module modules mon monitor monitoring month more most move moved mp3 mp4 mpeg msal msgpack msword mtls
  multi multipart must mutation name named names native nativeclient nav navbar navigate navigation ndjson need needed negotiate nested
  net network new news newsletter next nextauth nextjs nginx ngsi ngsw nickname nil noaccess node nodes nologin nonce none nonunique
  normal not notadmin note notes notfound notice notification notifications notify now npm ntlm null number numbers nuxt o365 oaep oauth
  oauth2 object objects obsolete obtain octet offer offers office officedocument official offline offset ogg oidc oidcclient okta old
  onboarding once one onelogin online only oob oops opaque open openapi opendocument openid openid2 openidconnect openxmlformats
  operation operations operator option optional options oral orb order orders org organisation organization organizations origin original
  origins other otp out outer outlook output over overview own owner ows oxauth p3p pac package packages page paged pages panel panier par param
  parameter parameters params parent parse part partial parties partner partners parts party pass passive passkey passkeys passthrough
  passwd password passwordless passwords past patch path paths patient patients pay payload payment payments pda pdf peer pem pending
  people per perform performance period permission permissions permitted person personal phone photo photos php phpsessid pic pick picker
  picture pictures ping pingfederate pinned pipeline pixel pixels pkce pkcs place placeholder plain plan plans platform play player
  playground plugin plugins png point points policies policy poll polling polyfills pong pool popular popup popups port portal portals
  position post postal posted postlogout posts power pptx prefer preferences preferred prefetch prefix preflight prelogin premium prepare
  prerender present presentation presentationml presets preview previous price prices pricing print privacy private pro problem proceed
  process processing product production products profil profile profiles program progress project projects prometheus promo promotion
  prompt proof properties property protect protected protobuf protocol protocols provider providers proxy ps256 pub public publish
  publishable purchase purpose push pushed put pwa pwd python qr quantity queries query queue quic quick quota quote rails random range
  rankings rate rates rating ratings raw react read reader reading ready readyz real realm realms reason reauth reauthenticate receipt
  receive received recent recommendations recover recovery redacted redeem redir redirect redirected redirecter redirection redirector
  redirects redoc ref refer reference referer referral referrer refresh refreshed refused regex region register registered registration
  registrations registry regular reject rejected related relation relay relaystate release releases reload relying remaining remember
  remind remix remote remove removed render renew renewal repeat repeated repeats replace reply repo report reports repository
  reqrconnect request requested requester requests requeued require required requirement requirements res research resend reset resize resolution resolve resolved
  resource resources response responses rest restart restore restrict restricted restv1 result results resume retry return returned returns
  returnsite returnto returnurl reuse reused revalidate review reviews revocation revoke revoked right rights robots role roles root
  round route router routes routing row rows rpc rs256 rsa rss rtf rule rules rum run runtime s256 s3 safe sale sales same sameorigin
  saml saml2 samlp sample sandbox save saved schema schemas scheme scim scope scopes score screen screenshot script scripts scss sdk
  search secret secrets section sections secure secured securetoken security see seed select selected selection self selfie seller send
  sent sentry seq sequence serial serialize server serverless servers service services sesion sessid session sessiondata sessionid
  sessions set sets setting settings setup sha sha256 sha384 sha512 shadow share shared sharing shell shibboleth ship shipping shop
  shopping short shortcuts should show sid side sig sign signalr signature signed signin signing signinoidc signoff signon signout
  signoutcallback signup silent silentrenew similar simple simplesaml single singleton site sitemap sites size skill skip sku slack slash
  slide slo slow slug small smart sms soap social socket sockets sockjs socks software some sorry sort source sources spa space spec
  special specification spnego spreadsheet spreadsheetml spring sprite sprites sql src srv ssl sso ssocallback stack staff stage staging
  stale stalled standard star start started starter startseite startup stat state statement states static statistics stats status step
  steps sticky stop storage store stored stores story stream streaming street streets strict string stripe strong stsredirect stub
  student students studio style styles stylesheet sub subject submission submit submitted subscribe subscription subscriptions suburl
  success successful suche suite sum summary super supervisor supply support supported survey suspended svc svelte svg svgs swagger
  switch symfony sync syntax system systems tab table tabs tag tags target task tasks team teams telemetry temp template templates
  temporarily temporary tenancy tenant tenantid tenants term terms test tester testing tests text texture tfp than thank thanks the their
  theme themes then there third this thread thumb thumbnail thumbnails thumbprint ticket tickets tier tiff tile tiles time timed timeline
  timeout times timesheet timestamp timezone tip tips title tls todo together toggle token tokenrefresh tokens too tool tools top topic
  topics tos total totals totp trace track tracker tracking traffic trailers transaction transactions transfer transform transition
  translate translation translations transparency transport travel tree trial trigger trip trpc true trust trusted try tsx tunnel turn
  tutorial twitter two txn typ type types uitloggen unable unapproved unauthenticated unauthorised unauthorized unavailable undefined
  under unexpected uniform union unique unit units unknown unlink unlock unmet unq unreachable unread unregister unregistered unsafe
  unsubscribe unsupported until untrusted unused unwrap update updated updates upgrade upload uploads upn upstream uri uris url
  urlencoded urls urn usage use used user userauthorize userid userinfo username users uses using usr utc utf utf8 util utilities utils
  uuid valid validate validated validation validator value values variable variant variants vary vector vendor vendors ver verb verbose
  verification verified verifier verify version versions vertical very via video videos view viewer views violation vip virtual visible visit
  visitor visitors vite vnd voucher vpn vue wait waiting wallet warenkorb warn warning was wasm watch wav wctx weak web webapp webauthn
  webfinger webhook webhooks webm webp webpack webpackhmr website websites websocket websockets week weekly weird welcome well were
  wfresh what when where which while white who whoops why wide widget widgets width wiki will window windows with without woff woff2 word
  wordpress wordprocessingml words work worker workers workflow workforce workspace workspaces world would wrap wreply wresult write
  wrong wsdl wsfed wsignin wsignout wtrealm www x509 xfo xhr xhtml xls xlsx xml xms xsrf xss yaml year yes yet you your zip zone zoneinfo
  zstd
  `
    .trim()
    .split(/\s+/),
);

/** Short ones that stand alone: `/u/`, `/en/`, `/v1`. Inside a longer run of letters they would let any name through. */
const longestAlone = 2;
/** `id` and a few others are part of compounds such as `clientid` and `myapp`. */
const shortParts: ReadonlySet<string> = new Set([
  'id',
  'my',
  'ui',
  'is',
  'to',
  'in',
  'on',
  'of',
  'or',
  'no',
  'up',
  'db',
  'qr',
  'ip',
  'ws',
  'kc',
  'ms',
  'ga',
]);
/** Made of words of the web alone, whatever their case and however they are joined: `signin-oidc`, `OAuth2Callback`, `v2.0`. */
export function isVocabulary(text: string): boolean {
  if (text.length > 64 || !/^[A-Za-z0-9_.~:$!*'()[\]-]*$/.test(text)) return false;
  const parts = text.split(/[^A-Za-z0-9]+/).filter((part) => part !== '');
  if (parts.filter((part) => part.length <= longestAlone).length > 3) return false;
  return text.replace(/\D/g, '').length <= 3 && parts.every((part) => isPart(part.toLowerCase()));
}

function isPart(part: string): boolean {
  if (part.length <= longestAlone || /^(?:v?\d{1,2}|[1-5]0\d)$/.test(part) || words.has(part)) return true;
  // One digit at the end or between two words: `step2`, `oauth2callback`.
  const [, before = '', after = ''] = /^([a-z]+)(?:\d([a-z]*))?$/.exec(part) ?? [];
  return before !== '' && isJoined(before) && isJoined(after);
}

/** A run of letters that can be cut into words. */
function isJoined(run: string): boolean {
  const reachable = [true];
  for (let end = 1; end <= run.length; end++) {
    reachable[end] = false;
    for (let from = Math.max(0, end - 20); from < end && !reachable[end]; from++) {
      const piece = run.slice(from, end);
      reachable[end] = reachable[from] === true && (words.has(piece) || shortParts.has(piece));
    }
  }
  return reachable[run.length] === true;
}
