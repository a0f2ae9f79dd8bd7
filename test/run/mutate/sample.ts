/** The same seed draws the same sample from the same mutants. */
export function draw<T>(all: readonly T[], count: number, seed: number): T[] {
  // A linear congruential generator (Numerical Recipes): it need not be better than that.
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const rest = [...all];
  const drawn: T[] = [];
  while (drawn.length < count && rest.length > 0) drawn.push(...rest.splice(Math.floor(next() * rest.length), 1));
  return drawn;
}
