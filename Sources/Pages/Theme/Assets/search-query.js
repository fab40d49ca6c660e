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
  /* The ways to set two things against each other: what stands before, between and behind them. */
  const ways = Array.from(says.setAgainst, way => way.split(/\{\d\}/).map(plainUnits));
  const sidesOf = (all, [before, between, behind]) => {
    const isAt = (wanted, place) => wanted.every((unit, index) => all[place + index] === unit);
    const [start, end] = [before.length, all.length - behind.length];
    if (!isAt(before, 0) || !isAt(behind, end)) return null;
    const middles = [...all.keys()].filter(place => place > start && place + between.length < end && isAt(between, place));
    return middles.length === 1 ? [all.slice(start, middles[0]), all.slice(middles[0] + between.length, end)].map(side => side.map(stem)) : null;
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
      else if (token.text[0] === '-' && token.text.length > 1) query.excluded.push(...queryWords(token.text.slice(1)));
      else {
        const own = queryWords(token.text);
        query.words.push(...own);
        plain.push(token.text);
        isLastTyped = own.length > 0;
      }
    }
    if (isLastTyped && !text.endsWith(' ') && query.words.length) query.words.at(-1).isPrefix = true;
    query.words = query.words.filter((word, index) => query.words.findIndex(other => other.text === word.text) === index).slice(0, 12);
    const all = plainUnits(plain.join(' '));
    for (const places of ways) {
      query.sides = sidesOf(all, places);
      if (!query.sides) continue;
      const between = new Set(places.flatMap(place => [...place, place.join('')]));
      query.words = query.words.filter(word => !between.has(word.text));
      break;
    }
    return query;
  };

  search.readQuery = readQuery;
  search.queryWords = queryWords;
})();
