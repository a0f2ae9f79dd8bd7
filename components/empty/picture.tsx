/** A login as Roundtrip sees it: the app, the provider, and the way there and back. */
export function Picture() {
  return (
    <svg class="picture" viewBox="0 0 220 84" width="220" height="84" aria-hidden="true" focusable="false">
      <path class="picture-way" d="M62 30C88 8 132 8 158 30" />
      <path class="picture-way" d="M158 54c-26 22-70 22-96 0" />
      <path class="picture-tip" d="m151.500 22.500 7.500 7.900-10.600 2.600" />
      <path class="picture-tip" d="m68.500 61.500-7.500-7.900 10.600-2.600" />
      <circle class="picture-dot" r="4.500" />
      <rect class="picture-client" x="26" y="26" width="32" height="32" rx="8" />
      <circle class="picture-provider" cx="178" cy="42" r="17" />
    </svg>
  );
}
