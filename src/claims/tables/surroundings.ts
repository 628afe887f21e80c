import type { Block, TextLayer } from '../../documents/text/text-layer.ts';

/**
 * What stands around a table in its document: the heading that it comes under, the paragraphs between that and the table,
 * and those below it, which may hold its notes.
 */
export type TableSurroundings = {
  readonly heading: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
};

/** Further off, a paragraph is of something else. */
const MOST_BEFORE = 4;
const MOST_AFTER = 12;

/** Of the table whose cells are the blocks from one place of the document's blocks to another. */
export function surroundingsOf({ text, blocks }: TextLayer, first: number, last: number): TableSurroundings {
  const said = ({ start, end }: Block): string => text.slice(start, end);
  const before: string[] = [];
  let heading = '';
  for (let i = first - 1; i >= 0 && before.length < MOST_BEFORE; i--) {
    const block = blocks[i]!;
    if (block.kind === 'table-cell') break;
    if (block.kind === 'heading' || block.kind === 'title') {
      heading = said(block);
      break;
    }
    before.unshift(said(block));
  }
  const after: string[] = [];
  for (let i = last + 1; i < blocks.length && after.length < MOST_AFTER; i++) {
    const block = blocks[i]!;
    if (/^(?:table-cell|heading|title)$/.test(block.kind)) break;
    after.push(said(block));
  }
  return { heading, before, after };
}
