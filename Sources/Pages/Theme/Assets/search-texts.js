'use strict';
/* Texts for search, as Folding, Scanner, Stemmer, TextWords and TextSentences of `Sources/Search` read them. */
(() => {
  const search = (window.waymark ??= {}).search = {};

  const pairRange = '\\u0e00-\\u0eff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';
  const letter = `(?![${pairRange}])[\\p{L}\\p{N}\\p{M}]`;
  const unitPattern = new RegExp(`[${pairRange}]+|(?:${letter})+`, 'gu');
  const tailPattern = new RegExp(`['\\u2019][A-Za-z]{1,2}(?!${letter})`, 'uy');
  const joinPattern = new RegExp(`[.\\-/_:@](?=${letter})`, 'uy');
  const signsPattern = new RegExp(`[+#]{1,2}(?![+#]|${letter})`, 'uy');
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

  /* The units of a text: folded form, that with signs (null without any), place, whether of pairs, whether joined, and the parts told apart by capitals. */
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
      let signs = null;
      if (!isPairs) {
        signs = /[0-9]/.test(raw) ? null : matchAt(signsPattern, text, at);
        const tail = matchAt(tailPattern, text, at);
        if (tail) at += tail[0].length;
        joins = !!matchAt(joinPattern, text, at);
      }
      const folded = fold(raw);
      if (!folded) continue;
      const capitals = /.[A-Z]/su.test(raw) ? raw.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})/) : [];
      const parts = capitals.length > 1 ? capitals.filter(part => part.length > 1 && isASCII(part)).map(part => part.toLowerCase()) : [];
      found.push({ folded, signed: signs && folded + signs[0], start, end, isPairs, joinsPrevious, joinsNext: joins, count: Array.from(raw).length, parts });
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

  const plainUnits = text => units(text).flatMap(unit => unit.isPairs ? Array.from(unit.folded) : unit.signed ?? unit.folded);
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

  search.texts = { units, stem, plainUnits, plainWords, line, sentences };
})();
