'use strict';
/* Search: reads the files of the index as they are needed, ranks as `Sources/Search` does, and shows what it finds. */
(() => {
  const root = new URL('../', document.currentScript.src).href;
  const receive = value => document.currentScript.receive(value);
  const search = { index: receive, terms: receive, words: receive, notes: receive, facets: receive, choices: receive };
  (window.waymark ??= {}).search = search;

  /* Texts: as Folding, Scanner, Stemmer and TextSentences */

  const pairRange = '\\u0e00-\\u0eff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';
  const letter = `(?![${pairRange}])[\\p{L}\\p{N}\\p{M}]`;
  const unitPattern = new RegExp(`[${pairRange}]+|(?:${letter})+`, 'gu');
  const tailPattern = new RegExp(`['\\u2019][A-Za-z]{1,2}(?!${letter})`, 'uy');
  const joinPattern = new RegExp(`[.\\-/_:@](?=${letter})`, 'uy');
  const pairPattern = new RegExp(`^[${pairRange}]`, 'u');
  const isASCII = text => !/[^\x00-\x7f]/.test(text);
  const spelt = { ß: 'ss', ẞ: 'ss', æ: 'ae', Æ: 'ae', œ: 'oe', Œ: 'oe', þ: 'th', Þ: 'th', ø: 'o', Ø: 'o', ı: 'i', ł: 'l', Ł: 'l', ð: 'd', Ð: 'd', đ: 'd', Đ: 'd', ς: 'σ' };

  const fold = text => isASCII(text) ? text.toLowerCase() : Array.from(text, character => {
    if (spelt[character]) return spelt[character];
    const code = character.codePointAt(0);
    if (code >= 0x300 && code < 0x370) return '';
    if (code < 0xc0 || code > 0x24f && code < 0x370 || code > 0x45f && code < 0x1e00 || code > 0x1fff) return character.toLowerCase();
    const base = character.normalize('NFD')[0].toLowerCase()[0];
    return /[\p{L}\p{N}]/u.test(base) ? base : '';
  }).join('');

  const matchAt = (pattern, text, index) => {
    pattern.lastIndex = index;
    return pattern.exec(text);
  };

  /* The units of a text: folded form, place, whether of pairs, whether joined, and the parts told apart by capitals. */
  const units = text => {
    const found = [];
    let joins = false;
    for (let match, at = 0; (match = matchAt(unitPattern, text, at));) {
      const raw = match[0];
      const start = match.index;
      const end = at = start + raw.length;
      const isPairs = pairPattern.test(raw);
      const joinsPrevious = joins;
      joins = false;
      if (!isPairs) {
        const tail = matchAt(tailPattern, text, at);
        if (tail) at += tail[0].length;
        joins = !!matchAt(joinPattern, text, at);
      }
      const folded = fold(raw);
      if (!folded) continue;
      const capitals = /.[A-Z]/su.test(raw) ? raw.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})/) : [];
      const parts = capitals.length > 1 ? capitals.filter(part => part.length > 1 && isASCII(part)).map(part => part.toLowerCase()) : [];
      found.push({ folded, start, end, isPairs, joinsPrevious, joinsNext: joins, count: Array.from(raw).length, parts });
    }
    return found;
  };

  const stem = word => {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
    if (/[^sui]s$/.test(word)) word = /..ies$/.test(word) ? `${word.slice(0, -3)}y` : word.slice(0, /(ss|x|z|ch|sh)es$/.test(word) ? -2 : -1);
    const before = word.length;
    const ending = before > 5 && word.endsWith('ing') ? 3 : before > 4 && word.endsWith('ed') ? 2 : 0;
    const rest = word.slice(0, before - ending);
    if (ending && rest.length > 2 && /[aeiouy]/.test(rest) && (ending === 3 || !rest.endsWith('e'))) word = rest.replace(/([^aeiouylsz])\1$/, '$1');
    return word.length >= (word.length < before ? 4 : 5) ? word.replace(/e$/, '') : word;
  };

  const plainUnits = text => units(text).flatMap(unit => unit.isPairs ? Array.from(unit.folded) : unit.folded);
  const plainWords = text => plainUnits(text).map(stem);
  const line = text => ` ${plainUnits(text).join(' ')} `;

  const sentences = text => {
    const found = [];
    let start = 0;
    for (const match of text.matchAll(/\n|[.!?](?= )|[。！？]/g)) {
      const at = match.index;
      if (match[0] === '.' && /(^|[^A-Za-z0-9])[A-Za-z]$/.test(text.slice(Math.max(0, at - 2), at)) && !/[^\x00-\x7f]/.test(text.slice(Math.max(0, at - 2), at))) continue;
      const end = match[0] === '\n' ? at : at + 1;
      if (end > start) found.push([start, end]);
      start = match[0] === '\n' || /[。！？]/.test(match[0]) ? at + 1 : at + 2;
    }
    if (text.length > start) found.push([start, text.length]);
    return found;
  };

  /* Files: as Digits, Manifest and TermReader */

  const loaded = new Map();
  const load = (name, prepare = value => value) => {
    if (!loaded.has(name)) {
      loaded.set(name, new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = `${root}_waymark/search/${name}.js`;
        script.receive = value => resolve(prepare(value));
        script.addEventListener('load', () => script.remove());
        script.addEventListener('error', () => {
          loaded.delete(name);
          script.remove();
          reject(new Error(name));
        });
        document.head.append(script);
      }));
    }
    return loaded.get(name);
  };

  const values = new Uint8Array(128);
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_').forEach((character, value) => { values[character.charCodeAt(0)] = value; });

  const reader = text => {
    let at = 0;
    return {
      isDone: () => at >= text.length,
      single: () => values[text.charCodeAt(at++)],
      number() {
        for (let number = 0, factor = 1; ; factor *= 32) {
          const value = values[text.charCodeAt(at++)];
          number += (value & 31) * factor;
          if (value < 32) return number;
        }
      },
    };
  };
  const numbers = (text, isGaps = true) => {
    const found = [];
    const read = reader(text);
    for (let last = -1; !read.isDone();) found.push(last = isGaps ? last + read.number() + 1 : read.number());
    return found;
  };
  const eights = text => text.match(/.{8}/g) ?? [];

  const pairsOf = text => {
    const fields = text ? text.split(' ') : [];
    return { keys: fields.filter((_, index) => index % 2 === 0), values: fields.filter((_, index) => index % 2 === 1), read: [] };
  };

  /* The index of the first for which the test holds, of those in order. */
  const firstIndex = (count, test) => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (test(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  const manifest = () => load('index', value => {
    const blocks = [0];
    for (const count of numbers(value.blocks, false)) blocks.push(blocks.at(-1) + count);
    return {
      ...value, blocks, texts: eights(value.texts), terms: eights(value.terms), words: eights(value.words),
      bounds: value.bounds ? value.bounds.split(' ') : [], letters: value.letters ? value.letters.split(' ') : [],
    };
  });
  const facets = async () => load(`facets-${(await manifest()).facets}`, value => ({
    ...value, tags: value.tags.filter((_, index) => index % 2 === 0).map((name, index) => ({ name, key: name.toLowerCase(), notes: numbers(value.tags[index * 2 + 1]) })),
    dates: numbers(value.dates, false),
  }));
  const choices = async () => load(`choices-${(await manifest()).choices}`, value => ({
    ...value, options: value.options.map(names => ({ name: names[0], words: names.map(plainWords) })),
  }));

  const termFile = async number => {
    const { terms } = await manifest();
    return number < terms.length ? load(`terms-${terms[number]}`, pairsOf) : pairsOf('');
  };
  const fileOf = async term => {
    const { bounds } = await manifest();
    return Math.max(0, firstIndex(bounds.length, index => term < bounds[index]) - 1);
  };
  const postingsAt = (file, index) => file.read[index] ??= (() => {
    const read = reader(file.values[index]);
    const found = { count: read.number(), notes: [], weights: [] };
    for (let number = -1; !read.isDone();) {
      found.notes.push(number += read.number() + 1);
      found.weights.push(read.single());
    }
    return found;
  })();
  const postings = async term => {
    const file = await termFile(await fileOf(term));
    const index = firstIndex(file.keys.length, place => file.keys[place] >= term);
    return file.keys[index] === term ? postingsAt(file, index) : null;
  };
  const completions = async prefix => {
    const found = [];
    const first = await fileOf(prefix);
    scan: for (let number = first; number < first + 3; number++) {
      const file = await termFile(number);
      for (let index = firstIndex(file.keys.length, place => file.keys[place] >= prefix); index < file.keys.length; index++) {
        if (!file.keys[index].startsWith(prefix)) break scan;
        if (file.keys[index] !== prefix) found.push({ file, index, count: reader(file.values[index]).number() });
      }
    }
    return (found.length > 64 ? mostFirst(found).slice(0, 64) : found).map(({ file, index }) => postingsAt(file, index));
  };
  const mostFirst = found => found.map((entry, index) => [entry, index]).toSorted((left, right) => right[0].count - left[0].count || left[1] - right[1]).map(([entry]) => entry);

  const distance = (left, right, most) => {
    if (Math.abs(left.length - right.length) > most) return most + 1;
    let beforeLast = [];
    let last = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let row = 0; row < left.length; row++) {
      const now = [row + 1];
      let least = row + 1;
      for (let column = 0; column < right.length; column++) {
        let cost = Math.min(last[column + 1] + 1, now[column] + 1, last[column] + (left[row] === right[column] ? 0 : 1));
        if (row && column && left[row] === right[column - 1] && left[row - 1] === right[column]) cost = Math.min(cost, beforeLast[column - 1] + 1);
        now.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) return most + 1;
      beforeLast = last;
      last = now;
    }
    return last[right.length];
  };
  const similar = async word => {
    const letters = Array.from(word);
    const { letters: firsts, words } = await manifest();
    const number = firsts.indexOf(letters[0]);
    if (number < 0) return [];
    const file = await load(`words-${words[number]}`, pairsOf);
    let most = letters.length >= 9 ? 2 : 1;
    let found = [];
    file.keys.forEach((text, index) => {
      const slips = distance(letters, Array.from(text), most);
      if (slips > most) return;
      if (slips < most) [most, found] = [slips, []];
      found.push({ text, count: reader(file.values[index]).number() });
    });
    return mostFirst(found).slice(0, 4).map(({ text }) => text);
  };

  /* Queries: as Query */

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
    switch (name?.toLowerCase()) {
      case 'tag': return { kind: 'tag', value: key.replace(/^#/, '') };
      case 'is': return key === 'decision' || key === 'comparison' ? { kind: `${key}s` } : null;
      case 'in': return key.replaceAll('/', '') ? { kind: 'in', value: key.split('/').filter(Boolean).join('/') } : null;
      case 'since': return dayNumber(key) && { kind: 'since', value: dayNumber(key) };
      default: return null;
    }
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
    const middle = all.flatMap((unit, index) => ['vs', 'versus', 'or'].includes(unit) ? [index] : []);
    if (middle.length === 1 && middle[0] > 0 && middle[0] < all.length - 1) {
      query.sides = [all.slice(0, middle[0]).map(stem), all.slice(middle[0] + 1).map(stem)];
      query.words = query.words.filter(word => !['vs', 'versus', 'or'].includes(word.text));
    }
    return query;
  };

  /* Ranking: as WordMatch, Ranking and Finder */

  const logarithm = number => {
    let whole = 0;
    for (; number >= 2; number /= 2) whole++;
    return whole + (number - 1);
  };
  const rarity = (count, notes) => {
    count = Math.min(count, notes);
    return logarithm(1 + (notes - count + 0.5) / (count + 0.5));
  };

  const matchPart = async (part, isPrefix, mayErr, notes) => {
    const match = { count: 0, notes: [], values: [], terms: new Set([part.term]), prefix: null, isPair: part.isPair, correction: null };
    const best = new Float64Array(notes);
    let found = 0;
    const add = (given, share) => {
      match.count = Math.max(match.count, given.count);
      given.notes.forEach((number, index) => {
        if (!best[number]) found++;
        best[number] = Math.max(best[number], given.weights[index] / 63 * share);
      });
    };
    const addTerm = async (term, share) => {
      const postingsFound = await postings(term);
      if (!postingsFound) return;
      match.terms.add(term);
      add(postingsFound, share);
    };
    const letters = Array.from(part.surface).length;
    await addTerm(part.term, 1);
    if (isPrefix && (letters > 1 || part.isPair)) {
      match.prefix = part.surface;
      for (const completion of await completions(part.surface)) add(completion, 0.6);
      if (!found && !part.isPair) {
        for (const [ending, cut] of [['e', 1], ['i', 1], ['in', 2]]) {
          if (part.surface.endsWith(ending) && letters > 3 + cut) await addTerm(part.surface.slice(0, -cut), 0.6);
        }
      }
    }
    const isMissing = !found;
    if (mayErr && found < 2 && letters >= 5 && !part.isPair && /^\p{Alphabetic}+$/u.test(part.surface)) {
      const like = await similar(part.surface);
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

  const matchWord = async (word, notes) => {
    const parts = [];
    for (const [index, part] of word.parts.entries()) parts.push(await matchPart(part, word.isPrefix && index === word.parts.length - 1, word.parts.length === 1, notes));
    const match = { rarity: 0, count: 0, notes: [], values: [], parts, whole: null, isRequired: true, correction: parts[0]?.correction ?? null };
    const rarityOf = part => rarity(part.count, notes);
    if (!word.whole && parts.length === 1) {
      const [part] = parts;
      match.rarity = rarityOf(part);
      return { ...match, count: part.count, notes: part.notes, values: part.values.map(value => match.rarity * value) };
    }
    let all = new Map();
    parts.forEach((part, index) => {
      const own = rarityOf(part);
      const both = new Map();
      part.notes.forEach((number, place) => {
        const value = own * part.values[place] * 0.5;
        if (!index) both.set(number, value);
        else if (all.has(number)) both.set(number, Math.max(all.get(number), value));
      });
      all = both;
      match.rarity = Math.max(match.rarity, own);
    });
    if (word.whole) {
      match.whole = await matchPart({ surface: word.text, term: word.whole, isPair: false }, word.isPrefix, false, notes);
      const own = rarityOf(match.whole);
      if (match.whole.count > 0) match.rarity = Math.max(match.rarity, own);
      match.whole.notes.forEach((number, place) => all.set(number, Math.max(all.get(number) ?? 0, own * match.whole.values[place])));
    }
    match.notes = [...all.keys()].toSorted((left, right) => left - right);
    match.values = match.notes.map(number => all.get(number));
    match.count = match.notes.length;
    return match;
  };

  const maskOf = async (query, notes) => {
    let mask = null;
    const keep = test => {
      const kept = new Uint8Array(notes);
      for (let number = 0; number < notes; number++) kept[number] = (!mask || mask[number]) && test(number) ? 1 : 0;
      mask = kept;
    };
    const keepListed = list => {
      const set = new Set(list);
      keep(number => set.has(number));
    };
    for (const filter of query.filters) {
      const known = await facets();
      if (filter.kind === 'tag') keepListed(known.tags.find(tag => tag.key === filter.value)?.notes ?? []);
      else if (filter.kind === 'since') keep(number => known.dates[number] >= filter.value);
      else if (filter.kind === 'in') {
        const at = known.folders.findIndex((path, index) => index % 3 === 0 && path.toLowerCase() === filter.value);
        keep(number => at >= 0 && number >= known.folders[at + 1] && number < known.folders[at + 2]);
      } else keepListed(numbers(known[filter.kind]));
    }
    for (const word of query.excluded) {
      const found = new Set((await matchWord(word, notes)).notes);
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
      match.notes.forEach((number, index) => {
        scores[number] += match.values[index];
        if (match.isRequired) counts[number]++;
      });
    }
    const best = [];
    const complete = [];
    for (let number = 0; number < notes; number++) {
      if (mask && !mask[number]) continue;
      if (matches.length ? counts[number] * 2 < required || !counts[number] : !mask) continue;
      const hasAll = counts[number] === required;
      if (hasAll) complete.push(number);
      const share = required ? counts[number] / required : 1;
      const candidate = { number, score: scores[number] * share * share, hasAll };
      if (best.length === most) {
        if (!precedes(candidate, best.at(-1))) continue;
        best.pop();
      }
      best.splice(firstIndex(best.length, index => precedes(candidate, best[index])), 0, candidate);
    }
    return { best, complete };
  };

  const answers = async query => {
    if (!query.sides) return [];
    const known = await choices();
    const [first, second] = query.sides.map(words => {
      let best = { option: -1, length: Infinity };
      known.options.forEach((option, index) => {
        for (const own of option.words) if (own.length < best.length && words.every(word => own.includes(word))) best = { option: index, length: own.length };
      });
      return best.option;
    });
    if (first < 0 || second < 0 || first === second) return [];
    const hits = [];
    for (let index = 0; index < known.comparisons.length; index += 3) {
      const [left, right] = [Number(known.comparisons[index]), Number(known.comparisons[index + 1])];
      if (left + right !== first + second || left !== first && left !== second) continue;
      hits.push({ kind: 'comparison', title: `${known.options[left].name} vs ${known.options[right].name}`, url: known.comparisons[index + 2] });
    }
    const before = hits.length;
    for (let index = 0; index < known.decisions.length && hits.length < before + 3; index += 3) {
      const named = new Set(known.decisions[index + 2].split(' ').map(Number));
      if (named.has(first) && named.has(second)) hits.push({ kind: 'decision', title: known.decisions[index], url: known.decisions[index + 1] });
    }
    return hits;
  };

  /* Notes: as NoteTexts, NoteReading and Marks */

  const noteAt = async number => {
    const { blocks, texts } = await manifest();
    const block = firstIndex(blocks.length, index => blocks[index] > number) - 1;
    const notes = await load(`notes-${texts[block]}`, value => value.map(([title, url, folders, date, tags, aliases, fields]) => {
      const sections = [];
      for (let index = 0; index < fields.length; index += 3) sections.push({ anchor: fields[index], heading: fields[index + 1], text: fields[index + 2] });
      return { title, url, folders, date, tags, aliases, sections };
    }));
    return notes[number - blocks[block]];
  };

  const textUnits = text => units(text).map(unit => ({ ...unit, terms: unit.isPairs ? [] : [unit.folded, ...unit.parts].map(stem) }));
  const sectionUnits = (section, note) => section.read ??= {
    heading: textUnits(section.anchor ? section.heading : [note.title, ...note.aliases].join('\n')),
    sentences: sentences(section.text).map(([start, end]) => ({ start, end, units: textUnits(section.text.slice(start, end)) })),
  };

  const fits = (unit, pattern) => {
    if (unit.isPairs) return pattern.isPair && [...pattern.terms].some(term => unit.folded.includes(term));
    return unit.terms.some(term => pattern.terms.has(term)) || pattern.prefix !== null && unit.folded.startsWith(pattern.prefix);
  };
  const newMarks = matches => Object.assign(matches.map(match => new Uint8Array(Math.max(match.parts.length, 1))), { last: 0, neighbours: 0 });
  const mark = (marks, unit, matches) => {
    let found = 0;
    matches.forEach((match, index) => {
      if (match.whole && fits(unit, match.whole)) {
        marks[index].fill(1);
        found |= 1 << index;
      }
      match.parts.forEach((part, place) => {
        if (!fits(unit, part)) return;
        marks[index][place] = 1;
        found |= 1 << index;
      });
    });
    marks.neighbours |= marks.last << 1 & found;
    marks.last = found;
    return found !== 0;
  };
  const sumOf = (marks, matches) => matches.reduce((sum, match, index) => sum + match.rarity * (marks[index].reduce((seen, one) => seen + one, 0) / marks[index].length), 0);
  const bits = number => number ? (number & 1) + bits(number >>> 1) : 0;
  const closeSumOf = (marks, matches) => matches.length > 1 ? sumOf(marks, matches) * (1 + bits(marks.neighbours) / (matches.length - 1)) : sumOf(marks, matches);

  const fragmentsOf = (text, start, end, matches) => {
    const all = textUnits(text.slice(start, end)).map(unit => ({ ...unit, start: unit.start + start, end: unit.end + start, isMarked: mark(newMarks(matches), unit, matches) }));
    let [first, last] = [start, end];
    if (end - start > 220) {
      const place = Math.max(0, all.findIndex(unit => unit.isMarked));
      if (place > 6) first = all[place - 6].start;
      last = all.findLast(unit => unit.start > first && unit.start - first <= 220)?.start ?? last;
      if (last - first > 220) last = first + 220;
    }
    const fragments = first > start ? [{ text: '… ' }] : [];
    let at = first;
    const add = (to, isMarked) => {
      if (to > at) fragments.push({ text: text.slice(at, to).replaceAll('\n', ' · '), isMarked });
      at = to;
    };
    for (const unit of all) {
      if (!unit.isMarked || unit.start < first || unit.end > last) continue;
      add(unit.start, false);
      add(unit.end, true);
    }
    add(last, false);
    if (last < end) fragments.push({ text: '…' });
    return fragments;
  };

  const readNote = (note, matches, query) => {
    const holds = phrase => line(note.title).includes(phrase) || note.sections.some(section => line(section.heading).includes(phrase) || line(section.text).includes(phrase));
    if (!query.phrases.every(holds)) return null;
    const asked = query.words.flatMap(word => plainUnits(word.text)).join(' ');
    let best = { score: -1, section: null, sentence: null };
    for (const section of note.sections) {
      const read = sectionUnits(section, note);
      const marks = newMarks(matches);
      for (const unit of read.heading) mark(marks, unit, matches);
      const inHeading = closeSumOf(marks, matches);
      let [bestSum, sentence] = [0, null];
      for (const own of read.sentences) {
        const ownMarks = newMarks(matches);
        for (const unit of own.units) if (mark(ownMarks, unit, matches)) mark(marks, unit, matches);
        const sum = closeSumOf(ownMarks, matches);
        if (sum > bestSum || !sentence) [bestSum, sentence] = [sum, own];
      }
      let score = sumOf(marks, matches) + 0.5 * inHeading + 0.5 * bestSum;
      if (section.anchor && plainUnits(section.heading).join(' ') === asked) score *= 1.25;
      if (score > best.score) best = { score, section, sentence };
    }
    const most = matches.reduce((sum, match) => sum + match.rarity, 0) * (matches.length > 1 ? 3 : 2);
    let share = 0.4 + 0.6 * (most > 0 ? Math.max(best.score, 0) / most : 0);
    if ([note.title, ...note.aliases].some(name => plainUnits(name).join(' ') === asked)) share *= 1.5;
    const { section, sentence } = best;
    const hit = { kind: 'note', title: note.title, heading: section?.heading ?? '', url: section?.anchor ? `${note.url}#${section.anchor}` : note.url, folders: note.folders, date: note.date, tags: note.tags, sentence: [] };
    if (sentence) {
      let { end } = sentence;
      for (const next of section.read.sentences) if (next.start >= end && end - sentence.start < 70) end = next.end;
      hit.sentence = fragmentsOf(section.text, sentence.start, end, matches);
    }
    return { share, hit };
  };

  /* Finds what a query asks for; `isStale` says that nobody waits for it any more. */
  search.find = async (text, limit = 10, isStale = () => false) => {
    const query = readQuery(text);
    const { notes } = await manifest();
    const matches = [];
    for (const word of query.words) matches.push(await matchWord(word, notes));
    const common = matches.map(match => match.count * 2 > notes);
    if (notes >= 20 && common.includes(false)) matches.forEach((match, index) => { match.isRequired = !common[index]; });
    const mask = await maskOf(query, notes);
    const most = query.phrases.length ? Math.max(60, limit) : Math.ceil(limit / 10) * 10;
    const { best, complete } = rank(matches, mask, notes, most);
    const findings = { query, answers: await answers(query), hits: [], total: complete.length, complete, corrections: matches.flatMap(match => match.correction ?? []) };
    for (let start = 0; start < best.length && findings.hits.length < limit; start += 10) {
      if (isStale()) return null;
      const page = await Promise.all(best.slice(start, start + 10).map(async candidate => {
        const found = readNote(await noteAt(candidate.number), matches, query);
        return found && { ...candidate, score: candidate.score * found.share, hit: found.hit };
      }));
      findings.hits.push(...page.filter(Boolean).toSorted((left, right) => precedes(left, right) ? -1 : 1).map(({ hit, number }) => ({ ...hit, number })));
    }
    if (query.phrases.length && findings.hits.length < limit) {
      findings.complete = findings.hits.map(hit => hit.number);
      findings.total = findings.complete.length;
    }
    findings.hits = findings.hits.slice(0, limit);
    return findings;
  };
  search.tagsAmong = async complete => {
    const among = new Set(complete);
    return mostFirst((await facets()).tags.map(tag => ({ name: tag.name, count: tag.notes.reduce((sum, number) => sum + among.has(number), 0) })).filter(tag => tag.count));
  };
  search.texts = { units, stem, queryWords };
  search.root = root;
})();
