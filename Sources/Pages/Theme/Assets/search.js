'use strict';
/* Ranks notes as WordMatch, Ranking and Finder of `Sources/Search` do, with the same arithmetic in the same order. */
(() => {
  const { search, fill } = window.waymark;
  const says = window.waymark.words.search;
  const { stem } = search.texts;
  const { readIndex, facets, choices, postings, completions, similar, noteAt, numbers, firstIndex, mostFirst } = search.files;

  const logarithm = number => {
    let whole = 0;
    for (; number >= 2; number /= 2) whole++;
    return whole + (number - 1);
  };
  const rarity = (count, notes) => {
    count = Math.min(count, notes);
    return logarithm(1 + (notes - count + 0.5) / (count + 0.5));
  };

  const matchPart = async (index, part, isPrefix, mayErr) => {
    const match = { count: 0, notes: [], values: [], terms: new Set([part.term]), prefix: null, isPair: part.isPair, correction: null };
    const best = new Float64Array(index.notes);
    let found = 0;
    const add = (given, share) => {
      match.count = Math.max(match.count, given.notes.length);
      given.notes.forEach((number, place) => {
        if (!best[number]) found++;
        best[number] = Math.max(best[number], given.weights[place] / 63 * share);
      });
    };
    const addTerm = async (term, share) => {
      const postingsFound = await postings(index, term);
      if (!postingsFound) return;
      match.terms.add(term);
      add(postingsFound, share);
    };
    const letters = Array.from(part.surface).length;
    await addTerm(part.term, 1);
    if (isPrefix && (letters > 1 || part.isPair)) {
      match.prefix = part.surface;
      for (const completion of await completions(index, part.surface)) add(completion, 0.6);
      if (!found && !part.isPair) {
        for (const [ending, cut] of [['e', 1], ['i', 1], ['in', 2]]) {
          if (part.surface.endsWith(ending) && letters > 3 + cut) await addTerm(part.surface.slice(0, -cut), 0.6);
        }
      }
    }
    const isMissing = !found;
    if (mayErr && found < 2 && letters >= 5 && !part.isPair && /^\p{Alphabetic}+$/u.test(part.surface)) {
      const like = await similar(index, part.surface);
      for (const word of like) await addTerm(stem(word), 0.4);
      if (isMissing) match.correction = { word: part.surface, instead: like[0] ?? null };
    } else if (isMissing) match.correction = { word: part.surface, instead: null };
    best.forEach((value, number) => {
      if (!value) return;
      match.notes.push(number);
      match.values.push(value);
    });
    return match;
  };

  const foundBy = async (index, word) => {
    const parts = [];
    for (const [place, part] of word.parts.entries()) parts.push(await matchPart(index, part, word.isPrefix && place === word.parts.length - 1, word.parts.length === 1 && !word.isLight));
    const match = { rarity: 0, count: 0, notes: [], values: [], parts, whole: null, correction: parts[0]?.correction ?? null };
    const rarityOf = part => rarity(part.count, index.notes);
    if (!word.whole && parts.length === 1) {
      const [part] = parts;
      match.rarity = rarityOf(part);
      return { ...match, count: part.count, notes: part.notes, values: part.values.map(value => match.rarity * value) };
    }
    let all = new Map();
    parts.forEach((part, order) => {
      const own = rarityOf(part);
      const both = new Map();
      part.notes.forEach((number, place) => {
        const value = own * part.values[place] * 0.5;
        if (!order) both.set(number, value);
        else if (all.has(number)) both.set(number, Math.max(all.get(number), value));
      });
      all = both;
      match.rarity = Math.max(match.rarity, own);
    });
    if (word.whole) {
      match.whole = await matchPart(index, { surface: word.text, term: word.whole, isPair: false }, word.isPrefix, false);
      const own = rarityOf(match.whole);
      if (match.whole.count > 0) match.rarity = Math.max(match.rarity, own);
      match.whole.notes.forEach((number, place) => all.set(number, Math.max(all.get(number) ?? 0, own * match.whole.values[place])));
    }
    match.notes = [...all.keys()].toSorted((left, right) => left - right);
    match.values = match.notes.map(number => all.get(number));
    match.count = match.notes.length;
    return match;
  };

  /* What only frames a question has next to no weight. */
  const matchWord = async (index, word) => {
    const match = await foundBy(index, word);
    return word.isLight ? { ...match, isLight: true, correction: null, rarity: match.rarity * 0.1, values: match.values.map(value => value * 0.1) } : match;
  };

  const maskOf = async (index, query) => {
    let mask = null;
    const keep = test => {
      const kept = new Uint8Array(index.notes);
      for (let number = 0; number < index.notes; number++) kept[number] = (!mask || mask[number]) && test(number) ? 1 : 0;
      mask = kept;
    };
    const keepListed = list => {
      const set = new Set(list);
      keep(number => set.has(number));
    };
    for (const filter of query.filters) {
      const known = await facets(index);
      if (filter.kind === 'tag') keepListed(known.tags.find(tag => tag.key === filter.value)?.notes ?? []);
      else if (filter.kind === 'since') keep(number => known.dates[number] >= filter.value);
      else if (filter.kind === 'in') {
        const at = known.folders.findIndex((path, place) => place % 3 === 0 && path.toLowerCase() === filter.value);
        keep(number => at >= 0 && number >= known.folders[at + 1] && number < known.folders[at + 2]);
      } else keepListed(numbers(known[filter.kind]));
    }
    for (const word of query.excluded) {
      const found = new Set((await matchWord(index, word)).notes);
      keep(number => !found.has(number));
    }
    return mask;
  };

  const precedes = (left, right) => {
    if (left.hasAll !== right.hasAll) return left.hasAll;
    return left.score !== right.score ? left.score > right.score : left.number < right.number;
  };

  const rank = (matches, mask, notes, most) => {
    const scores = new Float64Array(notes);
    const counts = new Uint8Array(notes);
    let required = 0;
    for (const match of matches) {
      if (match.isRequired) required++;
      match.notes.forEach((number, place) => {
        scores[number] += match.values[place];
        if (match.isRequired) counts[number]++;
      });
    }
    const best = [];
    const complete = [];
    // Where a word is in no note, none has all of them.
    const lacksWord = matches.some(match => !match.count && !match.isLight);
    for (let number = 0; number < notes; number++) {
      if (mask && !mask[number]) continue;
      if (matches.length ? counts[number] * 2 < required || !counts[number] : !mask) continue;
      const hasAll = counts[number] === required;
      if (hasAll && !lacksWord) complete.push(number);
      const share = required ? counts[number] / required : 1;
      const candidate = { number, score: scores[number] * share * share, hasAll };
      if (best.length === most) {
        if (!precedes(candidate, best.at(-1))) continue;
        best.pop();
      }
      best.splice(firstIndex(best.length, place => precedes(candidate, best[place])), 0, candidate);
    }
    return { best, complete, lacksWord };
  };

  const answersTo = async (index, query) => {
    if (!query.sides) return [];
    const known = await choices(index);
    const [first, second] = query.sides.map((words, side) => {
      let best = { option: -1, length: Infinity };
      known.options.forEach((option, place) => {
        for (const own of option.words) if (own.length < best.length && words.every(word => own.includes(word))) best = { option: place, length: own.length };
      });
      // Where no name holds all of them, those next to what stands between both sides.
      const parts = words.map((_, place) => side ? words.slice(0, words.length - place) : words.slice(place)).map(part => part.join(' '));
      for (const part of parts) if (best.option < 0) best.option = known.options.findIndex(option => option.words.some(own => own.join(' ') === part));
      return best.option;
    });
    if (first < 0 || second < 0 || first === second) return [];
    const hits = [];
    for (let place = 0; place < known.comparisons.length; place += 3) {
      const [left, right] = [Number(known.comparisons[place]), Number(known.comparisons[place + 1])];
      if (left + right !== first + second || left !== first && left !== second) continue;
      hits.push({ kind: 'comparison', title: fill(says.versus, known.options[left].name, known.options[right].name), url: known.comparisons[place + 2] });
    }
    const before = hits.length;
    for (let place = 0; place < known.decisions.length && hits.length < before + 3; place += 3) {
      const named = new Set(known.decisions[place + 2].split(' ').map(Number));
      if (named.has(first) && named.has(second)) hits.push({ kind: 'decision', title: known.decisions[place], url: known.decisions[place + 1] });
    }
    return hits;
  };

  /* What a query finds in an index; `isStale` says that nobody waits for it any more. */
  const findIn = async (index, text, limit, isStale) => {
    const query = search.readQuery(text);
    const matches = [];
    for (const word of query.words) matches.push(await matchWord(index, word));
    for (const match of matches) match.isRequired = !match.isLight && match.count > 0;
    const isCommon = match => match.count * 2 > index.notes;
    if (index.notes >= 20 && matches.some(match => match.isRequired && !isCommon(match))) for (const match of matches) match.isRequired &&= !isCommon(match);
    const mask = await maskOf(index, query);
    const most = Math.ceil(limit / 10) * 10 * (query.phrases.length ? 6 : 1);
    const { best, complete, lacksWord } = rank(matches, mask, index.notes, most);
    const findings = { index, query, answers: await answersTo(index, query), hits: [], total: complete.length, unread: 0, complete, corrections: matches.flatMap(match => match.correction ?? []) };
    let start = 0;
    for (; start < best.length && findings.hits.length < limit; start += 10) {
      if (isStale()) return null;
      const page = await Promise.all(best.slice(start, start + 10).map(async candidate => {
        const found = search.readNote(await noteAt(index, candidate.number), matches, query);
        return found && { ...candidate, score: candidate.score * found.share, hit: found.hit };
      }));
      findings.hits.push(...page.filter(Boolean).toSorted((left, right) => precedes(left, right) ? -1 : 1).map(({ hit, number, hasAll }) => ({ ...hit, number, hasAll })));
    }
    if (query.phrases.length) {
      findings.unread = Math.max(0, complete.length - Math.min(start, best.length));
      findings.complete = findings.hits.filter(hit => hit.hasAll && !lacksWord).map(hit => hit.number);
      findings.total = findings.complete.length;
    }
    findings.hits = findings.hits.slice(0, limit);
    return findings;
  };

  let current = null;
  const indexAnew = () => {
    const before = current;
    const index = readIndex().catch(error => {
      // Who was connected and is no more goes on with what there is.
      if (before && !error.isOld) return before;
      if (current === index) current = null;
      throw error;
    });
    return current = index;
  };
  /* Looks whether the site has been published since the index was read. */
  search.renew = () => { if (current) indexAnew(); };

  /* Finds what a query asks for. If files are gone, the site has been published since: then it is looked for in the index of now. */
  search.find = async (text, limit = 10, isStale = () => false) => {
    const asked = current;
    const index = await (asked ?? indexAnew());
    try {
      return await findIn(index, text, limit, isStale);
    } catch (error) {
      if (!asked) throw error;
      return findIn(await (current === asked ? indexAnew() : current ?? indexAnew()), text, limit, isStale);
    }
  };
  /* What narrows what is found: what to type for it, and how many of the notes with all words it leaves. */
  search.narrowings = async ({ index, complete }) => {
    const known = await facets(index);
    const among = new Uint8Array(index.notes);
    for (const number of complete) among[number] = 1;
    const count = notes => notes.reduce((sum, number) => sum + among[number], 0);
    const kinds = ['decision', 'comparison'].map(kind => ({ part: `is:${kind}`, name: kind === 'decision' ? says.decisionFilter : says.comparisonFilter, count: count(numbers(known[`${kind}s`])) }));
    const tags = known.tags.map(tag => ({ part: `tag:${tag.name}`, name: `#${tag.name}`, count: count(tag.notes) }));
    const folders = [];
    for (let place = 0; place < known.folders.length; place += 3) {
      const path = known.folders[place];
      // A space would end what is typed.
      if (!/\s/.test(path)) folders.push({ part: `in:${path}`, name: `${path}/`, count: count(Array.from(among.keys()).slice(known.folders[place + 1], known.folders[place + 2])) });
    }
    const dates = complete.map(number => known.dates[number]).filter(Boolean);
    const year = Math.floor((Math.max(...dates) - 1) / 372) + 2000;
    const since = dates.length ? [{ part: `since:${year}`, name: fill(says.since, year), count: dates.filter(date => date > (year - 2000) * 372).length }] : [];
    return { kinds, tags: mostFirst(tags), folders: mostFirst(folders), since };
  };
})();
