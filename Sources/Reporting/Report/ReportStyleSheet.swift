/// The look of the report: one column of text, tables and figures that scroll in their own regions, light and dark,
/// and a form for paper.
enum ReportStyleSheet {
    static let text: StaticString = """
        :root {
          --ground: #fff; --text: #1a1a1a; --soft: #4d4d4d; --line: #bfbfbf; --shade: #f2f2f2;
          --link: #005b8f; --mark: #0072b2; --target: #d55e00;
          color-scheme: light dark;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --ground: #16191d; --text: #e8e8e8; --soft: #b8bec4; --line: #4a5158; --shade: #22272c;
            --link: #7cc4f0; --mark: #56b4e9; --target: #f0913d;
          }
        }
        * { box-sizing: border-box; }
        html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
        body {
          margin: 0 auto; padding: 0 1rem 4rem; max-width: 84rem;
          background: var(--ground); color: var(--text);
          font: 1rem/1.5 system-ui, "Helvetica Neue", Helvetica, Arial, sans-serif;
          overflow-wrap: anywhere;
        }
        p, dd, li, blockquote, figcaption { max-width: 46rem; }
        h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 1rem; }
        h2 { font-size: 1.35rem; margin: 3rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--text); }
        h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
        h4 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
        a { color: var(--link); }
        a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, summary:focus-visible,
        [tabindex]:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
        .skip { position: absolute; left: -100rem; padding: .5rem 1rem; background: var(--ground); }
        .skip:focus { left: 0; top: 0; z-index: 1; }
        .kind { margin: 1.5rem 0 .25rem; color: var(--soft); font-size: .9rem; }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
        nav a { display: inline-block; padding: .25rem 0; }
        .claim { margin: 1rem 0; padding: .25rem 0 .25rem 1rem; border-left: 4px solid var(--line); }
        .claim figcaption, .claim .source, .note, .files, .choice + .print-only { color: var(--soft); }
        .claim figcaption, .claim .source, .note, .files { font-size: .9rem; }
        .claim p { margin: .25rem 0; }
        .claim blockquote { margin: 0; font-size: 1.1rem; }
        .verdict {
          font-size: 1.15rem; padding: .75rem 1rem; border: 2px solid var(--mark); background: var(--shade);
        }
        dl { margin: .5rem 0 1rem; }
        dt { font-weight: 600; margin-top: .6rem; }
        dd { margin: 0; }
        .facts { display: grid; grid-template-columns: minmax(5rem, max-content) 1fr; gap: .2rem 1rem; font-size: .95rem; }
        .facts dt { margin: 0; max-width: 9rem; }
        #ranking-table tbody th { min-width: 9rem; }
        .hash { font-size: .8rem; }
        pre { margin: .5rem 0; padding: .5rem .75rem; background: var(--shade); white-space: pre-wrap; }
        code { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .9em; }
        .hashes { padding-left: 1.2rem; font-size: .85rem; }
        .references { padding: 0; list-style: none; }
        .references li { margin: .5rem 0; padding-left: 1.5rem; text-indent: -1.5rem; }
        .scroll { overflow-x: auto; max-width: 100%; margin: .75rem 0; }
        .wide { box-shadow: inset -.6rem 0 .5rem -.5rem var(--soft); }
        table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
        th, td { padding: .2rem .6rem; text-align: left; vertical-align: top; font-weight: 400; max-width: 20rem; }
        thead th { font-weight: 600; vertical-align: bottom; border-bottom: 1px solid var(--text); }
        thead { border-top: 2px solid var(--text); }
        table { border-bottom: 2px solid var(--text); }
        tfoot { border-top: 1px solid var(--text); }
        th[scope=rowgroup] { font-weight: 600; padding-top: .6rem; max-width: none; }
        td { text-align: right; white-space: nowrap; }
        td.words { text-align: left; white-space: normal; min-width: 6rem; }
        thead .number { text-align: right; }
        .target th, .target td { font-weight: 700; background: var(--shade); }
        tbody tr:target th, tbody tr:target td { outline: 2px solid var(--mark); outline-offset: -2px; }
        .sortable button {
          all: unset; box-sizing: border-box; cursor: pointer; font-weight: 600; text-decoration: underline dotted;
        }
        .sortable button::after { content: "\\2195"; padding-left: .3em; color: var(--soft); }
        .sortable [aria-sort=ascending] button::after { content: "\\25B2"; color: inherit; }
        .sortable [aria-sort=descending] button::after { content: "\\25BC"; color: inherit; }
        .sortable button:focus-visible { outline: 3px solid var(--mark); }
        figure { margin: 1.5rem 0 2.5rem; }
        .drawing svg { display: block; height: auto; background: #fff; }
        figure > .drawing svg { min-width: 42rem; max-width: none; }
        .distribution .drawing svg { min-width: 35rem; }
        @media (min-width: 60rem) { figure > .drawing svg { width: 56rem; } .distribution .drawing svg { width: 35rem; } }
        .controls { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; }
        .controls[hidden] { display: none; }
        .controls label { display: block; font-size: .9rem; }
        .controls input, .controls select {
          font: inherit; width: 14rem; max-width: 100%; padding: .25rem .4rem;
          color: var(--text); background: var(--ground); border: 1px solid var(--soft); border-radius: 2px;
        }
        .controls p { margin: 0; padding: .3rem 0; }
        .pair { border-top: 1px solid var(--line); }
        .page-links { padding-left: 1.2rem; }
        .print-only { display: none; }
        .js .pair { display: none; }
        .js .pair.open { display: block; border: 0; }
        .js.page main > section:not(.pages), .js.page .choice, .js.page main h2 { display: none; }
        @media print {
          @page { margin: 16mm; }
          body { max-width: none; padding: 0; font-size: 9pt; }
          .skip, nav, .controls, .page-links { display: none !important; }
          .print-only { display: block; }
          .page .print-only { display: none; }
          .js:not(.page) .pair.printed { display: block; }
          h1 { font-size: 16pt; } h2 { font-size: 13pt; margin-top: 8mm; } h3 { font-size: 11pt; } h4 { font-size: 10pt; }
          h2, h3, h4, dt { break-after: avoid; }
          .scroll { overflow: visible; box-shadow: none; }
          table { font-size: 7.5pt; }
          th, td { padding: .6mm 1.5mm; }
          thead { display: table-header-group; }
          tr, figure, .package, dd { break-inside: avoid; }
          figure > .drawing svg, .distribution .drawing svg { min-width: 0; width: 100%; max-width: 178mm; }
          .distribution .drawing svg { max-width: 110mm; }
          .sortable button, details { display: none; }
          .sortable th::before { content: attr(data-label); }
          #ranking-table tbody th { min-width: 42mm; }
          .references { font-size: 8pt; }
          a { color: inherit; text-decoration: none; }
          .pair { break-before: page; }
          .verdict { background: none; }
        }
        """
}
