extension Report {
  /// The half of the script that shows one call: its text with evidence marked, labels, answer.
  static let cardScript =
    #"""
    // Evidence: seven numbers a piece.
    function pieces(c) {
      const list = [], e = c[EVIDENCE];
      for (let i = 0; i < e.length; i += 7)
        list.push({ start: e[i], end: e[i] + e[i + 1], term: S[e[i + 2]], target: S[e[i + 3]],
          effect: e[i + 4], context: S[e[i + 5]], origin: S[e[i + 6]] });
      return list;
    }
    function kind(piece, own) {
      if (piece.context === 'homophone') return 'place';
      if (piece.effect < 0) return 'against';
      if (piece.target[0] === '!') return 'danger';
      if (piece.target[0] === '%') return 'side';
      if (piece.target[0] === '=') return 'intent';
      return piece.target === own ? 'own' : '';
    }
    const RANK = ['', 'against', 'intent', 'side', 'place', 'own', 'danger'];
    const ORIGIN = { rule: '规则 ', presumption: '推定 ', mined: '训练 ' };
    function said(piece) {
      const sign = piece.effect < 0 ? '−' : '+';
      const context = piece.context === 'asserted' ? '' : '（' + (D.contexts[piece.context] || piece.context) + '）';
      return (ORIGIN[piece.origin] || '') + piece.term + ' → ' + named(piece.target.replace(/^=/, '诉求：')) +
        ' ' + sign + Math.abs(piece.effect).toFixed(1) + context;
    }

    // The text in segments, each marked by the strongest kind that covers it.
    function marked(c) {
      const own = S[c[ANSWER][A.category]], text = c[TEXT], node = h('div', 'text');
      const list = pieces(c).filter(p => p.end > p.start);
      const cuts = [...new Set([0, text.length, ...list.flatMap(p => [p.start, p.end])])].sort((a, b) => a - b);
      for (let i = 0; i + 1 < cuts.length; i++) {
        const part = text.slice(cuts[i], cuts[i + 1]);
        const over = list.filter(p => p.start <= cuts[i] && p.end >= cuts[i + 1]);
        if (!over.length) { node.append(part); continue; }
        const words = over.filter(p => p.origin !== 'rule');
        const best = words.map(p => kind(p, own)).reduce((a, b) => RANK.indexOf(b) > RANK.indexOf(a) ? b : a, '');
        const mark = h('mark', best + (over.length > words.length ? ' rule' : '') + (words.length ? '' : ' only'), part);
        mark.title = over.map(said).join('\n');
        node.append(mark);
      }
      return node;
    }

    const bit = key => figures.get(key).bit;
    function part(answer, key, text) { return h('span', wrong(answer, bit(key)) ? 'off' : '', text); }
    function place(status, township) {
      return township || (status && status !== 'none' ? D.places[status] || status : '');
    }
    function answerRow(title, answer) {
      const urgentOff = wrong(answer, bit('urgent-recall')) || wrong(answer, bit('urgent-precision'));
      return h('div', 'row', h('b', '', title),
        part(answer, 'policing', side(S[answer[A.policing]])), '·',
        part(answer, 'top1', named(S[answer[A.category]])), '·',
        h('span', urgentOff ? 'off' : '', answer[A.urgent] ? '紧急' : '不紧急'), '·',
        part(answer, 'unit', S[answer[A.unit]] || '不派单'), '·',
        h('span', wrong(answer, bit('township')) || wrong(answer, bit('place')) ? 'off' : '',
          place(S[answer[A.place]], S[answer[A.township]]) || '没有说到地点'));
    }
    function labelRow(c) {
      const words = [side(S[c[POLICING]]) + (c[FLAGS] & 2 ? '（各地不一）' : ''),
        c[CATEGORIES].map(i => named(S[i])).join(' / '), c[FLAGS] & 1 ? '紧急' : '不紧急',
        c[UNITS].map(i => S[i]).join(' / ') || '单位没有标',
        place(S[c[PLACE]], S[c[TOWNSHIP]]) || '没有说到地点'];
      return h('div', 'row', h('b', '', '应为'),
        ...words.flatMap((word, i) => i ? ['·', h('span', '', word)] : [h('span', '', word)]));
    }
    const differs = (a, b) => a.some((field, i) => field !== b[i]);
    const FIELD = { policing: '警务', top1: '类别', unit: '单位', 'urgent-recall': '漏了紧急',
      'urgent-precision': '误报紧急', township: '乡镇', place: '地点' };
    function card(c) {
      const answer = c[ANSWER], [score, confidence, reasons, others] = c[MORE];
      const link = h('a', '', c[ID] || '（无编号）');
      link.href = '#call-' + encodeURIComponent(c[ID]);
      const head = h('div', 'head', link, h('span', '', [S[c[BATCH]], S[c[GENRE]]].filter(x => x).join(' ')),
        ...c[TAGS].map(i => h('span', '', S[i])),
        ...Object.keys(FIELD).filter(k => wrong(answer, bit(k))).map(k => h('span', 'tag', FIELD[k])));
      const more = h('details', '', h('summary', '', '把握 ' + (confidence * 100).toFixed(1) + '% · ' +
        named(S[answer[A.category]]) + ' ' + score.toFixed(1) +
        others.map((x, i) => i % 2 ? ' ' + x.toFixed(1) : '，' + named(S[x])).join('') +
        (reasons.length ? ' · 复核：' + reasons.map(i => D.reasons[S[i]] || S[i]).join('；') : '')));
      more.ontoggle = () => {
        if (more.children.length > 1) return;
        const list = h('ul', '', ...pieces(c).map(p => h('li', '', said(p))));
        more.append(list.children.length ? list : h('p', 'faint', '没有依据'));
      };
      return h('div', 'call', head, marked(c), labelRow(c), answerRow('答作', answer),
        c[BEFORE] && differs(answer, c[BEFORE]) ? answerRow('上次', c[BEFORE]) : null, more);
    }
    """#
}
