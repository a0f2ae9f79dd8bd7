/** Things a faulty hop does to an address. */

/** Changes the parsed address of the answer. */
export const inAnswer =
  (change: (url: URL) => void) =>
  (location: string): string => {
    const url = new URL(location);
    change(url);
    return url.href;
  };

/** Changes one value in the text of an address, encoding and all. */
export const rawValue =
  (name: string, change: (raw: string) => string) =>
  (location: string): string =>
    location.replace(new RegExp(`([?&#]${name}=)([^&#]*)`), (_, before: string, raw: string) => before + change(raw));

/** Moves the parameters from one side of the address to the other. */
export const queryToFragment = (location: string): string => location.replace('?', '#');
export const fragmentToQuery = (location: string): string => location.replace('#', '?');
