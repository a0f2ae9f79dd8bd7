import { useLayoutEffect, useRef } from 'preact/hooks';

/** A control that the same view has again when it is drawn anew. */
function nameOf(element: Element | null): string | null {
  if (element?.id) return `#${CSS.escape(element.id)}`;
  return element instanceof HTMLInputElement && element.name !== ''
    ? `input[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`
    : null;
}

/** In another language everything is drawn anew: the keyboard stays on the control that chose it. */
export function useKeptFocus(language: string): void {
  const before = useRef(language);
  // While this is drawn, what was drawn before still stands.
  const focused = before.current === language ? null : nameOf(document.activeElement);
  useLayoutEffect(() => {
    before.current = language;
    if (focused !== null) document.querySelector<HTMLElement>(focused)?.focus();
  }, [language]);
}
