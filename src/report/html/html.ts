import { sha256 } from '../../core/hash.ts';
import {
  element,
  escapeMarkup,
  type Markup,
  NO_MARKUP,
  printableText,
  trustedMarkup,
} from '../../figures/drawing/markup.ts';
import { composePrinted, type PrintOptions } from '../abridgement/compose-printed.ts';
import type { Manuscript, Section } from '../composition/manuscript.ts';
import type { ReportModel } from '../model/model.ts';
import { renderBlock, renderFacts, renderNote } from './html-blocks.ts';
import { reportStylesheet } from './stylesheet.ts';

/**
 * The report as one HTML file: no script, nothing loaded from elsewhere, readable in a browser decades from now. Equal
 * models give equal bytes.
 *
 * @throws ReportError when the model refers to a claim or document that it does not hold
 */
export function renderHtml(model: ReportModel, options: PrintOptions = {}): string {
  return renderManuscript(composePrinted(model, options));
}

function renderManuscript(manuscript: Manuscript): string {
  const style = reportStylesheet(printableText(manuscript.symbol));
  const head = element(
    'head',
    {},
    trustedMarkup('<meta charset="utf-8">'),
    trustedMarkup(`<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(style)}">`),
    trustedMarkup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
    trustedMarkup('<meta name="referrer" content="no-referrer">'),
    trustedMarkup('<meta name="generator" content="Standing Panel">'),
    element('title', {}, escapeMarkup(`${manuscript.title} (${manuscript.symbol})`)),
    element('style', {}, trustedMarkup(style)),
  );
  const notes: Section | null =
    manuscript.notes.length === 0 ? null : { id: 'notes', numeral: '', title: 'Notes', blocks: [] };
  const body = element(
    'body',
    {},
    element('a', { class: 'skip', href: '#summary' }, escapeMarkup('Skip to the summary')),
    element(
      'div',
      { class: 'sheet' },
      renderFront(manuscript),
      renderContents([...manuscript.sections, ...(notes === null ? [] : [notes]), ...manuscript.annexes]),
      element('main', {}, ...manuscript.sections.map(renderSection)),
      notes === null ? NO_MARKUP : renderNotes(notes, manuscript),
      element('div', { class: 'annexes' }, ...manuscript.annexes.map(renderSection)),
      element('p', { class: 'end' }, escapeMarkup(`${manuscript.symbol}. End of the report.`)),
    ),
  );
  return `<!doctype html>\n${element('html', { lang: manuscript.language }, head, body)}\n`;
}

/** Nothing may load, run or be sent; the one style sheet is allowed by its hash. */
function contentSecurityPolicy(style: string): string {
  const hash = sha256(style).toString('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function renderFront(manuscript: Manuscript): Markup {
  const { headline } = manuscript;
  return element(
    'header',
    {},
    element(
      'div',
      { class: 'masthead' },
      element('span', { class: 'house' }, escapeMarkup('Standing Panel')),
      element('span', { class: 'symbol' }, escapeMarkup(manuscript.symbol)),
    ),
    element(
      'div',
      { class: 'front' },
      element('h1', {}, escapeMarkup(manuscript.title)),
      manuscript.subtitle === null ? NO_MARKUP : element('p', { class: 'subtitle' }, escapeMarkup(manuscript.subtitle)),
      headline.length === 0
        ? NO_MARKUP
        : element(
            'ul',
            { class: 'headline' },
            ...headline.map(({ value, words, tone }) =>
              element(
                'li',
                { class: tone },
                element('strong', {}, escapeMarkup(value)),
                element('span', {}, escapeMarkup(words)),
              ),
            ),
          ),
      renderFacts(manuscript.particulars),
    ),
  );
}

function renderContents(sections: readonly Section[]): Markup {
  const items = sections.map((section) => {
    return element(
      'li',
      { class: section.numeral.startsWith('Annex') ? 'annex' : null },
      element(
        'a',
        { href: `#${section.id}` },
        element('span', { class: 'num' }, escapeMarkup(numeralOf(section))),
        element('span', {}, escapeMarkup(section.title)),
      ),
    );
  });
  return element(
    'nav',
    { 'aria-labelledby': 'contents' },
    element('h2', { id: 'contents' }, escapeMarkup('Contents')),
    element('ol', {}, ...items),
  );
}

function numeralOf({ numeral }: Section): string {
  return numeral === '' || numeral.startsWith('Annex') ? numeral : `${numeral}.`;
}

function renderSection(section: Section): Markup {
  const heading = `${section.id}-heading`;
  return element(
    'section',
    { id: section.id, 'aria-labelledby': heading },
    element(
      'h2',
      { id: heading },
      section.numeral === '' ? NO_MARKUP : element('span', { class: 'num' }, escapeMarkup(numeralOf(section))),
      element('span', {}, escapeMarkup(section.title)),
    ),
    ...section.blocks.map(renderBlock),
  );
}

function renderNotes(section: Section, { notes }: Manuscript): Markup {
  return element(
    'section',
    { id: section.id, class: 'notes', 'aria-labelledby': 'notes-heading' },
    element('h2', { id: 'notes-heading' }, escapeMarkup(section.title)),
    element('ol', {}, ...notes.map(renderNote)),
  );
}
