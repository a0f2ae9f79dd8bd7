/** Colors are those of components/style/tokens.css, and a test compares them. */
export const style = `
svg {
  color-scheme: light dark;
  --surface: #ffffff; --ink: #171a21; --ink-2: #474e5d; --ink-3: #626a79; --line-strong: #c9ceda;
  --bad: #b3261e; --bad-fill: #cf352b; --warn: #85570a; --client: #1e5bd0; --provider: #8236c9; --other: #5d6575;
  font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  svg {
    --surface: #1c1f26; --ink: #eceef3; --ink-2: #b8bfcc; --ink-3: #949cac; --line-strong: #434a58;
    --bad: #ff9d93; --bad-fill: #d9463b; --warn: #ecc06c; --client: #84b0ff; --provider: #cd9bff; --other: #a3abba;
  }
}
[data-party="browser"] { --party: var(--ink-2); }
[data-party="client"] { --party: var(--client); }
[data-party="provider"] { --party: var(--provider); }
[data-party="other"] { --party: var(--other); }
.ground { fill: var(--surface); }
text { fill: var(--ink); stroke: var(--surface); stroke-width: 4; stroke-linejoin: round; paint-order: stroke; }
.title { font-size: 16px; font-weight: 650; }
.verdict, .said { fill: var(--ink-2); }
.time, .foot, .place, .lane-host { fill: var(--ink-3); font-size: 11px; }
.time { text-anchor: end; }
.role { font-weight: 600; }
.lane { stroke: var(--line-strong); stroke-width: 1.5; }
.lane-name { fill: var(--party); font-weight: 650; text-anchor: middle; }
.lane-host { text-anchor: middle; }
.ask, .answer { fill: none; stroke: var(--party); stroke-width: 1.5; }
.answer, .open { stroke-dasharray: 4 4; }
.head { fill: var(--party); }
.broken { fill: var(--bad-fill); }
.cross { stroke: #ffffff; stroke-width: 2; stroke-linecap: round; }
.finding { fill: var(--ink-2); }
.finding[data-severity="error"] { fill: var(--bad); font-weight: 600; }
.finding[data-severity="warning"] { fill: var(--warn); font-weight: 600; }
`;
