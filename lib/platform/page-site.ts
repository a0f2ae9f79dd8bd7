import { sameSite } from '../read/site.ts';
import { addressOfTab } from './tabs.ts';

/** True when the address belongs to the site of the page that the tab shows. */
export async function isOfPage(tab: number, url: string): Promise<boolean> {
  return sameSite(await addressOfTab(tab), url);
}
