import { useEffect, useState } from 'preact/hooks';

const pauseMs = 350;

/** The value as it was when nobody had changed it for a moment: what is made of it takes longer than a key press. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (settled === value) return;
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, settled]);
  return settled;
}
