/** Small helpers around Node's own server: what the hand-written parts of the lab need, and no more. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers a request. What it throws becomes a 500. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

export interface CookieOptions {
  readonly path?: string;
  readonly domain?: string;
  readonly secure?: boolean;
  readonly httpOnly?: boolean;
  /** `null` leaves the attribute out. */
  readonly sameSite?: 'Lax' | 'Strict' | 'None' | null;
  /** Seconds. */
  readonly maxAge?: number;
  readonly partitioned?: boolean;
}

/** A Set-Cookie line with the defaults of a careful app: whole site, HttpOnly, Secure, Lax. */
export function cookieLine(name: string, value: string, options: CookieOptions = {}): string {
  const { path = '/', domain, secure = true, httpOnly = true, sameSite = 'Lax', maxAge, partitioned = false } = options;
  return [
    `${name}=${value}`,
    path === '' ? '' : `Path=${path}`,
    domain === undefined ? '' : `Domain=${domain}`,
    maxAge === undefined ? '' : `Max-Age=${maxAge}`,
    secure ? 'Secure' : '',
    httpOnly ? 'HttpOnly' : '',
    sameSite === null ? '' : `SameSite=${sameSite}`,
    partitioned ? 'Partitioned' : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** Adds a Set-Cookie line to those that are there. */
export function addCookie(res: ServerResponse, line: string): void {
  res.appendHeader('Set-Cookie', line);
}

export function readCookie(req: IncomingMessage, name: string): string | null {
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** Path and query of a request. The host is of no account here. */
export function targetOf(req: IncomingMessage): URL {
  return new URL(req.url ?? '/', 'https://lab.invalid');
}

/** Host name of a request, without the port. */
export function hostOf(req: IncomingMessage): string {
  return (req.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
}

export async function readText(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

export async function readForm(req: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams(await readText(req));
}

export function redirect(res: ServerResponse, location: string, status = 302): void {
  res.writeHead(status, { Location: location, 'Cache-Control': 'no-store' });
  res.end();
}

export function send(res: ServerResponse, status: number, type: string, body: string | Buffer): void {
  const fresh = res.hasHeader('Cache-Control') ? {} : { 'Cache-Control': 'no-store' };
  res.writeHead(status, { 'Content-Type': type, ...fresh });
  res.end(body);
}

export const sendHtml = (res: ServerResponse, status: number, html: string): void => send(res, status, 'text/html; charset=utf-8', html);
export const sendJson = (res: ServerResponse, status: number, value: unknown): void =>
  send(res, status, 'application/json', JSON.stringify(value));

/** Runs right before the headers of an answer leave: the place where a proxy in front of a server changes them. A number it gives is the new status. */
export function beforeHeaders(res: ServerResponse, change: () => number | undefined): void {
  const write = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse;
  let done = false;
  const patched = (...args: unknown[]): ServerResponse => {
    let status: number | undefined;
    if (!done) {
      done = true;
      // Headers given to writeHead itself are set first, so that the change sees all of them.
      const given = args.find((arg) => typeof arg === 'object' && arg !== null);
      if (given !== undefined && !Array.isArray(given))
        for (const [name, value] of Object.entries(given)) if (value !== undefined) res.setHeader(name, value as string | string[]);
      status = change();
    }
    return write(status ?? args[0]);
  };
  res.writeHead = patched as typeof res.writeHead;
}
