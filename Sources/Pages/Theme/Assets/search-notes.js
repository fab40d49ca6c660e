'use strict';
/* The best section and sentence of a note, as NoteReading and Marks of `Sources/Search` choose them. */
(() => {
  const { search } = window.waymark;
  const { units, stem, plainUnits, line, sentences } = search.texts;

  const textUnits = text => units(text).map(unit => ({ ...unit, terms: unit.isPairs ? [] : [...[unit.folded, ...unit.parts].map(stem), ...unit.signed ? [unit.signed] : []] }));
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
    let [found, light] = [0, 0];
    matches.forEach((match, index) => {
      if (match.isLight) light |= 1 << index;
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
    return (found & ~light) !== 0;
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

  search.readNote = readNote;
})();
