const encoder = new TextEncoder();

/** Bytes of a text in UTF-8. Header and URL text is nearly always ASCII, so the short way comes first. */
export function bytesOf(text: string): number {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return encoder.encode(text).length;
  return text.length;
}
