/** The look of the popup on a page of its own: the values are those of components/style/tokens.css, and a test compares them. */
export const style = `
:root {
  color-scheme: light dark;
  --font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, Cantarell, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  --canvas: #f5f6f8; --surface: #ffffff; --sunken: #eef0f4;
  --ink: #171a21; --ink-2: #474e5d; --ink-3: #626a79;
  --line: #e2e5eb; --line-strong: #c9ceda; --accent: #4540d3;
  --good: #0b7347; --good-soft: #e6f5ec; --good-line: #bfe3ce;
  --bad: #b3261e; --bad-soft: #fdeeec; --bad-line: #f5cdc8;
  --warn: #85570a; --warn-soft: #fdf4e1; --warn-line: #eedcb2;
  --calm: #474e5d; --calm-soft: #eef0f4; --calm-line: #dadee7;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --canvas: #14161b; --surface: #1c1f26; --sunken: #171a20;
    --ink: #eceef3; --ink-2: #b8bfcc; --ink-3: #949cac;
    --line: #2c313b; --line-strong: #434a58; --accent: #a5a1ff;
    --good: #6fd6a3; --good-soft: #15281f; --good-line: #264a39;
    --bad: #ff9d93; --bad-soft: #331a1a; --bad-line: #5c2b29;
    --warn: #ecc06c; --warn-soft: #2c2413; --warn-line: #51421f;
    --calm: #b8bfcc; --calm-soft: #20242c; --calm-line: #343a46;
  }
}
[data-tone="good"] { --tone: var(--good); --tone-soft: var(--good-soft); --tone-line: var(--good-line); }
[data-tone="bad"] { --tone: var(--bad); --tone-soft: var(--bad-soft); --tone-line: var(--bad-line); }
[data-tone="warn"] { --tone: var(--warn); --tone-soft: var(--warn-soft); --tone-line: var(--warn-line); }
[data-tone="calm"] { --tone: var(--calm); --tone-soft: var(--calm-soft); --tone-line: var(--calm-line); }

* { box-sizing: border-box; }
body {
  margin: 0; background: var(--canvas); color: var(--ink);
  font: 14px/1.55 var(--font); overflow-wrap: anywhere; text-rendering: optimizeLegibility;
}
main { max-width: 920px; margin: 0 auto; padding: 40px 24px 64px; }
h1, h2, h3, h4, p, ul, dl, dd { margin: 0; padding: 0; }
h1, h2, h3, h4 { line-height: 1.3; text-wrap: balance; }
h1 { font-size: 22px; letter-spacing: -0.01em; }
h2 { font-size: 18px; letter-spacing: -0.005em; margin: 40px 0 12px; }
h3 { font-size: 15px; margin: 28px 0 10px; }
h4 { font-size: 14px; }
ul { list-style: none; }
code, .mono { font-family: var(--mono); font-size: 0.92em; }
p code, h4 code { background: var(--sunken); border-radius: 4px; padding: 1px 3px; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
a { color: var(--accent); text-underline-offset: 2px; }
.quiet { color: var(--ink-3); font-size: 13px; }
.top { margin-bottom: 20px; }
.top .quiet { margin-top: 4px; }

.card { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 20px 24px; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.card + .card { margin-top: 16px; }
.detail { margin-top: 16px; }
.card > :first-child { margin-top: 0; }
.verdict { display: grid; grid-template-columns: auto 1fr; gap: 2px 14px; border-color: var(--tone-line); background: var(--tone-soft); }
.verdict .says { font-size: 18px; line-height: 1.4; font-weight: 600; letter-spacing: -0.005em; }
.verdict.more .says { font-size: 15px; }
.verdict .about { grid-column: 2; color: var(--ink-2); font-size: 13px; }
.verdict .next { grid-column: 2; margin-top: 10px; }
.mark {
  width: 26px; height: 26px; border-radius: 999px; border: 1.5px solid var(--tone); color: var(--tone);
  display: grid; place-items: center; font-size: 14px; font-weight: 700; line-height: 1;
}

.head { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; }
.head h3 { margin: 0; font-size: 18px; }
.chip {
  color: var(--tone); background: var(--tone-soft); border: 1px solid var(--tone-line);
  border-radius: 999px; padding: 0 9px; font-size: 12px; font-weight: 600; white-space: nowrap;
}
.label { font-size: 13px; font-weight: 600; color: var(--ink-2); margin: 26px 0 8px; }

.finding { border-left: 3px solid var(--tone); padding: 2px 0 2px 16px; }
.finding[data-tone="calm"] { border-left-color: var(--line-strong); }
.finding.follows + .finding.follows { margin-top: 10px; }
.finding + .finding { margin-top: 22px; }
.finding .title { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: baseline; }
.finding p { margin-top: 6px; max-width: 72ch; }
.finding .fix strong { color: var(--ink); }
.finding .small { color: var(--ink-3); font-size: 12px; margin-top: 8px; }
.evidence { margin-top: 8px; font-size: 12px; }
.evidence li { padding: 1px 0; color: var(--ink-2); }

.facts { display: grid; grid-template-columns: minmax(110px, max-content) 1fr; gap: 6px 20px; }
.facts dt { color: var(--ink-3); font-size: 13px; }
.facts dd { min-width: 0; }
.facts li + li { margin-top: 2px; }

table { width: 100%; border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 600; font-size: 12px; color: var(--ink-3); border-bottom: 1px solid var(--line-strong); }
th, td { padding: 5px 12px 5px 0; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; width: 99%; }
td { border-bottom: 1px solid var(--line); }
tr:last-child td { border-bottom: 0; }
.number { text-align: right; white-space: nowrap; }
.role { white-space: nowrap; }
td.number { color: var(--ink-2); }
.url { font-family: var(--mono); font-size: 12px; line-height: 1.5; word-break: break-all; }
.url b { font-weight: 600; }
.compared { table-layout: fixed; margin-top: 14px; overflow-wrap: anywhere; }
.compared th, .compared td, .compared td:last-child { width: 33%; }
.compared td:first-child { color: var(--ink-2); }
.compared strong { color: var(--ink); }
tr[data-tone] .role, tr[data-tone] .status { color: var(--tone); font-weight: 600; }

.told li { padding: 3px 0; max-width: 80ch; }
.told .why { font-weight: 600; }
.words { border-left: 3px solid var(--line-strong); padding-left: 16px; max-width: 72ch; }
.words p { min-height: 1.55em; }
footer { margin-top: 40px; padding-top: 16px; border-top: 1px solid var(--line-strong); color: var(--ink-3); font-size: 12px; }
footer p { max-width: 90ch; }
footer p + p { margin-top: 6px; }

@media (max-width: 600px) {
  main { padding: 20px 12px 40px; }
  .card { padding: 16px; border-radius: 10px; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: 8px; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody { display: block; }
  tr { display: grid; grid-template-columns: 52px 1fr auto auto; gap: 0 10px; padding: 7px 0; border-bottom: 1px solid var(--line); }
  tr:last-child { border-bottom: 0; }
  td, td:last-child { border: 0; padding: 0; width: auto; }
  .compared tr { grid-template-columns: 1fr 1fr; }
  .compared td, .compared td:last-child { width: auto; }
  .compared td:first-child { grid-column: 1 / -1; }
  .url { grid-column: 1 / -1; }
  td.at { text-align: left; }
  td.took::after { content: " ms"; }
}
@media print {
  :root { color-scheme: light; --canvas: #ffffff; }
  @page { margin: 15mm 14mm 16mm; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 17pt; }
  h2, .head h3 { font-size: 14pt; }
  .verdict .says { font-size: 13.5pt; }
  .verdict.more .says { font-size: 11.5pt; }
  .card { padding: 4mm 5mm; }
  .card.flow { border-width: 1px 0 0; border-radius: 0; padding: 5mm 0 0; -webkit-box-decoration-break: slice; box-decoration-break: slice; }
  .verdict, .mark, .chip { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .verdict, .finding, .facts dt, .facts dd, .told li, tr, footer { break-inside: avoid; }
  h1, h2, h3, h4, .label, .head, thead { break-after: avoid; }
  thead { display: table-header-group; }
  table { font-size: 9pt; }
  .url { font-size: 8.5pt; }
  .small a::after { content: " (" attr(href) ")"; }
  p { orphans: 3; widows: 3; }
}
`;
