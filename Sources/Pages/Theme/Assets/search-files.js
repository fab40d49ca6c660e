'use strict';
/* The files of the index, as Shards, Manifest, Facets, Choices, Shelf and TermReader of `Sources/Search` write and read them. */
(() => {
  const search = window.waymark.search;
  const root = new URL('../', document.currentScript.src).href;
  const version = 1;
  const kinds = ['index', 'terms', 'words', 'blocks', 'notes', 'facets', 'choices'];
  for (const kind of kinds) search[kind] = value => document.currentScript.receive(value);

  /* Runs a script of the index and gives its value. A page that is opened from disk may run one but not fetch it. */
  const run = address => new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.receive = resolve;
    const finish = () => {
      script.remove();
      // Also where a server answers for a file that is not there with something else. A promise that is resolved stays so.
      reject(new Error(address));
    };
    script.addEventListener('load', finish);
    script.addEventListener('error', finish);
    document.head.append(script);
  });

  /* Names come from contents, so what was loaded once is right for ever. */
  const loaded = new Map();
  const load = (name, prepare = value => value) => {
    if (!loaded.has(name)) {
      const value = run(`${root}_waymark/search/${name}.js`).then(prepare);
      value.catch(() => loaded.delete(name));
      loaded.set(name, value);
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
  const names = text => text.match(/.{12}/g) ?? [];

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

  const beginnings = counts => {
    const found = [0];
    for (const count of counts) found.push(found.at(-1) + count);
    return found;
  };

  /* What the index is at the moment. Its address is another each time: no browser may answer with what it has kept. */
  const readIndex = async () => {
    const value = await run(`${root}_waymark/search/index.js?${Date.now()}`);
    if (value.version !== version) throw Object.assign(new Error('version'), { isOld: true });
    return {
      ...value, terms: names(value.terms), words: names(value.words), shelves: names(value.shelves), starts: beginnings(numbers(value.shelfNotes, false)),
      bounds: value.bounds ? value.bounds.split(' ') : [], letters: value.letters ? value.letters.split(' ') : [],
    };
  };

  const facets = index => load(`facets-${index.facets}`, value => ({
    ...value, tags: value.tags.filter((_, place) => place % 2 === 0).map((name, place) => ({ name, key: name.toLowerCase(), notes: numbers(value.tags[place * 2 + 1]) })),
    dates: numbers(value.dates, false),
  }));
  const choices = index => load(`choices-${index.choices}`, value => ({
    ...value, options: value.options.map(known => ({ name: known[0], words: known.map(search.texts.plainWords) })),
  }));

  const pairsOf = text => {
    const fields = text ? text.split(' ') : [];
    return { keys: fields.filter((_, place) => place % 2 === 0), values: fields.filter((_, place) => place % 2 === 1), read: [] };
  };
  const termFile = (index, number) => number < index.terms.length ? load(`terms-${index.terms[number]}`, pairsOf) : pairsOf('');
  const fileOf = (index, term) => Math.max(0, firstIndex(index.bounds.length, place => term < index.bounds[place]) - 1);

  const postingsAt = (index, file, place) => file.read[place] ??= (() => {
    const [listed, lacking] = file.values[place].split('.');
    const read = reader(listed);
    const found = { notes: [], weights: [] };
    read.number();
    for (let number = -1; !read.isDone();) {
      found.notes.push(number += read.number() + 1);
      found.weights.push(read.single());
    }
    if (lacking === undefined) return found;
    const weights = new Uint8Array(index.notes).fill(Math.min(...found.weights));
    found.notes.forEach((number, at) => { weights[number] = found.weights[at]; });
    for (const number of numbers(lacking)) weights[number] = 0;
    const notes = Array.from(weights.keys()).filter(number => weights[number]);
    return { notes, weights: notes.map(number => weights[number]) };
  })();
  const postings = async (index, term) => {
    const file = await termFile(index, fileOf(index, term));
    const place = firstIndex(file.keys.length, at => file.keys[at] >= term);
    return file.keys[place] === term ? postingsAt(index, file, place) : null;
  };

  const mostFirst = found => found.map((entry, place) => [entry, place]).toSorted((left, right) => right[0].count - left[0].count || left[1] - right[1]).map(([entry]) => entry);
  const completions = async (index, prefix) => {
    const found = [];
    const first = fileOf(index, prefix);
    scan: for (let number = first; number < first + 3; number++) {
      const file = await termFile(index, number);
      for (let place = firstIndex(file.keys.length, at => file.keys[at] >= prefix); place < file.keys.length; place++) {
        if (!file.keys[place].startsWith(prefix)) break scan;
        if (file.keys[place] !== prefix) found.push({ file, place, count: reader(file.values[place]).number() });
      }
    }
    return (found.length > 64 ? mostFirst(found).slice(0, 64) : found).map(({ file, place }) => postingsAt(index, file, place));
  };

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
  const similar = async (index, word) => {
    const letters = Array.from(word);
    const number = index.letters.indexOf(letters[0]);
    if (number < 0) return [];
    const file = await load(`words-${index.words[number]}`, pairsOf);
    let most = letters.length >= 9 ? 2 : 1;
    let found = [];
    file.keys.forEach((text, place) => {
      const slips = distance(letters, Array.from(text), most);
      if (slips > most) return;
      if (slips < most) [most, found] = [slips, []];
      found.push({ text, count: reader(file.values[place]).number() });
    });
    return mostFirst(found).slice(0, 4).map(({ text }) => text);
  };

  const noteAt = async (index, number) => {
    const shelf = firstIndex(index.starts.length, place => index.starts[place] > number) - 1;
    const blocks = await load(`blocks-${index.shelves[shelf]}`, value => ({ starts: beginnings(numbers(value.notes, false)), texts: names(value.texts) }));
    const rest = number - index.starts[shelf];
    const block = firstIndex(blocks.starts.length, place => blocks.starts[place] > rest) - 1;
    const notes = await load(`notes-${blocks.texts[block]}`, value => value.map(([title, url, folders, date, tags, aliases, fields]) => {
      const sections = [];
      for (let place = 0; place < fields.length; place += 3) sections.push({ anchor: fields[place], heading: fields[place + 1], text: fields[place + 2] });
      return { title, url, folders, date, tags, aliases, sections };
    }));
    return notes[rest - blocks.starts[block]];
  };

  search.root = root;
  search.files = { readIndex, facets, choices, postings, completions, similar, noteAt, numbers, firstIndex, mostFirst };
})();
