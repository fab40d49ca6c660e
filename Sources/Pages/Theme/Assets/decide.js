/**
 * The page of a decision: its questions one at a time, or its conditions as a list to tick.
 *
 * The author's list stays below. The answers stand in the address, so that it can be shared: in `?a=` those given from the
 * first question on, in `?c=` the conditions ticked, by ids that follow from their words.
 */
(() => {
  'use strict';

  const { fill, counted, element, announce, today, copyButton, parameter, addressWith, setParameter, markdown } = window.waymark;
  const words = window.waymark.words.decide;
  /** What is said here may be in another language than the notes. */
  const lang = window.waymark.words.language;
  const notesLang = document.documentElement.lang;

  /** @param {Node} node */
  const textOf = (node) => (node?.textContent ?? '').trim().replace(/\s+/g, ' ');

  /** Copies of an element's content, without ids: those stay where they are. */
  function content(node) {
    const copy = node.cloneNode(true);
    for (const inner of copy.querySelectorAll('[id]')) inner.removeAttribute('id');
    return [...copy.childNodes];
  }

  const button = (text, action, properties = {}) => {
    const made = element('button', { type: 'button', ...properties }, text);
    made.addEventListener('click', action);
    return made;
  };

  /** Folds the author's list away, under what stands for it; what the address or paper asks for opens it. */
  function fold(list, title) {
    const details = element('details', { className: 'all' }, element('summary', { lang }, title));
    list.replaceWith(details);
    details.append(list);
    const reveal = () => {
      const target = document.querySelector(':target');
      if (!target || !details.contains(target)) return;
      details.open = true;
      target.scrollIntoView();
    };
    addEventListener('hashchange', reveal);
    let wasOpen = false;
    addEventListener('beforeprint', () => ([wasOpen, details.open] = [details.open, true]));
    addEventListener('afterprint', () => (details.open = wasOpen));
    reveal();
    return details;
  }

  /** Lights the way in the drawing. */
  function light(section, nodes, edges) {
    for (const part of section.querySelectorAll('.flow [data-node], .flow [data-edge]')) {
      const { node, edge } = part.dataset;
      part.classList.toggle('lit', edge === undefined ? nodes.has(node) : edges.has(edge));
    }
  }

  /** Markdown of a result, with the day on which it was reached. */
  function report(section, lines, address) {
    return [`## ${markdown(section.dataset.question)}`, today(), ...lines, `<${address}>\n`].join('\n\n');
  }

  const link = (node) => {
    const anchor = node.querySelector('a[href]');
    return anchor ? `[${markdown(textOf(node))}](${anchor.href})` : markdown(textOf(node));
  };

  // MARK: Questions

  /** @param {HTMLElement} section */
  function questions(section) {
    const list = section.querySelector('ol.questions');
    const asked = new Map();
    for (const item of list.children) {
      asked.set(item.dataset.node, {
        node: item.dataset.node,
        question: item.querySelector('.question'),
        answers: [...item.querySelectorAll('.answers > li')].map((answer) => ({
          id: answer.dataset.answer,
          edge: answer.dataset.edge,
          label: textOf(answer.querySelector('.answer')),
          to: answer.querySelector('[data-node]')?.dataset.node,
          outcome: answer.querySelector('.outcome'),
        })),
      });
    }
    if (!asked.size) return;

    /** The steps that a way takes; an answer that is not there ends it. */
    function walk(text) {
      const steps = [];
      let at = asked.values().next().value;
      for (const wanted of text.split('.')) {
        const answer = at?.answers.find(({ id }) => id === wanted);
        if (!answer) break;
        steps.push({ at, answer });
        at = answer.outcome ? null : asked.get(answer.to);
      }
      return { steps, at, outcome: at ? null : steps.at(-1).answer.outcome };
    }

    const format = (steps) => steps.map(({ answer }) => answer.id).join('.');
    let way = walk(parameter('a'));

    const box = element('div', { className: 'wizard', role: 'group', 'aria-label': section.dataset.question });
    fold(list, words.allQuestions);
    section.prepend(box);

    /** Goes to a way, as a new entry in the history. */
    function go(text) {
      const from = format(way.steps);
      setParameter('a', text, { from });
      way = walk(text);
      show(true);
    }

    function back() {
      const text = format(way.steps.slice(0, -1));
      // Where the browser's own way back leads there too, the two must not part.
      if (history.state?.from === text && parameter('a') === format(way.steps)) history.back();
      else go(text);
    }

    /** @param {boolean} hasMoved whether the reader did it, and must be told */
    function show(hasMoved) {
      const { steps, at, outcome } = way;
      const progress = at ? fill(words.question, steps.length + 1) : words.outcome;
      const heading = element('h2', { className: 'wizard-title', tabIndex: -1, ...(!at && !outcome && { lang }) });
      heading.append(...(at ? content(at.question) : outcome ? content(outcome) : [words.noWayOn]));
      const bar = element('div', { className: 'wizard-bar', lang }, element('p', { className: 'progress' }, progress));
      if (steps.length) bar.append(button(words.back, back), button(words.startAgain, () => go('')));
      const main = element('div', { className: at ? 'wizard-main' : 'wizard-main reached' }, heading);
      if (at) {
        const answers = at.answers.map((answer) =>
          element('li', {}, button(answer.label, () => go(format([...steps, { answer }])), { className: 'choice' })));
        main.append(element('ol', { className: 'choices' }, ...answers));
      } else {
        main.append(element('div', { className: 'wizard-bar' },
          copyButton(words.copyMarkdown, toMarkdown),
          copyButton(words.copyAddress, address)));
      }
      box.replaceChildren(bar, main);
      if (steps.length) box.append(path(steps, at));
      const reached = at?.node ?? steps.at(-1).answer.to;
      light(section, new Set([...steps.map((step) => step.at.node), reached]), new Set(steps.map(({ answer }) => answer.edge)));
      if (!hasMoved) return;
      heading.focus({ preventScroll: true });
      box.scrollIntoView({ block: 'nearest' });
      announce(at ? progress : fill(words.outcomeIs, textOf(heading)));
    }

    /** What was answered so far, each to be changed. */
    function path(steps, at) {
      const items = steps.map((step, place) =>
        element('li', {},
          element('span', { className: 'asked' }, ...content(step.at.question)), ' ',
          element('strong', {}, step.answer.label), ' ',
          button(words.change, () => go(format(steps.slice(0, place))), {
            lang,
            'aria-label': fill(words.changeAnswer, textOf(step.at.question)),
          })));
      return element('section', { className: 'path' },
        element('h3', { lang }, at ? words.soFar : words.because), element('ol', {}, ...items));
    }

    const address = () => addressWith('a', format(way.steps));

    function toMarkdown() {
      const answers = way.steps.map(({ at, answer }, index) =>
        `${index + 1}. ${markdown(textOf(at.question))} **${markdown(answer.label)}**`);
      const end = way.outcome ? link(way.outcome) : words.noWayOn;
      return report(section, [answers.join('\n'), fill(words.outcomeIs, end)], address());
    }

    // Keys count while the reader is in here, or nowhere and has not turned single keys off (WCAG 2.1.4), and never with another
    // key held down.
    addEventListener('keydown', (event) => {
      const isIn = box.contains(event.target);
      if (!isIn && (event.target !== document.body || document.documentElement.dataset.keys === 'off')) return;
      if (!box.isConnected || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const choice = /^[1-9]$/.test(event.key) && box.querySelectorAll('.choice')[event.key - 1];
      if (choice) choice.click();
      else if (isIn && event.key === 'Backspace' && way.steps.length) back();
      else return;
      event.preventDefault();
    });

    addEventListener('popstate', () => {
      const next = walk(parameter('a'));
      if (format(next.steps) === format(way.steps)) return;
      way = next;
      show(true);
    });

    show(false);
  }

  // MARK: Rules

  /** @param {HTMLElement} section */
  function rules(section) {
    const list = section.querySelector('ul.rules');
    /** Every condition and exception once, by its id, in the author's order. */
    const conditions = new Map();
    const indices = (item, name) => [...item.querySelectorAll(`.${name} > li`)].map((node) => {
      const id = node.dataset.answer;
      if (!conditions.has(id)) conditions.set(id, { index: conditions.size, id, node, text: textOf(node) });
      return conditions.get(id).index;
    });
    /** Options in the author's order, each with all rules that lead to it. */
    const options = new Map();
    for (const item of list.querySelectorAll('.rule:not(.fallback)')) {
      const node = item.querySelector('.option');
      const option = options.get(item.dataset.choice) ?? { node, name: textOf(node), rules: [] };
      options.set(item.dataset.choice, option);
      option.rules.push({
        number: item.dataset.rule,
        isAll: item.dataset.match === 'all',
        when: indices(item, 'conditions'),
        unless: indices(item, 'exceptions'),
      });
    }
    const fallback = list.querySelector('.fallback');
    const all = [...conditions.values()];
    if (!all.length) return;

    const wanted = parameter('c').split('.');
    const ticked = new Set(all.filter(({ id }) => wanted.includes(id)).map(({ index }) => index));

    const boxes = all.map(({ index }) => {
      const box = element('input', { type: 'checkbox', checked: ticked.has(index) });
      box.addEventListener('change', () => {
        if (box.checked) ticked.add(index);
        else ticked.delete(index);
        update(true);
      });
      return box;
    });
    const items = all.map(({ index, node }) => element('li', {}, element('label', {}, boxes[index], element('span', {}, ...content(node)))));
    const clear = button(words.startAgain, () => {
      ticked.clear();
      for (const box of boxes) box.checked = false;
      update(true);
      boxes[0].focus();
    }, { lang });
    const result = element('section', { className: 'ranking', lang, 'aria-label': words.result });
    const form = element('fieldset', {}, element('legend', { lang }, words.tick), element('ul', {}, ...items));
    const wizard = element('div', { className: 'wizard checklist' }, form, result);
    fold(list, words.allRules);
    section.prepend(wizard);

    /** How each option stands, the best first. */
    function ranked() {
      const standing = [...options.values()].map((option) => {
        const on = (these) => these.filter((index) => ticked.has(index));
        const against = on(option.rules.flatMap(({ unless }) => unless));
        // A rule of exceptions alone holds until one of them does.
        const isHeld = ({ when, isAll }) => !when.length || (isAll ? on(when).length === when.length : on(when).length > 0);
        const held = option.rules.filter(isHeld);
        const considered = held.length ? held : option.rules;
        const reasons = [...new Set(on(considered.flatMap(({ when }) => when)))];
        const total = new Set(considered.flatMap(({ when }) => when)).size;
        const state = against.length ? 'out' : held.length ? 'holds' : reasons.length ? 'partial' : 'none';
        return { option, state, reasons: against.length ? against : reasons, total, held };
      });
      const states = ['holds', 'partial', 'none', 'out'];
      return standing.toSorted((one, other) =>
        states.indexOf(one.state) - states.indexOf(other.state) || (one.state !== 'out' && other.reasons.length - one.reasons.length));
    }

    /** In a few words why an option stands where it does. */
    function why({ state, reasons, total }) {
      if (state === 'out') return words.ruledOut;
      if (state === 'partial') return fill(words.someHold, reasons.length, total);
      if (!reasons.length) return words.nothingAgainst;
      return counted(reasons.length, words.hold);
    }

    const isFirst = (entry, entries) => entry.state === 'holds' && entry.reasons.length === entries[0].reasons.length;

    /** Shows the ranking, lights its best in the drawing, writes down what is ticked. */
    function update(hasMoved) {
      const entries = ranked();
      const first = entries.filter((entry) => isFirst(entry, entries));
      const shown = entries.filter(({ state }) => state !== 'none').map((entry) => {
        const isBest = first.includes(entry);
        return element('li', { className: isBest ? 'best' : entry.state },
          element('p', { className: 'name' }, ...content(entry.option.node)),
          element('p', { className: 'why', lang }, why(entry)),
          ...(entry.reasons.length ? [element('ul', {}, ...entry.reasons.map((index) => element('li', {}, ...content(all[index].node))))] : []));
      });
      const parts = [];
      if (!first.length) parts.push(otherwise());
      if (first.length > 1) {
        parts.push(element('p', { className: 'note', lang }, words.equally));
      }
      if (shown.length) parts.push(element('ol', { lang: notesLang }, ...shown));
      const bar = element('div', { className: 'wizard-bar' },
        copyButton(words.copyMarkdown, toMarkdown), copyButton(words.copyAddress, address), clear);
      clear.disabled = ticked.size === 0;
      result.replaceChildren(...parts, bar);

      const lit = first.flatMap(({ held }) => held).map(({ number }) => number);
      const names = lit.length ? lit.flatMap((number) => [`rule:${number}`, `option:${number}`]) : ['fallback'];
      light(section, new Set(ticked.size ? names : []), new Set(ticked.size ? names : []));
      if (!hasMoved) return;
      setParameter('c', format());
      announce(first.length ? first.map((entry) => `${entry.option.name}: ${why(entry)}`).join('. ') : textOf(result.firstChild));
    }

    /** What holds where no rule does. */
    function otherwise() {
      const box = element('div', { className: 'otherwise', lang: notesLang });
      const option = fallback?.querySelector('.option');
      if (!option) {
        box.append(element('p', { className: 'why', lang }, words.noDefault));
        return box;
      }
      box.append(element('p', { className: 'why', lang }, ticked.size ? words.noneFully : words.ifNone),
        element('p', { className: 'name' }, ...content(option)));
      const sentence = fallback.querySelector('blockquote');
      if (sentence) box.append(element('blockquote', {}, ...content(sentence)));
      return box;
    }

    const format = () => all.filter(({ index }) => ticked.has(index)).map(({ id }) => id).join('.');
    const address = () => addressWith('c', format());

    function toMarkdown() {
      const entries = ranked();
      const holding = all.filter(({ index }) => ticked.has(index)).map(({ text }) => `- ${markdown(text)}`);
      const lines = entries.filter(({ state }) => state !== 'none').map((entry) => {
        const reasons = entry.reasons.map((index) => markdown(all[index].text)).join('; ');
        return `- ${link(entry.option.node)}: ${why(entry)}${reasons && ` (${reasons})`}`;
      });
      const option = fallback?.querySelector('.option');
      if (!entries.some(({ state }) => state === 'holds')) lines.push(option ? `- ${fill(words.otherwise, link(option))}` : words.noDefault);
      return report(section, [holding.join('\n') || words.nothingTicked, lines.join('\n')], address());
    }

    update(false);
  }

  for (const section of document.querySelectorAll('section.decision')) {
    if (section.dataset.form === 'questions') questions(section);
    else if (section.dataset.form === 'rules') rules(section);
  }
})();
