import { NARROW, WIDE } from '../../figures/drawing/drawing.ts';
import {
  element,
  escapeMarkup,
  joinMarkup,
  type Markup,
  NO_MARKUP,
  printableText,
} from '../../figures/drawing/markup.ts';
import type { Aside, Inline, ManuscriptBlock, Note, TermFact } from '../composition/manuscript.ts';
import { drawFigure } from '../drawing/figure-drawing.ts';
import { directedText } from '../model/direction.ts';

export function renderInlines(inlines: readonly Inline[]): Markup {
  return joinMarkup(inlines.map(renderInline));
}

function renderInline(inline: Inline): Markup {
  switch (inline.kind) {
    case 'text':
      return directedMarkup(inline.text);
    case 'emphasis':
      return element('em', {}, directedMarkup(inline.text));
    case 'strong':
      return element('strong', {}, directedMarkup(inline.text));
    case 'code':
      // A short identifier is not broken over lines; a hash has to be.
      return element('code', { class: inline.text.length <= 28 ? 'short' : null }, escapeMarkup(inline.text));
    case 'file':
      return element('span', { class: 'file' }, directedMarkup(inline.text));
    case 'link':
      return element('a', { href: `#${inline.target}` }, escapeMarkup(inline.text));
    case 'address':
      // The reader's address is nobody's business: no referrer, no handle on this window.
      return element('a', { href: inline.url, rel: 'noopener noreferrer nofollow' }, escapeMarkup(inline.text));
    case 'note': {
      const attributes = {
        id: referenceId(inline.number, inline.reference),
        href: `#note-${inline.number}`,
        'aria-label': `note ${inline.number}`,
      };
      return element('sup', {}, element('a', attributes, escapeMarkup(String(inline.number))));
    }
  }
}

/** Runs from right to left stand apart, so that what follows a name is not drawn before it. */
function directedMarkup(text: string): Markup {
  return joinMarkup(
    directedText(printableText(text)).map((part) =>
      part.rightToLeft ? element('bdi', {}, escapeMarkup(part.text)) : escapeMarkup(part.text),
    ),
  );
}

function referenceId(note: number, reference: number): string {
  return `reference-${note}-${reference}`;
}

export function renderBlock(block: ManuscriptBlock): Markup {
  switch (block.kind) {
    case 'heading':
      return element(
        'div',
        { class: 'row head', id: block.id },
        element('h3', {}, escapeMarkup(block.text)),
        renderAside(block.aside),
      );
    case 'paragraph': {
      const id = block.number === null ? null : `paragraph-${block.number}`;
      const number =
        block.number === null
          ? NO_MARKUP
          : element(
              'a',
              { class: 'n', href: `#${id}`, 'aria-label': `Paragraph ${block.number}` },
              escapeMarkup(`${block.number}.`),
            );
      return element(
        'div',
        { class: 'row', id },
        number,
        element('p', {}, renderInlines(block.text)),
        renderAside(block.aside),
      );
    }
    case 'list':
      return element(
        'div',
        { class: 'row' },
        element('ul', {}, ...block.items.map((item) => element('li', {}, renderInlines(item)))),
      );
    case 'facts':
      return element('div', { class: 'row' }, renderFacts(block.facts));
    case 'table':
      return renderTable(block);
    case 'figure':
      return renderFigure(block);
    case 'verbatim':
      return element('pre', { 'aria-label': block.name, tabindex: 0 }, escapeMarkup(block.text));
  }
}

function renderAside(aside: Aside | null): Markup {
  if (aside === null) return NO_MARKUP;
  const lines = aside.lines.map((line) => element('span', {}, escapeMarkup(line)));
  return element('aside', { class: aside.tone }, joinMarkup(lines, '<br>'));
}

export function renderFacts(facts: readonly TermFact[]): Markup {
  const parts = facts.flatMap(({ term, value }) => [
    element('dt', {}, escapeMarkup(term)),
    element('dd', {}, renderInlines(value)),
  ]);
  return element('dl', { class: 'facts' }, ...parts);
}

function renderTable({ caption, head, rows, dense, anchors }: Extract<ManuscriptBlock, { kind: 'table' }>): Markup {
  const heads = head.map((text) =>
    element('th', { scope: 'col' }, text === '' ? hidden('Letter') : escapeMarkup(text)),
  );
  const body = rows.map((cells, i) => {
    const [only] = cells;
    if (cells.length === 1 && only !== undefined && head.length > 1) {
      return element('tr', {}, element('th', { scope: 'rowgroup', colspan: head.length }, renderInlines(only)));
    }
    const columns = cells.map((cell, at) => element('td', { 'data-label': head[at] ?? '' }, cellContent(cell)));
    return element('tr', { id: anchors?.[i] ?? null }, ...columns);
  });
  return element(
    'div',
    { class: dense === true ? 'wide dense' : 'wide' },
    element(
      'table',
      {},
      element('caption', {}, element('b', {}, escapeMarkup(caption))),
      element('thead', {}, element('tr', {}, ...heads)),
      element('tbody', {}, ...body),
    ),
  );
}

/** One child a cell, so that a stacked cell lays its label beside its content and not between its words. */
function cellContent(cell: readonly Inline[]): Markup {
  const content = renderInlines(cell);
  return content === '' ? NO_MARKUP : element('span', {}, content);
}

function hidden(text: string): Markup {
  return element('span', { class: 'skip' }, escapeMarkup(text));
}

/** A figure is drawn twice, for wide and for narrow pages; the style sheet shows one, and print the wide one. */
function renderFigure({ id, number, caption, content }: Extract<ManuscriptBlock, { kind: 'figure' }>): Markup {
  return element(
    'figure',
    { id },
    element('figcaption', {}, element('b', {}, escapeMarkup(`Figure ${number}.`)), escapeMarkup(` ${caption}`)),
    element('div', { class: 'full' }, drawFigure(content, { id: `${id}-wide`, width: WIDE })),
    element('div', { class: 'narrow' }, drawFigure(content, { id: `${id}-narrow`, width: NARROW })),
  );
}

export function renderNote(note: Note): Markup {
  const backs = Array.from({ length: note.references }, (_, i) => {
    const reference = i + 1;
    const words = note.references === 1 ? 'Back to the text' : `Back to the text, place ${reference}`;
    const sign = note.references === 1 ? '↩' : `↩${reference}`;
    return element(
      'a',
      { class: 'back', href: `#${referenceId(note.number, reference)}`, 'aria-label': words },
      escapeMarkup(sign),
    );
  });
  const quote =
    note.quote === null ? NO_MARKUP : element('blockquote', { dir: 'auto' }, escapeMarkup(`“${note.quote}”`));
  return element('li', { id: `note-${note.number}` }, quote, element('p', {}, renderInlines(note.text), ...backs));
}
