'use strict';
/* The box that search is used in: in a dialog on every page, and in the search page itself. */
(() => {
  const { search, element, parts, fill, counted } = window.waymark;
  const says = window.waymark.words.search;
  /* What the box says may be in another language than what is found. */
  const { language } = window.waymark.words;
  const notesLanguage = document.documentElement.lang;
  const { root } = search;
  const button = document.querySelector('.search-button');
  const page = document.getElementById('page:search');
  // Sites of one host keep theirs apart.
  const storageKey = `waymark:searches:${new URL(root).pathname}`;

  const recent = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
      return Array.isArray(kept) ? kept.filter(query => typeof query === 'string').slice(0, 5) : [];
    } catch {
      return [];
    }
  };
  const remember = query => {
    if (!query) return;
    try {
      localStorage.setItem(storageKey, JSON.stringify([query, ...recent().filter(other => other !== query)].slice(0, 5)));
    } catch { /* The browser keeps nothing: then nothing is kept. */ }
  };

  /* A query with another word in place of one, which may be typed in other case and with accents. */
  const replaced = (query, word, instead) => {
    const unit = search.texts.units(query).find(({ folded }) => folded === word);
    return unit ? query.slice(0, unit.start) + instead + query.slice(unit.end) : query;
  };

  /* A query without a filter, as it was typed. */
  const without = (query, filter) => query.split(/\s+/).filter(part => part.toLowerCase().replace(':#', ':') !== filter.toLowerCase()).join(' ');

  const pageURL = query => `${button.href}${query ? `?q=${encodeURIComponent(query)}` : ''}`;

  class Box {
    turn = 0;
    limit = 10;
    active = -1;

    constructor(id, isPage) {
      this.isPage = isPage;
      this.input = element('input', {
        type: 'search', role: 'combobox', 'aria-label': says.searchNotes, 'aria-expanded': 'false', 'aria-controls': `${id}:list`,
        'aria-autocomplete': 'list', autocomplete: 'off', autocapitalize: 'off', spellcheck: false, enterkeyhint: 'go', maxlength: 200,
        placeholder: says.searchNotes, oninput: () => this.ask(), onkeydown: event => this.press(event),
      });
      this.filters = element('div', { className: 'search-filters', role: 'group', 'aria-label': says.narrow, hidden: true });
      this.status = element('p', { className: 'search-status', role: 'status' });
      this.list = element('div', { className: 'search-list', id: `${id}:list`, role: 'listbox', 'aria-label': says.results });
      this.before = element('div', { className: 'search-after', role: 'status' });
      this.after = element('div', { className: 'search-after' });
      this.body = element('div', { className: 'search-body' }, this.status, this.before, this.list, this.after);
      this.element = element('div', { className: 'search-box', role: 'search', lang: language }, element('div', { className: 'search-field' }, this.input), this.filters, this.body);
      this.id = id;
    }

    set(query) {
      this.input.value = query;
      this.input.focus();
      this.ask();
    }

    ask(limit = 10) {
      this.limit = limit;
      const query = this.input.value.trimStart();
      const turn = ++this.turn;
      this.onquery?.(query.trim());
      if (!query.trim()) return this.rest();
      const slow = setTimeout(() => { if (turn === this.turn) this.status.textContent = says.searching; }, 150);
      return search.find(query, limit, () => turn !== this.turn)
        .then(findings => { if (findings && turn === this.turn) this.show(query.trim(), findings); },
          error => { if (turn === this.turn) this.fail(error); })
        .finally(() => clearTimeout(slow));
    }

    /* Nothing is asked: what was asked before, and what can be. */
    rest() {
      const asked = recent();
      this.filters.hidden = true;
      this.fill(asked.map(query => element('a', { href: pageURL(query), 'data-query': query }, element('span', { className: 'search-title' }, query))));
      this.status.textContent = asked.length ? says.recent : '';
      this.after.replaceChildren(element('p', { className: 'search-hint' }, ...parts(says.hint, element('span', {},
        ...['tag:', 'in:', 'is:decision', 'is:comparison', 'since:', '-word'].flatMap((part, index) => [index ? ' ' : '', element('code', {}, part)])))));
    }

    fail({ isOld }) {
      this.fill([]);
      this.filters.hidden = true;
      this.status.textContent = isOld ? says.isOld : says.isBroken;
      const way = isOld ? [says.reload, () => location.reload()] : [says.retry, () => this.ask(this.limit)];
      this.after.replaceChildren(this.ways([element('button', { type: 'button', onclick: way[1] }, way[0])]));
    }

    show(query, findings) {
      const hits = [...findings.answers, ...findings.hits];
      // Who asks for more goes on where the list ended.
      const shown = this.limit > 10 ? this.list.children.length : 0;
      this.fill(hits.map(hit => this.option(hit)), Math.min(shown, hits.length - 1));
      this.status.textContent = this.summary(findings, hits);
      const misspelt = findings.corrections.filter(correction => correction.instead);
      const offers = misspelt.map(({ word, instead }) => element('p', { className: 'search-correction' },
        `${fill(says.noNoteSays, fill(says.quoted, word))} `, element('span', { className: 'search-instead' }, ...parts(says.didYouMean,
          element('button', { type: 'button', onclick: () => this.set(replaced(query, word, instead)) }, instead)))));
      this.before.replaceChildren(...offers);
      const isMore = findings.unread || findings.hits.length === this.limit && (findings.total > this.limit || !findings.total);
      const more = isMore ? [element('button', { type: 'button', className: 'search-more', onclick: () => this.more() }, findings.unread ? says.lookFurther : says.showMore)] : [];
      if (hits.length) this.after.replaceChildren(...more);
      else {
        const { filters } = findings.query;
        const anyhow = filters.length ? [element('button', { type: 'button', onclick: () => this.set(query.replace(/(^|\s)(tag|is|in|since):\S+/gi, '').trim()) }, says.withoutFilters)] : [];
        this.after.replaceChildren(this.ways([...more, ...anyhow]));
      }
      this.narrow(query, findings);
    }

    more() {
      this.input.focus();
      this.ask(this.limit + 10);
    }

    summary({ total, unread, corrections, hits: notes }, hits) {
      if (unread) return `${fill(says.soFar, total ? counted(total, says.notes) : says.noNote)} ${counted(unread, says.mayHavePhrase)}`;
      if (total) return total < notes.length ? fill(says.allThenSome, counted(total, says.notes)) : counted(total, says.notes);
      if (notes.length) return says.someWords;
      if (hits.length) return '';
      const missing = corrections.map(({ word }) => fill(says.quoted, word));
      return missing.length ? fill(says.noNoteSays, missing.reduce((some, word) => fill(says.or, some, word))) : says.nothing;
    }

    ways(first) {
      const list = element('ul', { className: 'search-ways' });
      list.append(...[...first, element('a', { href: pageURL('') }, says.allNotes), element('a', { href: button.dataset.tags }, says.allTags)].map(way => element('li', {}, way)));
      return list;
    }

    option(hit) {
      const title = element('span', { className: 'search-title' }, hit.title);
      if (hit.heading) title.append(element('span', { className: 'search-heading' }, ` › ${hit.heading}`));
      const place = hit.kind === 'note' ? [hit.folders, hit.date].filter(Boolean).join(' · ') : hit.kind === 'decision' ? says.decision : says.comparison;
      const option = element('a', { href: root + hit.url, lang: notesLanguage, className: hit.kind === 'note' ? '' : `search-answer is-${hit.kind}` }, title);
      if (hit.sentence?.length) option.append(element('span', { className: 'search-sentence' }, ...hit.sentence.map(part => part.isMarked ? element('mark', {}, part.text) : part.text)));
      if (place) option.append(element('span', { className: 'search-place', lang: hit.kind === 'note' ? notesLanguage : language }, place));
      return option;
    }

    fill(options, first = 0) {
      this.before.replaceChildren();
      options.forEach((option, index) => {
        option.id = `${this.id}:option-${index}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.tabIndex = -1;
        option.addEventListener('click', event => this.follow(event, option));
        option.addEventListener('pointermove', () => this.activate(index, false));
      });
      this.list.replaceChildren(...options);
      this.list.hidden = !options.length;
      this.input.setAttribute('aria-expanded', String(options.length > 0));
      this.active = -1;
      this.body.scrollTop = 0;
      if (options.length && this.input.value.trim()) this.activate(first);
      else this.input.removeAttribute('aria-activedescendant');
    }

    activate(index, scrolls = true) {
      if (index === this.active) return;
      this.list.children[this.active]?.setAttribute('aria-selected', 'false');
      this.active = index;
      const option = this.list.children[index];
      option.setAttribute('aria-selected', 'true');
      this.input.setAttribute('aria-activedescendant', option.id);
      if (scrolls && index) option.scrollIntoView({ block: 'nearest' });
      else if (scrolls) this.body.scrollTop = 0;
    }

    follow(event, option) {
      if (option.dataset.query && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        this.set(option.dataset.query);
        return;
      }
      remember(this.input.value.trim());
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) this.onfollow?.();
    }

    press(event) {
      const count = this.list.children.length;
      if (event.isComposing) return;
      if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count) {
        event.preventDefault();
        this.activate((this.active + (event.key === 'ArrowDown' ? 1 : this.active < 0 ? 0 : -1) + count) % count);
      } else if (event.key === 'Enter' && this.active >= 0) {
        event.preventDefault();
        this.list.children[this.active].dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey }));
      } else if (event.key === 'Escape') {
        event.preventDefault();
        if (this.onleave) this.onleave();
        else this.set('');
      }
    }

    /* What can narrow what is found, each with how many notes it leaves, and what does. */
    async narrow(query, { query: { filters }, ...findings }) {
      const turn = this.turn;
      const chosen = filters.map(({ part }) => part);
      const isChosen = ({ part }) => chosen.includes(part.toLowerCase());
      let groups = { kinds: [], tags: [], folders: [], since: [] };
      try {
        groups = await search.narrowings(findings);
      } catch { /* A result is one without them. */ }
      if (turn !== this.turn) return;
      const known = Object.values(groups).flat();
      const others = (group, most) => group.filter(one => !isChosen(one) && one.count && one.count < findings.total).slice(0, most);
      const shown = [
        ...chosen.map(part => known.find(one => one.part.toLowerCase() === part) ?? { part, name: part, count: findings.total }),
        ...others(groups.kinds, 2), ...others(groups.tags, 6), ...others(groups.folders, 2), ...others(groups.since, 1),
      ];
      this.filters.replaceChildren(...shown.map(one => element('button', {
        type: 'button', 'aria-pressed': String(isChosen(one)), lang: /^(tag|in):/.test(one.part) ? notesLanguage : language,
        onclick: () => this.set(isChosen(one) ? without(query, one.part) : `${query} ${one.part} `),
      }, `${one.name} `, element('span', { className: 'count' }, String(one.count)))));
      this.filters.hidden = !shown.length;
    }
  }

  let box;
  if (page) {
    box = new Box('page:search-box', true);
    page.append(box.element);
    const lists = document.querySelectorAll('.a-to-z, .tag-list');
    box.onquery = query => {
      lists.forEach(list => { list.hidden = !!query; });
      try {
        history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname);
      } catch { /* A page from disk may keep its address. */ }
    };
    box.set(new URLSearchParams(location.search).get('q') ?? '');
    search.open = () => box.input.focus();
  } else {
    box = new Box('page:search', false);
    const dialog = element('dialog', { className: 'search-dialog', lang: language, 'aria-label': says.search }, box.element, element('p', { className: 'search-keys' },
      element('span', {}, element('kbd', {}, '↑'), element('kbd', {}, '↓'), ` ${says.toChoose}`), element('span', {}, element('kbd', {}, 'Enter'), ` ${says.toOpen}`), element('span', {}, element('kbd', {}, 'Esc'), ` ${says.toClose}`)));
    const whole = element('a', { className: 'search-whole', href: pageURL('') }, says.asPage);
    dialog.lastChild.append(whole);
    box.element.firstChild.append(element('button', { type: 'button', className: 'search-close', onclick: () => box.onleave() }, says.leave));
    box.onquery = query => { whole.href = pageURL(query); };
    // A box that is not shown may not keep the keys.
    box.onleave = box.onfollow = () => {
      box.input.blur();
      dialog.close();
    };
    dialog.addEventListener('click', event => { if (event.target === dialog) box.onleave(); });
    document.body.append(dialog);
    search.open = () => {
      // In a preview that of the page before may still be open.
      if (document.querySelector('.search-dialog[open]')) return;
      dialog.showModal();
      search.renew();
      box.input.select();
      if (!box.input.value.trim()) box.rest();
    };
  }
})();
