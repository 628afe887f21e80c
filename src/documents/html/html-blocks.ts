import { type LayerBuilder, splitListSign, splitParagraphNumber } from '../text/layer-builder.ts';
import type { BlockKind, Cell } from '../text/text-layer.ts';
import { type DomElement, plainTextOf } from './dom.ts';
import { gridOf } from './table-grid.ts';

const BLOCKS: Readonly<Record<string, BlockKind>> = {
  p: 'paragraph',
  div: 'paragraph',
  pre: 'paragraph',
  address: 'paragraph',
  figcaption: 'paragraph',
  caption: 'paragraph',
  summary: 'paragraph',
  dd: 'paragraph',
  dt: 'heading',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'list-item',
  blockquote: 'quotation',
  td: 'table-cell',
  th: 'table-cell',
};
const STRUCTURE = new Set(
  'article section main header footer aside nav body html ul ol dl table thead tbody tfoot tr figure details form fieldset hr center'.split(
    ' ',
  ),
);
/** Nothing in these is text of the document. */
const SILENT = new Set(
  'script style noscript template iframe object embed applet svg math canvas audio video head link meta button select input textarea dialog'.split(
    ' ',
  ),
);

type Place = { readonly kind: BlockKind; readonly sign: string; readonly join?: string; readonly cell?: Cell };

/** Walks an element and adds its text to the builder, a block for each paragraph, heading, list item, quotation and cell. */
export function addHtmlBlocks(
  builder: LayerBuilder,
  root: DomElement,
  isFootnote: (element: DomElement) => boolean = () => false,
): void {
  const cells = new Map<DomElement, Cell>();
  let tables = 0;
  let inline = '';
  let striking = 0;
  let struck = false;
  let place: Place = { kind: 'paragraph', sign: '' };

  const flush = () => {
    const text = inline
      .replace(/ +/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/^[\s\u200b]+|[\s\u200b]+$/g, '');
    inline = '';
    const isStruck = struck;
    struck = false;
    if (text === '') return;
    const { kind, sign, join, cell } = place;
    const numbered = kind === 'paragraph' || kind === 'list-item' ? splitParagraphNumber(text) : null;
    const listed = numbered === null && kind === 'paragraph' ? splitListSign(text) : null;
    builder.add({
      kind: listed === null ? (numbered === null ? kind : 'paragraph') : 'list-item',
      text: numbered?.text ?? listed?.text ?? text,
      sign: numbered?.sign ?? listed?.sign ?? sign,
      paragraph: numbered?.number ?? null,
      ...(join !== undefined && { join }),
      ...(cell !== undefined && { cell }),
      struck: isStruck,
    });
    // The sign and the joint belong to the first block of a list item or cell.
    place = { kind, sign: '', ...(cell !== undefined && { cell }) };
  };

  const within = (next: Place, element: DomElement) => {
    flush();
    const outer = place;
    place = next;
    visitChildren(element);
    flush();
    place = outer;
  };

  const visitChildren = (element: DomElement) => {
    for (let child = element.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) {
        inline += (child.nodeValue ?? '').replace(/[^\S\u00a0]+/g, ' ');
        struck ||= striking > 0 && (child.nodeValue ?? '').trim() !== '';
      }
      if (child.nodeType === 1) visit(child as DomElement);
    }
  };

  const visit = (element: DomElement) => {
    const tag = element.localName.toLowerCase();
    if (SILENT.has(tag) || isHidden(element)) return;
    if (tag === 'br') {
      inline += '\n';
      return;
    }
    const raised = tag === 'sup' ? plainTextOf(element) : '';
    if (/^\d{1,3}$/.test(raised)) {
      // A raised number refers to a note: without brackets "50" and note 3 would read as 503.
      inline += /\b[ck]?m$/.test(inline) && /^[23]$/.test(raised) ? (raised === '2' ? '²' : '³') : `[${raised}]`;
      return;
    }
    const isStruck = isStruckThrough(element, tag);
    if (isStruck) striking++;
    const kind = BLOCKS[tag];
    if (tag === 'table') for (const [cell, at] of gridOf(element, tables++)) cells.set(cell, at);
    if (isFootnote(element)) within({ kind: 'footnote', sign: '' }, element);
    else if (kind === undefined && STRUCTURE.has(tag)) within({ ...place, sign: '' }, element);
    else if (kind === undefined) visitChildren(element);
    else within(placeOf(element, tag, kind, place, cells.get(element)), element);
    if (isStruck) striking--;
  };

  visit(root);
  flush();
}

/** A paragraph inside a list item, quotation, cell or footnote stays part of that. */
function placeOf(element: DomElement, tag: string, kind: BlockKind, outer: Place, cell: Cell | undefined): Place {
  if (tag === 'li') return { kind: outer.kind === 'footnote' ? 'footnote' : 'list-item', sign: signOf(element) };
  if (tag === 'td' || tag === 'th')
    return {
      kind: 'table-cell',
      sign: '',
      join: element.previousElementSibling === null ? '\n' : '\t',
      ...(cell !== undefined && { cell }),
    };
  if (kind === 'paragraph' && outer.kind !== 'heading') return outer;
  return { kind, sign: '' };
}

function signOf(item: DomElement): string {
  const list = item.parentElement;
  if (list?.localName.toLowerCase() !== 'ol') return '• ';
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10);
  let index = 0;
  for (let sibling = item.previousElementSibling; sibling !== null; sibling = sibling.previousElementSibling) index++;
  return `${(Number.isNaN(start) ? 1 : start) + index}. `;
}

function isStruckThrough(element: DomElement, tag: string): boolean {
  return /^(?:s|del|strike)$/.test(tag) || element.hasAttribute(STRUCK) || isStruckByStyle(element);
}

/** Left on elements whose style strikes their words through, before what finds the main text takes the styles away. */
export const STRUCK = 'data-struck';

export function isStruckByStyle(element: DomElement): boolean {
  return /\bline-through\b/i.test(element.getAttribute('style') ?? '');
}

/** Text that a reader of the page does not see must not become evidence. */
export function isHidden(element: DomElement): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '');
}
