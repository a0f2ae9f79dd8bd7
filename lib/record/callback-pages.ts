/** Pages whose address holds an answer, and what other hosts bring into them. */
import type { BeginEvent } from '../model/event.ts';

/** Other hosts noted per page, each by its first requests. */
const mostHosts = 24;

interface CallbackPage {
  readonly host: string;
  readonly noted: Set<string>;
}

const hostOf = (url: string) => url.split('/', 3)[2] ?? '';

export class CallbackPages {
  readonly #byTab = new Map<number, CallbackPage>();

  open({ tab, url }: BeginEvent): void {
    this.#byTab.set(tab, { host: hostOf(url), noted: new Set() });
  }

  close(tab: number): void {
    this.#byTab.delete(tab);
  }

  clear(): void {
    this.#byTab.clear();
  }

  /** True for the first script of another host in the tab's page, and for the first of anything else of that host. */
  isNews({ tab, url, type }: BeginEvent): boolean {
    const page = this.#byTab.get(tab);
    const host = hostOf(url);
    if (!page || host === page.host || type === 'xmlhttprequest' || page.noted.size >= mostHosts) return false;
    const key = `${type === 'script'} ${host}`;
    if (page.noted.has(key)) return false;
    page.noted.add(key);
    return true;
  }
}
