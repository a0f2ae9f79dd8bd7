// Before the rest of a view is there: what is stored is asked for, and what changes from here on is kept. lib/platform/early.ts takes both over.
{
  const { storage } = globalThis.browser ?? chrome;
  const changes = [];
  const hear = (change, area) => changes.push([change, area]);
  storage.onChanged.addListener(hear);
  globalThis.early = { session: storage.session.get(null), changes, hear };
}
