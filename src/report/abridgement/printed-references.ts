import type { Inline, Manuscript, Section } from '../composition/manuscript.ts';
import { mapInlines } from '../composition/map-inlines.ts';

/**
 * A manuscript of which blocks or rows were taken away, with its references in order again: notes that nothing refers to any
 * more are gone and the others numbered in the order that they had, the places that refer to each are counted again, and a link to what is gone is
 * plain text. Labels in figures keep their numbers as long as nothing before the figure was taken away.
 */
export function keepWhatIsPrinted(manuscript: Manuscript): Manuscript {
  const { sections, annexes, notes } = manuscript;
  const referred = new Set<number>();
  for (const section of [...sections, ...annexes])
    mapInlines(section, (inline) => {
      if (inline.kind === 'note') referred.add(inline.number);
      return inline;
    });
  const kept = notes.filter(({ number }) => referred.has(number));
  const numbers = new Map(kept.map(({ number }, at) => [number, at + 1]));
  const targets = targetsOf([...sections, ...annexes]);
  const references = new Map<number, number>();
  const renew = (inline: Inline): Inline => {
    if (inline.kind === 'link' && !targets.has(inline.target)) return { kind: 'text', text: inline.text };
    if (inline.kind !== 'note') return inline;
    const number = numbers.get(inline.number) ?? inline.number;
    const reference = (references.get(number) ?? 0) + 1;
    references.set(number, reference);
    return { kind: 'note', number, reference };
  };
  const renewed = {
    sections: sections.map((section) => mapInlines(section, renew)),
    annexes: annexes.map((annex) => mapInlines(annex, renew)),
  };
  return {
    ...manuscript,
    ...renewed,
    notes: kept.map(({ text, quote }, at) => ({
      number: at + 1,
      quote,
      text: text.map(renew),
      references: references.get(at + 1) ?? 0,
    })),
  };
}

/** What a link may lead to. */
function targetsOf(sections: readonly Section[]): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const { id, blocks } of sections) {
    targets.add(id);
    for (const block of blocks) {
      if (block.kind === 'heading' || block.kind === 'figure') targets.add(block.id);
      if (block.kind === 'table') for (const anchor of block.anchors ?? []) if (anchor !== null) targets.add(anchor);
    }
  }
  return targets;
}
