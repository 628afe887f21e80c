import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';

/** Elements without an end, or whose end HTML lets authors leave out: they do not nest. */
const FLAT = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd td th tr thead tbody tfoot option optgroup colgroup rp rt'.split(
    ' ',
  ),
);
const RAW = /^(?:script|style|textarea|title|xmp|noembed|iframe)$/;

/**
 * Refuses pages nested or repeated beyond what pages are, before any tree is built: tree code recurses, and a page of a
 * million open elements would end it. One pass over the text, linear in its length.
 * @throws DocumentError `too-complex`
 */
export function guardHtml(html: string, name: string, limits: ReadingLimits): void {
  let depth = 0;
  let elements = 0;
  let at = html.indexOf('<');
  while (at >= 0) {
    const code = html.charCodeAt(at + 1);
    if (code === 0x21) {
      const end = html.startsWith('<!--', at) ? html.indexOf('-->', at + 4) : html.indexOf('>', at);
      if (end < 0) return;
      at = html.indexOf('<', end);
      continue;
    }
    const closing = code === 0x2f;
    const tag = /^[a-zA-Z][^\s/>]{0,40}/.exec(html.slice(at + (closing ? 2 : 1), at + 44))?.[0].toLowerCase();
    if (tag === undefined) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    const end = html.indexOf('>', at);
    if (closing) depth = Math.max(0, depth - (FLAT.has(tag) ? 0 : 1));
    else {
      elements++;
      if (!FLAT.has(tag) && html[end - 1] !== '/') depth++;
      if (depth > limits.depth)
        throw new DocumentError('too-complex', `its elements are nested more than ${limits.depth} deep`, {
          place: name,
        });
      if (elements > limits.elements)
        throw new DocumentError('too-complex', `it has more than ${limits.elements.toLocaleString('en')} elements`, {
          place: name,
        });
      if (end >= 0 && RAW.test(tag)) {
        const close = indexOfClose(html, tag, end);
        if (close < 0) return;
        at = close;
        continue;
      }
    }
    if (end < 0) return;
    at = html.indexOf('<', end);
  }
}

function indexOfClose(html: string, tag: string, from: number): number {
  const close = new RegExp(`</${tag}[\\s/>]`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? -1;
}
