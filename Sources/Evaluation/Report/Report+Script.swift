extension Report {
  /// The page's script: which calls are listed. Texts reach the page as text nodes only.
  ///
  /// Fragments choose: `#cell-LABEL-ANSWER`, `#side-LABEL-ANSWER`, `#wrong-FIGURE`,
  /// `#fixed-FIGURE`, `#broken-FIGURE`, `#call-ID`.
  static let script =
    #"""
    'use strict';
    const D = JSON.parse(document.getElementById('data').textContent);
    const S = D.strings, PAGE = 30, el = id => document.getElementById(id);
    // A call, where things stand in its array.
    const ID = 0, TEXT = 1, BATCH = 2, GENRE = 3, TAGS = 4, POLICING = 5, CATEGORIES = 6, UNITS = 7,
      FLAGS = 8, PLACE = 9, TOWNSHIP = 10, LABEL = 11, ANSWER = 12, MORE = 13, EVIDENCE = 14, BEFORE = 15;
    // An answer.
    const A = { policing: 0, category: 1, unit: 2, urgent: 3, place: 4, township: 5, wrong: 6 };
    const named = id => D.names[id] || id;
    const side = id => D.sides[id] || id;

    function h(tag, kind, ...children) {
      const node = document.createElement(tag);
      if (kind) node.className = kind;
      for (const child of children) if (child !== null) node.append(child);
      return node;
    }

    // Lists: a title, and which calls are in it.
    const figures = new Map(D.figures.map(([key, name], bit) => [key, { name, bit }]));
    const wrong = (answer, bit) => answer && (answer[A.wrong] >> bit & 1) === 1;
    function chosen(fragment) {
      const [, kind, rest] = /^(cell|side|wrong|fixed|broken|call)-(.*)$/.exec(fragment) || [];
      if (!kind) return null;
      if (kind === 'call') return { title: '来电 ' + rest, has: c => c[ID] === rest };
      if (kind === 'cell') {
        const key = c => 'cell-' + S[c[LABEL]] + '-' + S[c[ANSWER][A.category]];
        const one = D.calls.find(c => key(c) === fragment);
        const title = one ? named(S[one[LABEL]]) + ' 答成 ' + named(S[one[ANSWER][A.category]]) : rest;
        return { title, has: c => key(c) === fragment, cell: true };
      }
      if (kind === 'side') {
        const key = c => 'side-' + S[c[POLICING]] + '-' + S[c[ANSWER][A.policing]];
        const one = D.calls.find(c => key(c) === fragment);
        const title = one ? side(S[one[POLICING]]) + ' 答成 ' + side(S[one[ANSWER][A.policing]]) : rest;
        return { title, has: c => key(c) === fragment && !(c[FLAGS] & 2), cell: true };
      }
      const figure = figures.get(rest);
      if (!figure) return null;
      const bit = figure.bit, now = c => wrong(c[ANSWER], bit), then = c => wrong(c[BEFORE], bit);
      if (kind === 'wrong') return { title: figure.name + '：不合', has: now };
      if (kind === 'fixed') return { title: figure.name + '：改好的', has: c => then(c) && !now(c) };
      return { title: figure.name + '：改坏的', has: c => c[BEFORE] && !then(c) && now(c) };
    }

    let selection = null, shown = [], count = 0;
    function refresh() {
      const query = el('query').value.trim(), batch = el('batch').value;
      shown = D.calls.filter(c => (!selection || selection.has(c)) &&
        (!batch || S[c[BATCH]] === batch) &&
        (!query || c[TEXT].includes(query) || c[ID].includes(query) ||
          S[c[ANSWER][A.unit]].includes(query)));
      el('list').replaceChildren();
      count = 0;
      el('count').textContent = (selection ? selection.title + '，' : '') + shown.length + ' 个';
      el('clear').hidden = !selection && !query && !batch;
      more();
    }
    function more() {
      el('list').append(...shown.slice(count, count + PAGE).map(card));
      count = Math.min(shown.length, count + PAGE);
      el('more').hidden = count === shown.length;
    }

    function follow(jump) {
      let fragment = location.hash.slice(1);
      try { fragment = decodeURIComponent(fragment); } catch { }
      const found = chosen(fragment);
      if (!found) return;
      selection = found;
      document.querySelectorAll('td.open').forEach(cell => cell.classList.remove('open'));
      if (found.cell) for (const link of document.querySelectorAll('.heat a'))
        if (link.getAttribute('href') === '#' + fragment) link.parentNode.classList.add('open');
      el('what').value = [...el('what').options].some(o => o.value === fragment) ? fragment : '';
      refresh();
      if (jump) el('calls').scrollIntoView();
    }

    function option(value, text) {
      const node = h('option', '', text);
      node.value = value;
      return node;
    }
    el('what').append(option('', '全部来电'));
    for (const [key, { name, bit }] of figures)
      if (D.calls.some(c => wrong(c[ANSWER], bit))) el('what').append(option('wrong-' + key, '不合：' + name));
    el('batch').append(option('', '全部批次'),
      ...[...new Set(D.calls.map(c => S[c[BATCH]]))].filter(b => b).sort().map(b => option(b, b)));
    el('what').onchange = () => {
      const value = el('what').value;
      selection = chosen(value);
      history.replaceState(null, '', '#' + (value || 'calls'));
      refresh();
    };
    el('batch').onchange = el('query').oninput = refresh;
    el('more').onclick = more;
    el('clear').onclick = () => {
      selection = null;
      el('query').value = el('batch').value = el('what').value = '';
      document.querySelectorAll('td.open').forEach(cell => cell.classList.remove('open'));
      history.replaceState(null, '', '#calls');
      refresh();
    };
    addEventListener('hashchange', () => follow(true));

    """# + cardScript + "\nrefresh();\nfollow(true);\n"
}
