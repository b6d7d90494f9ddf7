"""How the handout looks: on a phone, on a large screen, in the dark, and on paper."""

STYLE = """
:root { color-scheme: light dark; --ink: #1c1c1a; --soft: #5d5d58; --rule: #c9c8c1;
  --paper: #fffefa; --mark: #fbe9a4; --accent: #0b5c55; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #ecebe4; --soft: #a9a8a0;
  --rule: #4a4a45; --paper: #1b1b19; --mark: #5b4a0c; --accent: #7fd1c7; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word;
  font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 1.25rem 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; color: var(--accent); }
p { margin: .4rem 0; }
.meta, .note, .source, footer { color: var(--soft); font-size: .9em; }
.source { font-size: .8em; }
.question { display: grid; grid-template-columns: 2.4rem minmax(0, 1fr);
  border-top: 1px solid var(--rule); padding: .8rem 0; }
.number { color: var(--soft); font-variant-numeric: tabular-nums; }
.ask { font-weight: 600; }
.case { border-inline-start: 3px solid var(--rule); padding-inline-start: .8rem; }
.answer { font-weight: 600; }
ul.plain { list-style: none; padding: 0; margin: .4rem 0; }
ul.plain li { padding: .15rem 0; }
.box { display: inline-block; width: .95em; height: .95em; border: 1px solid currentColor;
  border-radius: 2px; vertical-align: -.1em; margin-inline-end: .3em; }
.gap { letter-spacing: -.05em; color: var(--soft); }
mark { background: var(--mark); color: inherit; padding: 0 .15em; }
table { border-collapse: collapse; width: 100%; margin: .4rem 0; font-size: .95em; }
th, td { border: 1px solid var(--rule); padding: .35rem .5rem; text-align: start;
  vertical-align: top; font-weight: 400; }
thead th { font-weight: 600; }
details { margin: .4rem 0; }
summary { cursor: pointer; color: var(--accent); padding: .45rem 0; width: fit-content; }
details[open] > summary { margin-bottom: .2rem; }
.line, .paper { display: none; }
@media print {
  @page { margin: 14mm 15mm 16mm; @bottom-right { content: counter(page); font-size: 9pt; } }
  body { font-size: 10.5pt; line-height: 1.35; background: none; color: #000; }
  main { max-width: none; padding: 0; }
  .paper { display: block; }
  .screen, .question details { display: none; }
  section.paper { break-before: page; }
  h2, h3 { break-after: avoid; margin-top: 5mm; }
  h2 { margin-top: 0; }
  h3 { color: #000; }
  .question { break-inside: avoid; padding: 2.5mm 0; grid-template-columns: 9mm minmax(0, 1fr); }
  .line { display: block; border-bottom: .3mm solid #999; height: 8mm; }
  .gap { display: inline-block; min-width: 28mm; border-bottom: .3mm solid #000;
    color: transparent; overflow: hidden; height: 1.1em; vertical-align: -.15em; }
  .sheet td:empty { height: 10mm; min-width: 35mm; }
  .name { margin: 4mm 0 2mm; }
  .key .question { padding: 1.6mm 0; }
  .wrong, .why { font-size: .92em; }
  mark { background: none; text-decoration: underline; font-weight: 600; }
  .slip { display: grid; grid-template-columns: 1fr 1fr; min-height: 47mm; margin-top: -.3mm;
    border: .3mm dashed #777; break-inside: avoid; }
  .half { position: relative; padding: 8mm 7mm 6mm; display: flex; flex-direction: column;
    justify-content: center; min-width: 0; }
  .half + .half { border-inline-start: .3mm dotted #777; }
  .half .number { position: absolute; top: 2mm; inset-inline-end: 3mm; font-size: 8pt; }
  .half.long { font-size: 9pt; padding-inline: 5mm; }
  .half .case { border: 0; padding: 0; }
  .half .why { font-size: 8.5pt; color: #333; }
}
"""
