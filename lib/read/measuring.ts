/** Hosts whose scripts measure, advertise or report errors: blockers stop them, and pages work without. */
const words =
  /(?:^|[.-])(?:ads?|adservices?|adsystem|analytics?|stats?|metrics?|telemetry|beacons?|pixel|track(?:er|ing)?|tags?|tagmanager|rum|collect(?:or)?|sentry|matomo|piwik|insights?)(?=[.-]|\d*$)/i;
const vendors =
  /(?:^|\.)(?:google-analytics|googletagmanager|googlesyndication|googleadservices|doubleclick|hotjar|segment|mixpanel|amplitude|newrelic|nr-data|datadoghq-browser-agent|bugsnag|fullstory|optimizely|clarity|scorecardresearch|quantserve|demdex|omtrdc|adobedtm|tiqcdn|criteo|taboola|outbrain|bat\.bing|connect\.facebook|snap\.licdn|intercomcdn|plausible|cloudflareinsights)\./i;

export function isMeasuring(host: string): boolean {
  return words.test(host) || vendors.test(host);
}
