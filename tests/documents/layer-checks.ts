import { expect } from 'vitest';
import { passageAt } from '../../src/documents/text/passage.ts';
import type { TextLayer } from '../../src/documents/text/text-layer.ts';

/** What holds of every text layer: blocks are slices of the text, in order, apart; pages too; passages quote exactly. */
export function expectSound(layer: TextLayer): void {
  let end = 0;
  for (const block of layer.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(end);
    expect(block.end).toBeGreaterThan(block.start);
    const text = layer.text.slice(block.start, block.end);
    expect(text.trim()).toBe(text);
    expect(text).not.toBe('');
    expect(passageAt(layer, block.start, block.end).quote).toBe(text);
    end = block.end;
  }
  expect(end).toBeLessThanOrEqual(layer.text.length);
  let pageEnd = 0;
  for (const page of layer.pages) {
    expect(page.start).toBeGreaterThanOrEqual(pageEnd);
    expect(page.end).toBeGreaterThanOrEqual(page.start);
    pageEnd = page.end;
  }
  expect(layer.text).not.toContain('\0');
}

export function blockTexts(layer: TextLayer): string[] {
  return layer.blocks.map(({ kind, start, end, paragraph }) =>
    [kind, ...(paragraph === null ? [] : [paragraph]), layer.text.slice(start, end)].join(' | '),
  );
}
