import { type DomDocument, type DomElement, parseDom } from '../html/dom.ts';
import { addHtmlBlocks } from '../html/html-blocks.ts';
import { guardHtml } from '../html/html-guard.ts';
import type { ReadingLimits } from '../limits.ts';
import { LayerBuilder } from '../text/layer-builder.ts';
import type { MailLine } from './sender-words.ts';

/** What programs wrap in when they quote a mail: Thunderbird and Apple Mail, Gmail, Yahoo, Proton, Zoho; and their lines above it. */
const QUOTES =
  'blockquote, .gmail_quote, .gmail_attr, .yahoo_quoted, .protonmail_quote, .zmail_extra, .moz-cite-prefix, .moz-forward-container, .OutlookMessageHeader';

/** The lines of a body in HTML, with what it marks as quoted of other mails. */
export function htmlLines(html: string, name: string, limits: ReadingLimits): MailLine[] {
  if (html.trim() === '') return [];
  guardHtml(html, name, limits);
  const document = parseDom(`<!doctype html><html><head></head><body>${html}</body></html>`);
  const marks = markQuotes(document);
  const builder = new LayerBuilder(name, limits.textLength);
  addHtmlBlocks(builder, document.body);
  const { text, blocks } = builder.build();
  let depth = 0;
  let before = 0;
  return blocks.flatMap(({ start, end }) => {
    const said = text.slice(before, end);
    const block = text.slice(start, end);
    before = end;
    if (block === marks.open) depth++;
    if (block === marks.close) depth--;
    if (block === marks.open || block === marks.close) return [];
    return said.split('\n').map((line) => ({ text: line, quoted: depth > 0 && line.trim() !== '' }));
  });
}

/** Puts a paragraph before and behind the content of each quotation, of signs that the mail itself does not have. */
function markQuotes(document: DomDocument): { readonly open: string; readonly close: string } {
  const given = document.body.textContent ?? '';
  let sign = '\ue000';
  while (given.includes(sign)) sign += '\ue000';
  const [open, close] = [`${sign}(`, `${sign})`];
  const paragraph = (text: string): DomElement => {
    const made = document.createElement('p');
    made.append(text);
    return made;
  };
  for (const quote of document.querySelectorAll(QUOTES)) {
    quote.prepend(paragraph(open));
    quote.append(paragraph(close));
  }
  return { open, close };
}
