/** A short word after an action. The region is always there, so that screen readers hear what appears in it. */
export function Notice({ text }: { readonly text: string | null }) {
  return (
    <div class="notice" role="status" data-shown={text !== null}>
      {text !== null && <span>{text}</span>}
    </div>
  );
}
