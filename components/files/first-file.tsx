import type { ExampleName } from '../../lib/examples/examples.ts';
import { welcome } from '../../lib/words/en/welcome.ts';
import { Examples } from '../welcome/examples.tsx';

/** While no file is open: how to make one that tells everything, and some to look at. */
export function FirstFile({ onExample }: { readonly onExample: (name: ExampleName) => void }) {
  const say = welcome();
  return (
    <div class="first-file">
      <section aria-labelledby="first-har">
        <h2 id="first-har">{say.harTitle}</h2>
        <dl class="har-ways">
          {say.harWays.map(({ browser, way }) => (
            <div key={browser}>
              <dt>{browser}</dt>
              <dd>{way}</dd>
            </div>
          ))}
        </dl>
        <p class="welcome-fine">{say.harFine}</p>
      </section>
      <section aria-labelledby="first-examples">
        <h2 id="first-examples">{say.examplesTitle}</h2>
        <p class="welcome-fine">{say.examplesText}</p>
        <Examples onOpen={onExample} />
      </section>
    </div>
  );
}
