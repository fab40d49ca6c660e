/**
 * The matrix builder: a reader picks options, and what all notes say of them becomes one comparison.
 *
 * What is known of an option is a script of its own, since a page opened from disk may not fetch; it calls
 * `waymark.option(…)`. The choice stands in the address: `?o=irsa,eks-pod-identity`.
 */
(() => {
  'use strict';

  const { words: { language }, fill, counted, element, announce, parameter, setParameter, comparisons } = window.waymark;
  const words = window.waymark.words.matrix;
  const section = document.querySelector('section.matrix');
  if (!section) return;

  /** How many options are offered at once. */
  const LIMIT = 50;

  /**
   * @typedef {object} Claims what the notes say of an option by a criterion
   * @property {string} name
   * @property {string} key its form in which criteria of different options are the same
   * @property {string} verdict
   * @property {boolean} [isMarked] whether the author marked the verdict with a sign
   * @property {boolean} [isContested] whether not all statements can be right
   * @property {{text: string, sources: {note: string, url: string}[]}[]} statements each text once
   */

  /**
   * @typedef {object} Option
   * @property {string} slug
   * @property {string} name
   * @property {string} url from the site's root
   * @property {Claims[]} criteria
   */

  const root = section.dataset.root ?? '../';
  const form = section.querySelector('form.picker');
  const list = form.querySelector('ul');
  const result = section.querySelector('.result');

  /** All that can be picked, by its slug, in the author's order. */
  const offered = new Map();
  for (const item of list.children) {
    const box = item.querySelector('input');
    const name = item.querySelector('label').textContent.trim();
    offered.set(box.value, { slug: box.value, name, folded: name.toLowerCase(), source: box.dataset.src, item, box });
  }

  /** @type {Map<string, Option>} */
  const loaded = new Map();
  const failed = new Set();
  const asked = new Set();
  /** What is picked, in the order of picking. */
  let picked = [];
  /** The table and the tools over it. */
  let drawn = null;

  window.waymark.option = (option) => loaded.set(option.slug, option);

  // MARK: Picking

  const filter = element('input', { type: 'search', lang: language, placeholder: words.filter, 'aria-label': words.filter, autocomplete: 'off' });
  const more = element('p', { className: 'more-options', lang: language });
  const chips = element('ul', { className: 'chips', lang: language, 'aria-label': words.chosen });
  const status = element('div', { className: 'status', role: 'status', lang: language });

  /** Offers the first matches, what is picked before the rest. */
  function offer() {
    const wanted = filter.value.trim().toLowerCase();
    const matches = [];
    const others = [];
    for (const option of offered.values()) {
      if (option.folded.includes(wanted)) (picked.includes(option.slug) ? matches : others).push(option.item);
    }
    const count = matches.length + others.length;
    matches.push(...others.slice(0, Math.max(0, LIMIT - matches.length)));
    list.replaceChildren(...matches);
    more.textContent = count === 0 ? words.noMatch
      : count > matches.length ? fill(words.someShown, matches.length, count) : '';
    return count;
  }

  function showChips() {
    chips.replaceChildren(...picked.map((slug) => {
      const { name } = offered.get(slug);
      const remove = element('button', { type: 'button', 'aria-label': fill(words.remove, name) }, name);
      remove.addEventListener('click', () => {
        const place = picked.indexOf(slug);
        pick(picked.filter((other) => other !== slug));
        (chips.querySelectorAll('button')[Math.min(place, picked.length - 1)] ?? filter).focus();
      });
      return element('li', { lang: document.documentElement.lang }, remove);
    }));
    chips.hidden = picked.length === 0;
  }

  /**
   * Takes a new choice.
   * @param {string[]} slugs
   */
  function pick(slugs) {
    picked = slugs;
    for (const { slug, box } of offered.values()) box.checked = picked.includes(slug);
    showChips();
    setParameter('o', picked.map(encodeURIComponent).join(','));
    load();
    show();
  }

  // MARK: Loading

  function load() {
    for (const slug of picked) {
      if (asked.has(slug)) continue;
      asked.add(slug);
      const script = element('script', { src: offered.get(slug).source });
      const done = () => {
        script.remove();
        if (!loaded.has(slug)) failed.add(slug);
        show();
      };
      script.addEventListener('load', done);
      script.addEventListener('error', done);
      document.head.append(script);
    }
  }

  function retry() {
    for (const slug of failed) asked.delete(slug);
    failed.clear();
    load();
    show();
  }

  /** Names in a row, as the language writes them. */
  const names = (slugs) => new Intl.ListFormat(language).format(slugs.map((slug) => offered.get(slug).name));

  function showStatus() {
    const lost = picked.filter((slug) => failed.has(slug));
    const waiting = picked.filter((slug) => !loaded.has(slug) && !failed.has(slug));
    const said = [];
    if (!picked.length) said.push(words.chooseOptions);
    else if (picked.length === 1) said.push(words.chooseAnother);
    if (waiting.length) said.push(fill(words.loading, names(waiting)));
    if (lost.length) {
      const again = element('button', { type: 'button' }, words.tryAgain);
      again.addEventListener('click', retry);
      said.push(fill(words.notLoaded, names(lost)), again);
    }
    status.classList.toggle('failed', lost.length > 0);
    section.classList.toggle('waiting', waiting.length > 0);
    status.replaceChildren(...said.flatMap((part) => [part, ' ']));
    return waiting.length + lost.length === 0;
  }

  // MARK: The table

  /**
   * What the notes say of an option by one criterion.
   * @param {Claims | undefined} claims
   */
  function cell(claims) {
    if (!claims) return element('td', { className: 'empty' });
    const { verdict, isMarked, isContested, statements } = claims;
    const td = element('td', { className: verdict });
    td.classList.toggle('marked', isMarked ?? false);
    td.classList.toggle('contested', isContested ?? false);
    td.dataset.text = statements.map(({ text }) => text).join('; ');
    for (const { text, sources } of statements) {
      const line = element('p', { className: 'statement' });
      if (sources.length === 1) line.append(element('a', { href: root + sources[0].url, title: sources[0].note }, text));
      else line.append(text, ...sources.flatMap(({ note, url }) => [' ', element('a', { className: 'source', href: root + url }, note)]));
      td.append(line);
    }
    if (isContested) td.append(element('span', { className: 'contested-note', lang: language }, words.contested));
    return td;
  }

  /** Builds the table anew, of what is loaded. */
  function show() {
    const isComplete = showStatus();
    const options = picked.map((slug) => loaded.get(slug)).filter(Boolean);
    if (!options.length) {
      result.replaceChildren();
      return;
    }
    /** @type {Map<string, {name: string, claims: Claims[]}>} */
    const criteria = new Map();
    options.forEach((option, column) => {
      for (const claims of option.criteria) {
        if (!criteria.has(claims.key)) criteria.set(claims.key, { name: claims.name, claims: [] });
        criteria.get(claims.key).claims[column] = claims;
      }
    });
    const head = element('tr', {}, element('th', { scope: 'col', lang: language }, words.criterion), ...options.map(({ name, url }) =>
      element('th', { scope: 'col' }, element('a', { href: root + url }, name))));
    const body = element('tbody');
    for (const { name, claims } of criteria.values()) {
      body.append(element('tr', {}, element('th', { scope: 'row' }, name), ...options.map((_, column) =>
        cell(claims[column]))));
    }
    const table = element('table', { className: 'comparison' }, element('thead', {}, head), body);
    const label = fill(words.comparisonOf, names(options.map(({ slug }) => slug)));
    const box = element('div', { className: 'table-scroll', role: 'group', 'aria-label': label, tabIndex: 0 }, table);
    result.replaceChildren(box);
    // Columns and their order belong to the options that were picked before.
    drawn = comparisons.compare(table, 't1', drawn?.state && { ...drawn.state, columns: null, sort: null }) ?? drawn;
    if (isComplete) announce(fill(words.summary, label, counted(criteria.size, words.criteria)));
  }

  // MARK: Start

  form.addEventListener('submit', (event) => event.preventDefault());
  filter.addEventListener('input', () => {
    const count = offer();
    announce(counted(count, words.options));
  });
  list.addEventListener('change', ({ target }) => {
    pick(target.checked ? [...picked, target.value] : picked.filter((slug) => slug !== target.value));
  });

  list.before(filter);
  list.after(more);
  result.before(chips, status);
  section.hidden = false;
  const wanted = [...new Set(parameter('o').split(','))].filter((slug) => offered.has(slug));
  pick(wanted);
  offer();
})();
