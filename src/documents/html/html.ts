import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import { decodeText } from '../plain-text/encoding.ts';
import { LayerBuilder } from '../text/layer-builder.ts';
import type { ReadContent } from '../text/read-content.ts';
import { removeConsentBanners } from './consent-banner.ts';
import { type DomDocument, type DomElement, parseDom, plainTextOf } from './dom.ts';
import { addHtmlBlocks, isHidden, isStruckByStyle, STRUCK } from './html-blocks.ts';
import { guardHtml } from './html-guard.ts';
import { mainTextOf } from './html-main.ts';
import { readHtmlMetadata } from './html-metadata.ts';

/**
 * The main text of a web page. Nothing of it runs and nothing is fetched: the parser builds a tree and no more, and
 * scripts, styles, forms and hidden text are taken out before the text is read.
 */
export function readHtml(bytes: Uint8Array, name: string, limits: ReadingLimits): ReadContent {
  const { text: html, encoding } = decodeText(bytes, name, declaredEncoding(bytes));
  guardHtml(html, name, limits);
  const document = parse(html);
  const metadata = readHtmlMetadata(document);
  const notes = neutralise(document);
  const builder = new LayerBuilder(name, limits.textLength);
  const headline = metadata.title;
  if (headline !== null) builder.add({ kind: 'title', text: headline });
  const copy = parse(html);
  neutralise(copy);
  const { element: main, notes: left } = mainTextOf(document, copy);
  dropRepeatedTitle(main, headline);
  addHtmlBlocks(builder, main);
  if (builder.blockCount === 0) throw new DocumentError('no-text', 'the page holds no text', { place: name });
  return {
    kind: 'html',
    reader: 'html/1 (linkedom, readability)',
    ...builder.build(),
    encoding,
    ...metadata,
    notes: [...notes, ...left],
  };
}

/** `<meta charset>` or its older form within the first 4,096 bytes; every encoding that may stand there keeps ASCII. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1');
  const match =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head) ??
    /^\s*<\?xml[^>]{0,100}encoding=["']([\w-]{2,40})/i.exec(head);
  return match?.[1] ?? null;
}

/** A page may leave out `html` and `body`; the parser wants them. */
function parse(html: string): DomDocument {
  const whole = /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html);
  if (whole) return parseDom(html);
  const head = /<head[\s>][\s\S]*?<\/head>/i.exec(html)?.[0] ?? '';
  const language = /<html[^>]*\slang\s*=\s*["']?([\w-]+)/i.exec(html)?.[1];
  const rest = html.replace(head, '').replace(/<\/?(?:html|body)(?:\s[^>]*)?>|<!doctype[^>]*>/gi, '');
  const opening = language === undefined ? '<html>' : `<html lang="${language}">`;
  return parseDom(`<!doctype html>${opening}${head === '' ? '<head></head>' : head}<body>${rest}</body></html>`);
}

function neutralise(document: DomDocument): string[] {
  const notes: string[] = [];
  const scripts = [...document.querySelectorAll('script')].filter(
    (script) => !/json/i.test(script.getAttribute('type') ?? ''),
  );
  const handlers = [...document.querySelectorAll('*')].filter((element) =>
    element.getAttributeNames().some((attribute) => /^on/i.test(attribute)),
  );
  if (scripts.length + handlers.length > 0)
    notes.push(`the page carries scripts (${scripts.length + handlers.length}); none was run, only its text was taken`);
  if (removeConsentBanners(document)) notes.push('a banner about cookies or consent was left out');
  for (const element of document.querySelectorAll(
    'script, style, noscript, template, iframe, object, embed, svg, canvas, dialog',
  ))
    element.remove();
  for (const element of document.querySelectorAll('[style]'))
    if (isStruckByStyle(element)) element.setAttribute(STRUCK, '');
  const hidden = [...document.querySelectorAll('[hidden], [aria-hidden], [style]')].filter(isHidden);
  for (const element of hidden) element.remove();
  if (hidden.some((element) => plainTextOf(element) !== ''))
    notes.push('text that the page hides from its readers was left out');
  return notes;
}

/** The headline stands once, as the title block. */
function dropRepeatedTitle(main: DomElement, title: string | null): void {
  if (title === null) return;
  for (const heading of main.querySelectorAll('h1, h2'))
    if (plainTextOf(heading) === title) {
      heading.remove();
      return;
    }
}
