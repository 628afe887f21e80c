import type { Inline, ManuscriptBlock, Section } from './manuscript.ts';

/** A section with each of its inlines put through a function, in their order of reading. */
export function mapInlines(section: Section, map: (inline: Inline) => Inline): Section {
  return { ...section, blocks: section.blocks.map((block) => mapBlock(block, map)) };
}

function mapBlock(block: ManuscriptBlock, map: (inline: Inline) => Inline): ManuscriptBlock {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: block.text.map(map) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(map)) };
    case 'facts':
      return { ...block, facts: block.facts.map(({ term, value }) => ({ term, value: value.map(map) })) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(map))) };
    default:
      return block;
  }
}
