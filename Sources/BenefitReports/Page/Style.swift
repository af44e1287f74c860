/// The style of the page.
enum Style {
  /// Colours are those of Okabe and Ito, which people who are blind to some colours tell apart.
  static let page: StaticString = """
    :root { --paper: #fff; --ink: #1c2024; --soft: #5b6570; --edge: #d5dbe1; --wash: #f4f6f8; --blue: #0072b2;
      --orange: #e69f00; --green: #009e73; --red: #d55e00; --purple: #cc79a7; --grey: #8a949e; }
    @media (prefers-color-scheme: dark) { :root { --paper: #15181c; --ink: #e6e9ec; --soft: #a3adb7; --edge: #363d45;
      --wash: #1d2126; --blue: #56b4e9; --orange: #e69f00; --green: #29b98f; --red: #f0834a; --purple: #d992b8;
      --grey: #7d8791; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 1160px; padding: 24px 20px 64px; background: var(--paper); color: var(--ink);
      font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
      sans-serif; overflow-wrap: anywhere; }
    h1, h2, h3 { line-height: 1.25; text-wrap: balance; margin: 0; }
    h1 { font-size: 2rem; letter-spacing: -0.01em; }
    h2 { font-size: 1.5rem; margin-top: 56px; padding-bottom: 8px; border-bottom: 2px solid var(--ink); }
    h3 { font-size: 1.15rem; }
    h4 { font-size: 1rem; margin: 0; }
    p { margin: 8px 0; }
    a { color: var(--blue); }
    header > p { color: var(--soft); }
    dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(240px, 1fr)); gap: 1px; margin: 20px 0; }
    dl > div { box-shadow: 0 0 0 1px var(--edge); padding: 12px 14px; }
    dt { color: var(--soft); font-size: .85rem; }
    dd { margin: 2px 0 0; font-size: 1.2rem; font-weight: 600; font-variant-numeric: tabular-nums; }
    nav ol { display: flex; flex-wrap: wrap; gap: 4px 20px; list-style: none; margin: 0; padding: 0; }
    nav li { margin: 0; }
    nav li:has(ol) { flex-basis: 100%; order: 1; }
    nav ol ol { margin-top: 4px; font-size: .88rem; }
    section.pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 20px 40px; align-items: start; }
    section.pair > h2, section.pair > h3, .wide { grid-column: 1 / -1; }
    section.pair > h2 { margin-bottom: 4px; }
    section.flow > section { margin-top: 28px; padding-top: 20px; border-top: 1px solid var(--edge); }
    section.flow > h2 + section { border-top: 0; margin-top: 0; }
    section.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 430px), 1fr)); gap: 20px;
      align-items: start; }
    section.cards > h2, section.cards > p { grid-column: 1 / -1; margin-bottom: 0; }
    section.card { border: 1px solid var(--edge); border-radius: 6px; padding: 14px 16px; }
    section.card > p { color: var(--soft); font-size: .9rem; margin: 4px 0 8px; }
    section.card details > p { font-weight: 600; font-size: .85rem; margin: 10px 0 0; }
    ol, ul { padding-left: 1.5em; margin: 8px 0; }
    li { margin: 5px 0; }
    section.pair > div > :first-child { margin-top: 0; }
    .outline { list-style: none; padding-left: 0; font-size: .85rem; font-variant-numeric: tabular-nums; }
    .outline .outline { padding-left: 12px; margin: 2px 0 2px 3px; border-left: 2px solid var(--edge); }
    /* A shadow at an edge says that the table goes on there. */
    .table { overflow-x: auto; margin: 8px 0 16px; background: linear-gradient(90deg, var(--paper) 30%, transparent)
      local, linear-gradient(-90deg, var(--paper) 30%, transparent) 100% / 40px local, linear-gradient(90deg,
      var(--edge), transparent) 0 / 10px scroll, linear-gradient(-90deg, var(--edge), transparent) 100% / 10px scroll;
      background-repeat: no-repeat; }
    table { border-collapse: collapse; width: 100%; font-size: .88rem; line-height: 1.4; overflow-wrap: normal; }
    caption { text-align: left; font-weight: 600; padding: 4px 0; }
    th, td { text-align: left; vertical-align: baseline; padding: 5px 12px 5px 0; border-bottom: 1px solid var(--edge);
      font-weight: 400; }
    th:not(.number), td:not(.number) { min-width: 6em; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { color: var(--soft); border-bottom: 1px solid var(--ink); vertical-align: bottom; word-break: keep-all; }
    .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    thead .number { white-space: normal; }
    tfoot th, tfoot td { font-weight: 600; border-bottom: 0; }
    tfoot tr:first-child > * { border-top: 2px solid var(--ink); }
    details { margin: 8px 0; }
    summary { cursor: pointer; color: var(--blue); font-size: .9rem; }
    figure { margin: 0 0 20px; }
    figcaption { font-weight: 600; margin-bottom: 10px; }
    svg { display: block; width: 100%; max-width: 560px; height: auto; font-size: 12.5px; overflow: visible; }
    svg text { fill: var(--ink); font-variant-numeric: tabular-nums; }
    svg .tick { fill: var(--soft); font-size: .92em; }
    svg .halo { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
    svg .amount { fill: var(--soft); }
    svg .strong { font-weight: 600; }
    svg path { fill: none; stroke-linecap: round; stroke-linejoin: round; }
    .axis { stroke: var(--ink); }
    .grid { stroke: var(--edge); }
    .equal { stroke: var(--grey); }
    .before { stroke: var(--orange); stroke-width: 2.5px; stroke-dasharray: 7 5; }
    .after { stroke: var(--blue); stroke-width: 2.5px; }
    .line { stroke: var(--red); stroke-width: 1.5px; stroke-dasharray: 7 5; }
    .stem { stroke: var(--grey); stroke-width: 1px; }
    .ring { stroke: var(--orange); stroke-width: 5.5px; }
    .hole { stroke: var(--paper); stroke-width: 2.5px; }
    .spot { stroke: var(--blue); stroke-width: 4px; }
    .ring.large { stroke-width: 10px; }
    .hole.large { stroke-width: 6px; }
    .spot.large { stroke-width: 8px; }
    .bar { fill: var(--ink); }
    .bar.household { fill: var(--blue); }
    .bar.account { fill: var(--orange); }
    .bar.rest { fill: var(--grey); }
    svg .band { fill: var(--grey); opacity: .3; }
    svg .band.household { fill: var(--blue); }
    svg .band.account { fill: var(--orange); opacity: .45; }
    .part { stroke: var(--paper); stroke-width: .5px; }
    .fill.wage { fill: var(--blue); }
    .fill.business { fill: var(--orange); }
    .fill.property { fill: var(--green); }
    .fill.transfer { fill: var(--purple); }
    .fill.cost { fill: var(--grey); }
    svg .hatch { stroke: var(--paper); stroke-width: 1.3px; opacity: .75; }
    @media (max-width: 720px) {
      body { padding: 16px 16px 48px; }
      h1 { font-size: 1.6rem; }
      h2 { font-size: 1.3rem; margin-top: 40px; }
      dl { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      dd { font-size: 1.02rem; }
      section.pair { grid-template-columns: minmax(0, 1fr); gap: 12px; }
      svg { font-size: 14.5px; }
    }
    @media print {
      @page { margin: 16mm 14mm; }
      :root { --paper: #fff; --ink: #000; --soft: #444; --edge: #bbb; --blue: #0072b2; --green: #009e73;
        --red: #d55e00; --purple: #cc79a7; --grey: #8a949e; print-color-adjust: exact; }
      body { max-width: none; padding: 0; font-size: 9.5pt; }
      nav, summary, details:not([open]) { display: none; }
      h1, h2, h3, h4, caption, figcaption { break-after: avoid; }
      figure, tr, section.card, dl { break-inside: avoid; }
      /* The totals stand at the end and not on every page. */
      tfoot { display: table-row-group; }
      .table { overflow: visible; background: none; }
      table { font-size: 8pt; }
      th:not(.number), td:not(.number) { min-width: 0; }
      thead th { word-break: normal; }
      th, td { padding: 3px 8px 3px 0; }
      dl { grid-template-columns: repeat(4, 1fr); }
      svg { font-size: 14px; }
      section.card > p { font-size: 8pt; }
      section.pair { gap: 12px 24px; }
      a { color: inherit; text-decoration: none; }
    }

    """
}
