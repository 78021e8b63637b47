/** Everything is under `.report`, so that the report can stand in a page of another design. */
export const reportStyle = `
.report {
  --paper: #ffffff; --ink: #1b1b1f; --quiet: #4c4c55; --line: #767680; --head: #eeeef2; --link: #0b4f9e; --warn: #fff3c4; --warn-ink: #3d2f00;
  background: var(--paper); color: var(--ink); max-width: 72rem; margin: 0 auto; padding: 1.5rem;
  font: 1rem/1.5 "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif; overflow-wrap: break-word;
}
@media screen and (prefers-color-scheme: dark) {
  .report { --paper: #16171b; --ink: #ececf1; --quiet: #b9bac4; --line: #85868f; --head: #26272d; --link: #9cc5ff; --warn: #4a3b00; --warn-ink: #fff3c4 }
  html:has(> body > main > .report) { background: #16171b }
}
.report h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem }
.report h2 { font-size: 1.4rem; line-height: 1.3; margin: 2.2rem 0 .6rem }
.report h3 { font-size: 1.15rem; line-height: 1.3; margin: 1.6rem 0 .5rem }
.report :is(h4, h5, h6) { font-size: 1rem; margin: 1.3rem 0 .4rem }
.report a { color: var(--link) }
.report .draft { background: var(--warn); color: var(--warn-ink); border: 2px dashed currentColor; padding: .6rem .9rem; margin: 0 0 1rem }
.report .facts { display: flex; flex-wrap: wrap; gap: .3rem 2rem; margin: 0 0 1rem }
.report .facts div { display: flex; gap: .4em }
.report .facts dt { color: var(--quiet) }
.report .facts dt::after { content: ":" }
.report .facts dd { margin: 0; font-weight: 600 }
.report .sources { color: var(--quiet); margin: 2rem 0 0 }
.report table { border-collapse: collapse; width: 100%; margin: 0 0 1rem }
.report :is(th, td) { border: 1px solid var(--line); padding: .5rem .65rem; text-align: start; vertical-align: top }
.report thead th:not(.status) { background-color: var(--head) }
.report tbody th { font-weight: 400 }
.report caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.report .legend { width: auto }
.report .status { print-color-adjust: exact; -webkit-print-color-adjust: exact; border-color: #1b1b1f }
.report .status.black { color: #000000 }
.report .status.white { color: #ffffff }
.report .word { font-weight: 600 }
.report .change { display: block; font-size: .875em; margin-top: .3em }
.report .aim { display: block; color: var(--quiet); font-size: .9em; margin-top: .35em }
.report .rows { table-layout: fixed }
.report .rows thead th:nth-child(1) { width: 42% }
.report .rows thead th:nth-child(2) { width: 10.5rem }
.report .rows ul { margin: 0; padding-inline-start: 1.15rem }
.report li + li { margin-top: .25rem }
.report .unit { margin: 0 0 .15rem }
.report ul + .unit, .report .note + .unit { margin-top: .7rem }
.report .note { color: var(--quiet); font-style: italic; margin: .3rem 0 0 }
.report .note:first-child { margin-top: 0 }
.report .totals :is(td, thead th + th) { text-align: end }
.report .totals .label { display: none }
.report .totals .depth-1 th { padding-inline-start: 1.6rem }
.report .totals .depth-2 th { padding-inline-start: 2.6rem }
.report .totals .depth-3 th { padding-inline-start: 3.6rem }
.report .totals .all > * { font-weight: 700; border-top-width: 3px }
@media screen and (max-width: 44rem) {
  .report { padding: 1rem .75rem }
  .report h1 { font-size: 1.5rem }
  .report :is(.rows, .totals), .report :is(.rows, .totals) :is(caption, tbody, tr, th, td) { display: block; width: auto }
  .report :is(.rows, .totals) thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .report .rows thead th:nth-child(n) { width: auto }
  .report :is(.rows, .totals) tbody tr { border: 1px solid var(--line); border-radius: .4rem; margin: 0 0 .8rem; overflow: hidden }
  .report :is(.rows, .totals) tbody :is(th, td) { border: 0 }
  .report .rows tbody td.status { border-block: 1px solid #1b1b1f }
  .report .totals tbody tr { display: flex; flex-wrap: wrap; padding: .4rem .65rem; gap: .1rem 1.1rem }
  .report .totals tbody tr :is(th, td) { padding: 0 }
  .report .totals tbody tr th { flex-basis: 100%; font-weight: 600 }
  .report .totals .label { display: inline; color: var(--quiet); font-weight: 400 }
}
@media print {
  @page { size: A4; margin: 14mm 12mm }
  .report { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4 }
  .report :is(h1, h2, h3, h4, h5, h6, caption) { break-after: avoid }
  .report h1 { font-size: 18pt }
  .report h2 { font-size: 14pt }
  .report h3 { font-size: 11.5pt }
  .report thead { display: table-header-group }
  .report tr { break-inside: avoid }
  .report thead, .report thead tr { break-after: avoid }
  .report tbody tr:first-child { break-before: avoid }
  .report :is(th, td) { padding: .3rem .45rem }
  .report .totals { font-size: 8.5pt }
  .report thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  .report .rows thead th:nth-child(2) { width: 31mm }
}
`;
