extension Report {
  /// The page's style sheet.
  static let style = """
    :root { --ink: #22303a; --faint: #74828b; --line: #dfe5e6; --paper: #fff; --ground: #f4f6f5;
      --good: 38,112,120; --bad: 178,70,48; --accent: #266f78; }
    * { box-sizing: border-box }
    html { scroll-padding-top: 64px }
    body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.65 "PingFang SC",
      "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif }
    header, main { max-width: 1220px; margin: 0 auto; padding: 0 24px }
    header { padding-top: 24px }
    h1 { font-size: 24px; margin: 0 } h2 { font-size: 19px; margin: 0 0 10px }
    h3 { font-size: 15px; margin: 18px 0 6px }
    nav { position: fixed; z-index: 5; top: 0; left: 0; right: 0; background: var(--paper);
      border-bottom: 1px solid var(--line); padding: 8px 24px; display: flex; gap: 20px;
      justify-content: center }
    header h1 { margin-top: 32px }
    a { color: var(--accent); text-decoration: none } a:hover { text-decoration: underline }
    section { background: var(--paper); border: 1px solid var(--line); border-radius: 8px;
      padding: 20px 24px; margin: 18px 0 }
    .faint { color: var(--faint); font-size: 13px; font-weight: normal }
    .scroll { overflow-x: auto }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums }
    th { text-align: right; font-weight: 600; color: var(--faint); font-size: 13px }
    td { text-align: right } th, td { padding: 3px 12px 3px 0; white-space: nowrap }
    th:first-child, td:first-child { text-align: left }
    tbody tr { border-top: 1px solid var(--line) } tbody tr:hover { background: #f8faf9 }
    .better { color: rgb(var(--good)) } .worse { color: rgb(var(--bad)) }
    .bar { vertical-align: -2px } .bar .track { fill: #edf1f1 }
    .bar .fill { fill: rgba(var(--good), .45) } .bar.low .fill { fill: rgba(var(--bad), .4) }
    .bar path { stroke: var(--ink); stroke-width: 1.2; fill: none }
    .heat { border-spacing: 0; font-size: 10px; line-height: 1.2; margin-bottom: 8px }
    .heat th { font-size: 12px; font-weight: normal; color: var(--ink); padding: 0 6px 0 0;
      text-align: right !important }
    .heat thead th { vertical-align: bottom; padding: 0 0 4px; text-align: center !important }
    .heat.cell thead span { writing-mode: vertical-rl }
    .heat td { width: 16px; min-width: 16px; height: 17px; padding: 0; text-align: center;
      border: 1px solid #eef1f1 }
    .heat thead td { border: 0 }
    .heat.side td { width: 92px; height: 34px; font-size: 14px }
    .heat.side thead th { min-width: 92px }
    .heat td a { display: block; line-height: 16px; color: inherit; margin: 0 -4px }
    .heat.side td a { line-height: 33px } .heat tbody tr { border: 0 }
    .heat .other { background: rgba(var(--bad), var(--d)) }
    .heat .same { background: rgba(var(--good), calc(var(--d, .1) * .35)) }
    .heat td a:hover, .heat td.open { outline: 2px solid var(--ink); text-decoration: none }
    td:has(> .chips) { text-align: left }
    .chips a, .chips > span { display: inline-block; margin: 0 6px 4px 0 }
    .chips a { background: #eef4f4; border-radius: 10px; padding: 0 9px; font-size: 13px }
    .tools { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-bottom: 8px }
    .tools input, .tools select, button { font: inherit; padding: 3px 9px; border-radius: 6px;
      border: 1px solid #c6d0d1; background: #fff; color: inherit }
    .tools input { width: 260px } button { cursor: pointer }
    .call { border-top: 1px solid var(--line); padding: 11px 0 }
    .call .text { font-size: 16px; overflow-wrap: anywhere; white-space: pre-wrap }
    .call .row { font-size: 13px; display: flex; gap: 6px; flex-wrap: wrap }
    .call .row > b { color: var(--faint); font-weight: normal; width: 2.6em }
    .call .head { color: var(--faint); font-size: 12.5px; display: flex; gap: 10px; flex-wrap: wrap }
    .call .off { color: rgb(var(--bad)); font-weight: 600 }
    .call .tag { background: rgba(var(--bad), .1); color: rgb(var(--bad)); border-radius: 4px;
      padding: 0 6px }
    .call details { font-size: 13px } .call summary { color: var(--accent); cursor: pointer }
    mark { color: inherit; background: #e6ecee; border-radius: 2px; cursor: help }
    mark.own { background: #bfe0e3 } mark.danger { background: #f6c4b6 }
    mark.side { background: #dcd5ee } mark.intent { background: #f3e6b8 }
    mark.place { background: #cfe6c4 } mark.against { background: #e9e9e9;
      text-decoration: line-through #9aa } mark.rule { box-shadow: inset 0 -2px #7d97a5 }
    mark.rule.only { background: none; border-radius: 0 }
    .legend { font-size: 13px; margin: 2px 0 8px } .legend mark { margin-right: 10px; padding: 0 5px }
    .plots { display: flex; flex-wrap: wrap; gap: 26px } figure { margin: 8px 0 }
    figcaption { font-size: 13px; color: var(--faint) } .plot { max-width: 100%; height: auto }
    .plot .grid { stroke: #e6ebeb } .plot .tick { font-size: 11px; fill: var(--faint) }
    .plot .middle { text-anchor: middle } .plot .end { text-anchor: end }
    .plot .ideal { stroke: #94a2a8; stroke-dasharray: 5 4; fill: none }
    .plot .curve { fill: none; stroke-width: 2 }
    .c0 { --c: #266f78 } .c1 { --c: #b24630 } .c2 { --c: #8a6d1f } .c3 { --c: #5b4f9c }
    .c4 { --c: #4c7d35 } .c5 { --c: #7a4a6b }
    .plot .curve { stroke: var(--c) } .plot circle { fill: var(--c); fill-opacity: .55;
      stroke: var(--c) }
    .key { margin-right: 14px } .key::before { content: ""; display: inline-block; width: 18px;
      border-top: 3px solid var(--c); vertical-align: middle; margin-right: 5px }
    .strata { margin-bottom: 16px } details > summary { cursor: pointer }
    @media print { nav, .tools { display: none } section { break-inside: avoid } }

    """

  /// Where the page's script lists calls.
  static let callList = """
    <p class="legend"><mark class="own">所答类别</mark><mark>其他类别</mark><mark class="danger">危险</mark>\
    <mark class="side">警务倾向</mark><mark class="intent">诉求</mark><mark class="place">听音认的地点</mark>\
    <mark class="against">反对</mark><mark class="rule only">规则</mark>\
    <span class="faint">指着看是什么词、说明什么、加多少分</span></p>
    <div class="tools"><select id="what"></select><select id="batch"></select>\
    <input id="query" type="search" placeholder="找来电里的字、编号、单位"><b id="count"></b>\
    <button id="clear" hidden>看全部</button></div>
    <div id="list"></div><button id="more" hidden>再看 30 个</button>
    <noscript>要看来电，请允许这个网页运行脚本。</noscript>

    """
}
