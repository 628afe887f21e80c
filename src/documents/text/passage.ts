import { sha256Hex } from '../../core/hash.ts';
import { DocumentError } from '../document-error.ts';
import { type Locator, locatorAt, locatorWords } from './locator.ts';
import { firstTouched } from './spans.ts';
import type { Block, TextLayer } from './text-layer.ts';

/** A place in a document's text with what stands there: what every line of a report leads back to. */
export type Passage = {
  readonly quote: string;
  /** UTF-16 code units in the text layer, `end` exclusive; `quote` is exactly that slice. */
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  /** The paragraph number printed in the document, without its full stop. */
  readonly paragraph: string | null;
  /** SHA-256 of the quote in UTF-8, in hexadecimal. */
  readonly hash: string;
  /** The place in what is no running text: a cell, a part of a mail, a record of a capture. */
  readonly locator?: Locator;
};

/** @throws DocumentError `no-such-passage` when the span is empty or does not lie in the text */
export function passageAt(layer: TextLayer, start: number, end: number): Passage {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > layer.text.length)
    throw new DocumentError('no-such-passage', `characters ${start} to ${end} do not lie in its ${layer.text.length}`, {
      place: layer.document,
    });
  const quote = layer.text.slice(start, end);
  const block = blockAt(layer, start, end);
  const locator = locatorAt(layer, start, end);
  return {
    quote,
    start,
    end,
    page: pageAt(layer, start, block),
    paragraph: paragraphAt(layer, block),
    hash: sha256Hex(quote),
    ...(locator !== null && { locator }),
  };
}

/** "p. 12, para. 45", "Calls!B3", or the characters where the document has none of these: how a footnote names the place. */
export function locatorText(passage: Pick<Passage, 'start' | 'end' | 'page' | 'paragraph' | 'locator'>): string {
  const parts = [
    ...(passage.locator === undefined ? [] : [locatorWords(passage.locator)]),
    ...(passage.page === null ? [] : [`p. ${passage.page}`]),
    ...(passage.paragraph === null ? [] : [`para. ${passage.paragraph}`]),
  ];
  return parts.length > 0 ? parts.join(', ') : `characters ${passage.start}–${passage.end}`;
}

/** The first block that the span touches. */
export function blockAt(layer: TextLayer, start: number, end: number = start + 1): Block | null {
  return layer.blocks[firstTouched(layer.blocks, start, end)] ?? null;
}

/** A note stands at the foot of its own page, even where the paragraph before it in the text runs over to the next. */
function pageAt(layer: TextLayer, start: number, block: Block | null): number | null {
  if (layer.pages.length === 0) return block?.page ?? null;
  if (block?.kind === 'footnote' && block.page !== null) return block.page;
  const index = layer.pages.findIndex((page) => start >= page.start && start < page.end);
  return index < 0 ? (block?.page ?? null) : index + 1;
}

/** A quotation or list item under a numbered paragraph belongs to it, up to the next heading. */
function paragraphAt(layer: TextLayer, block: Block | null): string | null {
  if (block === null || block.kind === 'footnote') return null;
  for (let index = layer.blocks.indexOf(block); index >= 0; index--) {
    const { kind, paragraph } = layer.blocks[index]!;
    if (paragraph !== null) return paragraph;
    if (kind !== 'list-item' && kind !== 'quotation' && kind !== 'footnote') return null;
  }
  return null;
}
