import { html } from 'colophon'

/** Ink, paper and a rubric, as on the pages themselves. What is outdated is hatched, what is missing empty: no state by its colour alone. */
export const statusStyle = html`<style>
:root {
  color-scheme: light dark;
  --ink: #1d1b18; --quiet: #5d574e; --paper: #fffdf9; --wash: #f6f1e7; --line: #ddd5c5; --edge: #8a8172;
  --rubric: #a3270f; --good: #1f6b45; --late: #b25e00; --late-wash: #ffe9a8; --late-ink: #5f3700;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #ebe6dc; --quiet: #aea699; --paper: #161513; --wash: #211f1c; --line: #3b3731; --edge: #8f8677;
    --rubric: #ff987a; --good: #6cc596; --late: #e5a545; --late-wash: #4a3a10; --late-ink: #ffdf9e;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-block: 1rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0 auto; max-inline-size: 64rem; padding: clamp(1rem, 4vw, 3rem); background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
}
h1, h2, h3, h4, p, ul, dl, dd { margin: 0; padding: 0; }
h1, h2 { font-family: "Iowan Old Style", "Palatino Linotype", "URW Palladio L", P052, Charter, "Noto Serif", Georgia, serif; font-weight: 650; line-height: 1.15; text-wrap: balance; }
h1 { font-size: clamp(2rem, 6vw, 3.25rem); }
h2 { font-size: 1.75rem; padding-block-start: 1.25rem; border-block-start: 3px solid var(--ink); }
h2 bdi { font-size: 1.125rem; font-weight: 400; margin-inline-start: 0.5rem; }
h3 { font-size: 1.0625rem; margin-block: 1.5rem 0.5rem; }
h4 { font-size: 1rem; line-height: 1.35; overflow-wrap: anywhere; }
ul { list-style: none; }
a { color: inherit; text-decoration-color: var(--rubric); text-underline-offset: 0.2em; }
a:hover { color: var(--rubric); }
:focus-visible { outline: 3px solid var(--rubric); outline-offset: 2px; border-radius: 2px; }
section { margin-block-start: 3rem; }
.kicker { color: var(--rubric); font-weight: 600; margin-block-end: 0.25rem; }
.quiet, .path, footer { color: var(--quiet); }
.path { font: 0.8125rem/1.5 ui-monospace, "Cascadia Code", Menlo, Consolas, "Noto Sans Mono", monospace; overflow-wrap: anywhere; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.25rem, 1fr)); gap: 1rem; margin-block-start: 1.75rem; }
.figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; border-block-start: 1px solid var(--line); padding-block-start: 0.5rem; }
.figures dt { color: var(--quiet); font-size: 0.9375rem; line-height: 1.3; }
.figures dd { font-size: 1.875rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.key { margin-block: 0.75rem 1rem; color: var(--quiet); font-size: 0.9375rem; }
.swatch { display: inline-block; inline-size: 1.5rem; block-size: 0.75rem; border: 1px solid var(--edge); border-radius: 2px; margin-inline: 0.75rem 0.25rem; }
.swatch:first-child { margin-inline-start: 0; }
.languages { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); gap: 1rem; }
.languages li { background: var(--wash); border-radius: 8px; padding: 1rem 1.125rem; }
.languages h3 { margin: 0 0 0.5rem; font-size: 1.125rem; }
.languages h3 a { display: inline-block; min-block-size: 24px; }
.languages h3 bdi { font-weight: 400; font-size: 1rem; }
.languages .quiet, .held .quiet { font-size: 0.9375rem; }
.bar { display: flex; block-size: 0.75rem; border: 1px solid var(--edge); border-radius: 3px; overflow: hidden; background: var(--paper); }
.bar span { min-inline-size: 2px; flex-basis: 0; }
.bar .translated, .swatch.translated { background: var(--good); }
.bar .outdated, .swatch.outdated { background: repeating-linear-gradient(135deg, var(--late) 0 3px, var(--late-wash) 3px 6px); }
.bar .missing, .swatch.missing { background: var(--paper); }
.progress { margin-block: 0.375rem; font-variant-numeric: tabular-nums; }
.progress p { margin-block-start: 0.375rem; }
.articles > li { border-block-start: 1px solid var(--line); padding-block: 0.875rem; }
@media (min-width: 48rem) {
  .articles > li { display: grid; grid-template-columns: minmax(0, 1fr) 21rem; column-gap: 2rem; align-items: start; }
  .articles .progress { grid-area: 1 / 2 / span 3; margin: 0.25rem 0 0; }
}
.articles li > p { font-size: 0.9375rem; }
.articles li > .path { font-size: 0.8125rem; margin-block: 0.125rem 0.375rem; }
.tag { display: inline-block; border: 1px solid var(--edge); border-radius: 3px; padding-inline: 0.375rem; font-size: 0.875rem; line-height: 1.45; font-weight: 400; }
.tag + .tag { margin-inline-start: 0.25rem; }
.tag.outdated { background: var(--late-wash); color: var(--late-ink); border-color: var(--late); }
.tag.missing { border-style: dashed; }
.tag.held { border-style: dashed; }
.tag.complete { border-color: var(--good); color: var(--good); }
.tag.correction { background: var(--rubric); border-color: var(--rubric); color: var(--paper); font-weight: 600; }
details { margin-block-start: 1rem; }
summary { cursor: pointer; padding-block: 0.25rem; font-weight: 600; }
.held h3 { margin-block: 0 0.125rem; }
.held li { border-block-start: 1px solid var(--line); padding-block: 0.625rem; overflow-wrap: anywhere; }
ul.held { margin-block-start: 1rem; }
.table { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; font-variant-numeric: tabular-nums; font-size: 0.9375rem; }
th, td { padding: 0.375rem 0.75rem; text-align: end; border-block-end: 1px solid var(--line); }
th:first-child { text-align: start; padding-inline-start: 0; min-inline-size: 8rem; }
@media (max-width: 30rem) {
  th, td { padding-inline: 0.375rem; font-size: 0.875rem; }
  th:first-child { min-inline-size: 6rem; }
}
thead th { color: var(--quiet); font-weight: 400; vertical-align: bottom; }
tbody th { font-weight: 600; }
footer { margin-block-start: 3rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line); font-size: 0.9375rem; max-inline-size: 44rem; }
@media print { details:not([open])::details-content { content-visibility: visible; block-size: auto; } }
</style>`
