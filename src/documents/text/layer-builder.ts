import { DocumentError } from '../document-error.ts';
import type { Block, BlockKind, Cell, Span, Unread } from './text-layer.ts';

export type BuiltLayer = {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly pages: readonly Span[];
  /** What was struck through, where something was. */
  readonly unread?: readonly Unread[];
};

export type AddedBlock = {
  readonly kind: BlockKind;
  readonly text: string;
  readonly page?: number | null;
  readonly paragraph?: string | null;
  /** What stands before the block in the text and is no part of it, such as a printed number or a bullet. */
  readonly sign?: string;
  /** What divides it from the block before: an empty line, or a tab between the cells of a row. */
  readonly join?: string;
  readonly cell?: Cell;
  /** Words of it are struck through. */
  readonly struck?: boolean;
};

/** Puts a text layer together block by block, so that every block is a slice of the text, in order, apart from the others. */
export class LayerBuilder {
  readonly #parts: string[] = [];
  readonly #blocks: Block[] = [];
  readonly #struck: Block[] = [];
  readonly #pageStarts: number[] = [];
  readonly #limit: number;
  readonly #name: string;
  #length = 0;

  constructor(name: string, limit: number) {
    this.#name = name;
    this.#limit = limit;
  }

  get blockCount(): number {
    return this.#blocks.length;
  }

  /** Where the next block will begin, less what divides it. */
  get length(): number {
    return this.#length;
  }

  /** @throws DocumentError `too-large` above the limit of a text layer */
  add({
    kind,
    text,
    page = null,
    paragraph = null,
    sign = '',
    join = '\n\n',
    cell,
    struck = false,
  }: AddedBlock): Block | null {
    if (text.trim() === '') return null;
    const start = this.#length + (this.#length === 0 ? 0 : join.length) + sign.length;
    if (start + text.length > this.#limit)
      throw new DocumentError('too-large', `its text is longer than ${this.#limit.toLocaleString('en')} characters`, {
        place: this.#name,
      });
    this.#parts.push(this.#length === 0 ? '' : join, sign, text);
    this.#length = start + text.length;
    const block: Block = { kind, start, end: this.#length, page, paragraph, ...(cell !== undefined && { cell }) };
    this.#blocks.push(block);
    if (struck) this.#struck.push(block);
    return block;
  }

  /** Page `number` (from 1) begins at `offset`; pages come in order. */
  startPage(number: number, offset: number): void {
    while (this.#pageStarts.length < number) this.#pageStarts.push(offset);
  }

  /** Of a row or paragraph in which something is struck through nothing is read: what is left may say something else. */
  private struckOut(): Unread {
    const rowOf = ({ cell }: Block) => (cell === undefined ? undefined : `${cell.table} ${cell.row}`);
    const rows = new Set(this.#struck.flatMap((block) => rowOf(block) ?? []));
    const struck = new Set(this.#struck);
    return {
      what: 'reserve',
      whole: false,
      words: 'no claim is read from rows and paragraphs in which words are struck through',
      spans: this.#blocks
        .filter((block) => struck.has(block) || rows.has(rowOf(block) ?? ''))
        .map(({ start, end }) => ({ start, end })),
    };
  }

  build(): BuiltLayer {
    const text = this.#parts.join('');
    const pages = this.#pageStarts.map((start, index) => ({
      start: Math.min(start, text.length),
      end: Math.min(this.#pageStarts[index + 1] ?? text.length, text.length),
    }));
    return { text, blocks: this.#blocks, pages, ...(this.#struck.length > 0 && { unread: [this.struckOut()] }) };
  }
}

export type NumberedText = { readonly sign: string; readonly number: string; readonly text: string };

const MONTHS = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;

/**
 * Takes the printed number off a paragraph ("45. The Panel ..."): one to three digits and a full stop before a new sentence.
 * A day before a month and a decimal number are none.
 */
export function splitParagraphNumber(text: string): NumberedText | null {
  const match = /^(\s*(\d{1,3})\.[ \t\u00a0\u2003]+)(?=["'“”‘«([]*[\p{Lu}\p{Lo}])/u.exec(text);
  if (!match) return null;
  const rest = text.slice(match[1]!.length);
  return MONTHS.test(rest) ? null : { sign: match[1]!, number: match[2]!, text: rest };
}

/** Takes the bullet or letter off a list item: "• first", "- first", "(a) first". */
export function splitListSign(text: string): { readonly sign: string; readonly text: string } | null {
  const match = /^(\s*(?:[•◦▪‣·●○■□*–—-]|\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|[a-z]\))[ \t\u00a0]+)(?=\S)/u.exec(text);
  return match ? { sign: match[1]!, text: text.slice(match[1]!.length) } : null;
}
