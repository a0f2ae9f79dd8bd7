/** What the texts of a HAR look like that are words of the format or of HTTP; anything else in their place is somebody's own. */
import type { JsonObject } from '../../read/json.ts';

/** Those of RFC 9110 and what browsers write themselves; a server may say anything. */
export const reasonPhrase =
  /^(?:OK|Created|Accepted|No Content|Partial Content|Moved Permanently|Found|Moved Temporarily|See Other|Not Modified|(?:Temporary|Permanent|Internal) Redirect|Bad Request|Unauthorized|Forbidden|Not Found|Method Not Allowed|Not Acceptable|Request Timeout|Conflict|Gone|(?:Payload|Content|Request Entity|URI|Request-URI) Too (?:Large|Long)|Unsupported Media Type|Unprocessable (?:Entity|Content)|Too Many Requests|Request Header Fields Too Large|Internal Server Error|Not Implemented|Bad Gateway|Service Unavailable|Gateway Timeout)$/i;

export const moment = /^(?:19|20)\d{2}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
export const protocol =
  /^(?:HTTP\/\d(?:\.\d)?(?:\+QUIC\/\d{1,3})?|h[23](?:-\d{1,2})?|h2c|spdy\/?\d(?:\.\d)?|quic|unknown|data|blob|ws|wss)$/i;
export const resourceType =
  /^(?:document|stylesheet|image|media|font|script|texttrack|xhr|fetch|prefetch|eventsource|websocket|manifest|signedexchange|ping|cspviolationreport|preflight|fedcm|other|beacon|parser|preload|redirect|main_frame|sub_frame|csp|webtransport|wasm)$/i;

/** Parts of an entry that are written; everything else is left out. */
const readParts: ReadonlySet<string> = new Set(
  'pageref startedDateTime time request response _resourceType _initiator _fromCache method httpVersion headers cookies headersSize bodySize postData status redirectURL content _transferSize _fetchedViaServiceWorker mimeType text params encoding size compression name value fileName path domain expires httpOnly secure sameSite url type'.split(
    ' ',
  ),
);

/** Registered methods (IANA) and those of WebDAV and caches. */
export const requestMethod = /^(?:GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH|PROPFIND|REPORT|SEARCH|PURGE|)$/i;

/** What an object of the file holds besides them. */
export function unread(object: JsonObject): unknown[] {
  return Object.entries(object).flatMap(([name, value]) => (readParts.has(name) ? [] : [value]));
}
