/** One calm sheet: readable at 400 px, in the dark and on paper. Letters are at least 4.5:1 on what lies behind them. */
export const style = `
:root { color-scheme: light dark; --ground: #f5f6f4; --paper: #ffffff; --ink: #1c2430; --quiet: #4d5866; --line: #c9cfd6; --edge: #7b8694; --link: #114b93; --button: #114b93; --on-button: #ffffff; --mine: #e3edf9; --good: #e4f3ea; --good-edge: #2b7a53; --look: #fff6dc; --look-edge: #a86a00; --bad: #fdecea; --bad-edge: #b3261e; --bad-ink: #8c1d18; --focus: #b05a00 }
@media (prefers-color-scheme: dark) {
  :root { --ground: #12161b; --paper: #1b2129; --ink: #e8ebef; --quiet: #aeb7c2; --line: #38424e; --edge: #7f8b99; --link: #9cc5ff; --button: #9cc5ff; --on-button: #0d1b2e; --mine: #1f3148; --good: #173226; --good-edge: #5fbf90; --look: #35290f; --look-edge: #e0aa4a; --bad: #3a1b1a; --bad-edge: #f2867d; --bad-ink: #ffb4ab; --focus: #ffc46b }
}
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif; overflow-wrap: break-word }
.inner { max-width: 60rem; margin: 0 auto; padding: 0 1rem }
header { background: var(--paper); border-bottom: 1px solid var(--line) }
header .inner { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .2rem 1.5rem; padding-block: .6rem }
.brand { margin: 0 }
.brand span { color: var(--quiet) }
nav ul { display: flex; flex-wrap: wrap; gap: .1rem .3rem; list-style: none; margin: 0; padding: 0 }
nav a { display: block; padding: .35rem .6rem; border-radius: .4rem; text-decoration: none }
nav a:hover { text-decoration: underline }
nav a[aria-current] { background: var(--ground); color: var(--ink); font-weight: 600 }
main { padding-block: 1.2rem 2.5rem }
main:focus { outline: none }
footer { border-top: 1px solid var(--line); color: var(--quiet); font-size: .9rem; padding-block: .6rem 1.5rem }
h1 { font-size: 1.7rem; line-height: 1.25; margin: .2rem 0 .8rem }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2rem 0 .5rem }
h3 { font-size: 1.1rem; line-height: 1.35; margin: 1.4rem 0 .5rem }
h4 { font-size: 1.05rem; line-height: 1.35; margin: 0 0 .3rem }
p { margin: .4rem 0 }
a { color: var(--link) }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: .2rem }
.skip { position: absolute; inset-inline-start: -100rem; background: var(--paper); padding: .5rem 1rem }
.skip:focus { inset-inline-start: .5rem; top: .5rem; z-index: 1 }
.hidden { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.quiet, .hint, .meaning { color: var(--quiet) }
.hint { display: block; font-weight: 400; font-size: .92rem; margin: .1rem 0 .3rem }
.number { font-weight: 700; white-space: nowrap }
.lead { font-weight: 600 }
.count { font-size: 1.15rem }
.about { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; color: var(--quiet); font-size: .92rem }
.whole { color: var(--quiet) }
.cards, .items, .counts, .names { list-style: none; margin: 0; padding: 0 }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: .9rem 1rem; margin: 0 0 .8rem }
.card > h2:first-child, .card > h3:first-child { margin-top: 0 }
.previous, .current { border-inline-start: 3px solid var(--line); padding-inline-start: .8rem; margin: .6rem 0 }
.current { border-color: var(--good-edge) }
main .comment { list-style: disc; margin: .2rem 0; padding-inline-start: 1.3rem }
.chip { display: inline-flex; align-items: center; gap: .4rem; font-weight: 600; vertical-align: middle }
.swatch { flex: none; width: 1.35em; height: 1.35em }
.key { margin: .3rem 0 .8rem }
.key dl { display: grid; gap: .3rem; margin: .5rem 0 }
.key dl div { display: flex; flex-wrap: wrap; gap: 0 .8rem }
.key dd { margin: 0; color: var(--quiet) }
summary { cursor: pointer; color: var(--link); width: fit-content; padding-block: .15rem }
.counts { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; margin: .6rem 0 }
.bar { display: block; width: 100%; height: .5rem; border-radius: .25rem; margin: .3rem 0 .8rem }
.bar .rest { fill: var(--line) }
.bar .done { fill: var(--good-edge) }
button, .button { display: inline-flex; align-items: center; justify-content: center; font: inherit; font-weight: 600; line-height: 1.3; padding: .55rem 1rem; min-height: 2.75rem; border: 1px solid var(--button); border-radius: .45rem; background: var(--button); color: var(--on-button); text-decoration: none; cursor: pointer }
button:hover, .button:hover { filter: brightness(1.12) }
.second, .choice { background: var(--paper); color: var(--link); border-color: var(--edge) }
.choice { color: var(--ink) }
a.choice { display: inline-flex; align-items: center; font-weight: 600; padding: .4rem .8rem; min-height: 2.75rem; border: 1px solid var(--edge); border-radius: .45rem; text-decoration: none }
a.choice:hover { border-color: var(--link); text-decoration: underline }
.actions, .choices { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .8rem; margin: .7rem 0 0 }
.inline { display: inline-block; margin: 0 }
.field { margin: .9rem 0 }
.field > label > :is(textarea, select, input) { font-weight: 400; margin-top: .2rem }
main :is(ul, ol) { margin-block: .3rem }
.field > label, fieldset > legend { font-weight: 600; padding: 0 }
fieldset { border: 0; margin: .8rem 0; padding: 0; min-width: 0 }
.radio { display: flex; flex-wrap: wrap; align-items: center; gap: .1rem .6rem; padding: .5rem .7rem; margin: .35rem 0 0; border: 1px solid var(--edge); border-radius: .45rem; background: var(--paper); cursor: pointer }
.radio:hover { border-color: var(--link) }
.radio:has(:checked) { border-color: var(--button); box-shadow: inset 0 0 0 1px var(--button) }
.radio:has(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 2px }
input:is([type="radio"], [type="checkbox"]) { width: 1.2rem; height: 1.2rem; margin: 0; accent-color: var(--button) }
textarea, select, input:not([type="radio"], [type="checkbox"], [type="hidden"]) { display: block; width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: .4rem; padding: .5rem .7rem }
textarea { resize: vertical; min-height: 5.5rem }
input[type="date"], .line input, .find input { max-width: 16rem }
select { max-width: 34rem; min-height: 2.75rem }
.short input { max-width: 12rem }
[aria-invalid] { border: 2px solid var(--bad-edge) !important }
.notice, .look, .faults { border: 1px solid var(--good-edge); border-inline-start-width: .4rem; background: var(--good); border-radius: .4rem; padding: .6rem 1rem; margin: 0 0 1rem }
.look { border-color: var(--look-edge); background: var(--look) }
.faults { border-color: var(--bad-edge); background: var(--bad) }
.faults h2 { margin: 0 0 .3rem; font-size: 1.1rem }
.faults ul, .look ul, .notice ul { margin: .2rem 0; padding-inline-start: 1.3rem }
.faults a { color: var(--bad-ink) }
.fault { color: var(--bad-ink); font-weight: 600 }
.list { border-collapse: collapse; width: 100%; background: var(--paper) }
.list :is(th, td) { text-align: start; vertical-align: top; padding: .55rem .7rem; border: 1px solid var(--line) }
.list thead th { background: var(--ground) }
.list tbody th { font-weight: 600 }
.list ul { margin: 0; padding-inline-start: 1.1rem }
.list p { margin: 0 0 .2rem }
.names { columns: 16rem; margin: .4rem 0 }
.talk { list-style: none; margin: 0; padding: 0; display: grid; gap: .8rem }
.talk > li { background: var(--paper); border: 1px solid var(--line); border-radius: .2rem .9rem .9rem .9rem; padding: .6rem 1rem; max-width: 46rem; justify-self: start; width: fit-content }
.talk > li.mine { background: var(--mine); border-radius: .9rem .2rem .9rem .9rem; justify-self: end }
.talk .mine p { white-space: pre-wrap }
.talk .when { color: var(--quiet); font-size: .85rem; margin: 0 0 .2rem }
.talk h1, .talk h2 { font-size: 1.05rem; margin: .3rem 0 }
.message ul:not([class]) { list-style: disc; margin: .3rem 0; padding-inline-start: 1.3rem }
.message blockquote { margin: .5rem 0 0; padding-inline-start: .9rem; border-inline-start: 3px solid var(--line) }
.roundname { font-weight: 600; margin-top: .8rem }
.row { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .1rem 1rem; padding: .35rem 0; border-top: 1px solid var(--line) }
.block { padding: .5rem 0; border-top: 1px solid var(--line) }
.proof { font-size: .85rem; overflow-wrap: anywhere }
.say { padding-block: 1rem 0; display: grid; gap: .4rem }
.say textarea { min-height: 3.2rem }
.say p { margin: 0 }
.people { list-style: none; padding: 0; display: grid; gap: .6rem; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)) }
.people button { width: 100%; height: 100%; flex-direction: column; align-items: start; justify-content: start; text-align: start }
.people small { display: block; font-weight: 400; color: var(--quiet) }
.small { padding: .3rem .75rem; min-height: 2.1rem; font-size: .95rem }
.more > ul { list-style: none; margin: .4rem 0; padding: 0; display: grid; gap: .45rem; justify-items: start }
.more[open] { border-inline-start: 3px solid var(--line); padding-inline-start: .9rem; margin-block: .5rem }
.list .more > ul { padding: 0 }
.line, .find { display: flex; flex-wrap: wrap; align-items: end; gap: .5rem .8rem; margin: .6rem 0 }
.find { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: .6rem 1rem .8rem }
.away { margin-top: 2.2rem; border-top: 1px solid var(--line); padding-top: .8rem }
.offer { background: var(--mine); border: 1px solid var(--line); border-radius: .6rem; padding: .9rem 1rem; margin: 0 0 .8rem }
.offer > h3 { margin-top: 0 }
.choosing { display: grid; gap: 0 .6rem; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)) }
.pager :is(ul, ol) { display: flex; flex-wrap: wrap; gap: .3rem; list-style: none; margin: .6rem 0; padding: 0 }
.pager a { display: block; padding: .35rem .7rem; border: 1px solid var(--edge); border-radius: .4rem; background: var(--paper); text-decoration: none }
.pager a:hover { text-decoration: underline }
.pager a[aria-current] { border-color: var(--button); box-shadow: inset 0 0 0 1px var(--button); color: var(--ink); font-weight: 600 }
.flags { border-inline-start-width: .4rem }
.flags h2 { margin: 0 0 .4rem; font-size: 1.15rem }
.flags summary { font-weight: 600 }
.flagged { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem .6rem; margin: .3rem 0; padding: 0 }
.flagged li { background: var(--look); border: 1px solid var(--look-edge); border-radius: .3rem; padding: .05rem .55rem; font-size: .92rem }
.approval { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem 1rem; margin: 0 0 .7rem }
.readers { list-style: none; display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; margin: 0; padding: 0; width: 100% }
.units { list-style: none; margin: .6rem 0 0; padding: 0 }
.units > li { border-top: 1px solid var(--line); padding: .6rem 0 }
.unit { display: flex; flex-wrap: wrap; gap: 0 1rem }
.row-of > :is(h4, h5, h6) { font-size: 1.05rem; line-height: 1.35; margin: 0 0 .3rem }
.row-of:target { border-color: var(--button); box-shadow: 0 0 0 2px var(--button) }
.write { border-top: 1px dashed var(--line); padding: .3rem 0 .8rem; max-width: 40rem }
.message form > label, .talk form > label { display: block; font-weight: 600; margin: .4rem 0 }
.message form > button { margin-top: .3rem }
.finished { margin: .8rem 0 }
.downloads { display: flex; flex-wrap: wrap; gap: .3rem 1rem }
@media (max-width: 40rem) {
  h1 { font-size: 1.4rem }
  nav { margin-inline-start: -.6rem }
  .list thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .list, .list tbody, .list tr, .list th, .list td { display: block; width: auto }
  .list tr { border: 1px solid var(--line); border-radius: .5rem; margin: 0 0 .7rem; padding: .5rem .8rem }
  .list tbody :is(th, td) { border: 0; padding: .15rem 0 }
  .list td[data-label]::before { content: attr(data-label) ": "; color: var(--quiet) }
  .actions .button, .actions > button, .actions form, .actions form button { width: 100%; text-align: center }
}
@media print {
  header, footer, .skip, .downloads, .draftnote, .stale, .say, .proof { display: none }
  body { background: #ffffff; color: #000000 }
  .inner { max-width: none; padding: 0 }
}
`;

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5" fill="#114b93"/><path d="M6 12.5l4 4 8-9" fill="none" stroke="#fff" stroke-width="3"/></svg>`;
