import { guide as say } from '../../lib/words/en/guide.ts';

/** Two pictures, drawn: the symbol's menu, and the switch in the browser's own settings. */
export function HowToAllow({ firefox }: { readonly firefox: boolean }) {
  const words = say();
  const [one, two] = firefox ? words.allowFirefox : words.allowChromium;
  return (
    <div class="how-to-allow">
      <p>{words.notAllowed}</p>
      <ol>
        <li>
          <svg viewBox="0 0 200 96" width="200" height="96" aria-hidden="true" focusable="false">
            <rect class="how-window" x="1" y="1" width="198" height="94" rx="8" />
            <path class="how-line" d="M1 24H199" />
            <rect class="how-field" x="12" y="8" width="120" height="9" rx="4.5" />
            <rect class="how-mark" x="150" y="6" width="13" height="13" rx="3" />
            <rect class="how-menu" x="96" y="27" width="96" height="58" rx="5" />
            <path class="how-line" d="M105 39h48M105 51h62M105 75h40" />
            <rect class="how-chosen" x="100" y="57" width="88" height="12" rx="3" />
            <path class="how-strong" d="M105 63h70" />
          </svg>
          <span>{one}</span>
        </li>
        <li>
          <svg viewBox="0 0 200 96" width="200" height="96" aria-hidden="true" focusable="false">
            <rect class="how-window" x="1" y="1" width="198" height="94" rx="8" />
            <path class="how-line" d="M16 20h70M16 34h110M16 84h90" />
            <rect class="how-chosen" x="10" y="46" width="180" height="24" rx="5" />
            <path class="how-strong" d="M18 58h84" />
            <rect class="how-switch" x="152" y="51" width="28" height="14" rx="7" />
            <circle class="how-knob" cx="173" cy="58" r="5" />
          </svg>
          <span>{two}</span>
        </li>
      </ol>
    </div>
  );
}
