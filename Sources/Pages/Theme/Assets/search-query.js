'use strict';
/* What is typed, read as Query of `Sources/Search` does: words, phrases and filters. */
(() => {
  const { search } = window.waymark;
  const says = window.waymark.words.search;
  const { units, stem, plainUnits, line } = search.texts;

  const partOf = surface => ({ surface, term: stem(surface), isPair: false });
  const queryWords = text => {
    const words = [];
    let joined = null;
    for (const unit of units(text)) {
      if (unit.isPairs) {
        const characters = Array.from(unit.folded);
        const pairs = characters.length > 1 ? characters.slice(1).map((character, index) => characters[index] + character) : characters;
        words.push({ text: unit.folded, parts: pairs.map(pair => ({ surface: pair, term: pair, isPair: true })), isPrefix: characters.length === 1 });
      } else if (unit.signed && !unit.joinsPrevious) {
        words.push({ text: unit.signed, whole: unit.signed, parts: [partOf(unit.folded)] });
      } else if (unit.joinsPrevious || unit.joinsNext) {
        const connector = unit.joinsPrevious && joined ? text[unit.start - 1] : '';
        joined = { text: (joined?.text ?? '') + connector + unit.folded, parts: joined?.parts ?? [] };
        if (unit.count > 1) joined.parts.push(partOf(unit.folded));
        if (!unit.joinsNext) {
          words.push({ ...joined, whole: joined.text });
          joined = null;
        }
      } else if (unit.parts.length) {
        words.push({ text: unit.folded, whole: stem(unit.folded), parts: unit.parts.map(partOf) });
      } else {
        words.push({ text: unit.folded, parts: [partOf(unit.folded)] });
      }
    }
    if (joined) words.push({ ...joined, whole: joined.text });
    return words;
  };

  const dayNumber = text => {
    const match = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec({ 4: `${text}-01-01`, 7: `${text}-01` }[text.length] ?? text);
    if (!match) return null;
    const [year, month, day] = match.slice(1).map(Number);
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? Math.max(1, ((year - 2000) * 12 + month - 1) * 31 + day) : null;
  };

  const tokens = text => {
    const found = [];
    let [token, isQuoted] = ['', false];
    const finish = () => {
      if (token) found.push({ text: token, isQuoted });
      token = '';
    };
    for (const character of text) {
      if (/["“”]/.test(character)) {
        finish();
        isQuoted = !isQuoted;
      } else if (!isQuoted && /[ \t\n\u3000]/.test(character)) finish();
      else token += character;
    }
    finish();
    return found;
  };
  const filterOf = token => {
    const [, name, value] = /^([^:]*):(.+)$/su.exec(token) ?? [];
    const key = value?.toLowerCase();
    const part = `${name?.toLowerCase()}:${key}`;
    switch (name?.toLowerCase()) {
      case 'tag': return { kind: 'tag', value: key.replace(/^#/, ''), part: part.replace('#', '') };
      case 'is': return key === 'decision' || key === 'comparison' ? { kind: `${key}s`, part } : null;
      case 'in': return key.replaceAll('/', '') ? { kind: 'in', value: key.split('/').filter(Boolean).join('/'), part } : null;
      case 'since': return dayNumber(key) && { kind: 'since', value: dayNumber(key), part };
      default: return null;
    }
  };
  /* What only frames a question. */
  const functionWords = new Set(queryWords(says.functionWords).map(({ text }) => text));

  /* The ways to set two things against each other: what stands before, between and behind them. */
  const ways = Array.from(says.setAgainst, way => way.split(/\{\d\}/).map(plainUnits));
  const firstName = side => Math.max(0, side.findIndex(unit => !functionWords.has(unit)));
  const sideOf = side => side.slice(firstName(side), side.length - firstName(side.toReversed())).map(stem);
  const sidesOf = (all, [before, between, behind]) => {
    const isAt = (wanted, place) => wanted.every((unit, index) => all[place + index] === unit);
    let first = 0;
    if (before.length) while (!isAt(before, first) && functionWords.has(all[first])) first++;
    const [start, end] = [first + before.length, all.length - behind.length];
    if (!isAt(before, first) || !isAt(behind, end)) return null;
    const middles = [...all.keys()].filter(place => place > start && place + between.length < end && isAt(between, place));
    return middles.length === 1 ? [all.slice(start, middles[0]), all.slice(middles[0] + between.length, end)].map(sideOf) : null;
  };

  /* Each word once. Function words have their full weight where there are no others; a single letter that is being typed is none yet. */
  const weighed = words => {
    const unique = [];
    for (const word of words) {
      if (unique.some(other => other.text === word.text) || unique.filter(other => !other.isLight === !word.isLight).length === 12) continue;
      unique.push(word);
    }
    const areOthers = unique.some(word => !word.isLight && !(word.isPrefix && Array.from(word.text).length === 1));
    return unique.map(word => word.isLight ? { ...word, isLight: areOthers, isPrefix: word.isPrefix && !areOthers } : word);
  };

  const readQuery = text => {
    const query = { words: [], phrases: [], excluded: [], filters: [], sides: null };
    const plain = [];
    let isLastTyped = false;
    for (const token of tokens(text)) {
      isLastTyped = false;
      const filter = !token.isQuoted && filterOf(token.text);
      if (token.isQuoted) {
        if (!plainUnits(token.text).length) continue;
        query.phrases.push(line(token.text));
        query.words.push(...queryWords(token.text));
        plain.push(token.text);
      } else if (filter) query.filters.push(filter);
      // What begins with two dashes is text.
      else if (/^-[^-]/.test(token.text)) query.excluded.push(...queryWords(token.text.slice(1)));
      else {
        const own = queryWords(token.text).map(word => ({ ...word, isLight: functionWords.has(word.text) }));
        query.words.push(...own);
        plain.push(token.text);
        isLastTyped = own.length > 0;
      }
    }
    if (isLastTyped && !text.endsWith(' ') && query.words.length) query.words.at(-1).isPrefix = true;
    const all = plainUnits(plain.join(' '));
    for (const places of ways) {
      query.sides = sidesOf(all, places);
      if (!query.sides) continue;
      const between = new Set(places.flatMap(place => [...place, place.join('')]));
      query.words = query.words.filter(word => !between.has(word.text));
      break;
    }
    query.words = weighed(query.words);
    return query;
  };

  search.readQuery = readQuery;
  search.queryWords = queryWords;
})();
