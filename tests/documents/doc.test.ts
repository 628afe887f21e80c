import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../src/claims/extraction.ts';
import { readTextLayer } from '../../src/documents/read.ts';
import { makeDoc } from './doc-maker.ts';
import { expectSound } from './layer-checks.ts';

const SENTENCE =
  'The White House said on 13 October 2023 that North Korea delivered more than 1,000 containers to Russia.';

describe('an old Word file', () => {
  it('gives its paragraphs and notes as they are written, in any script', async () => {
    const bytes = makeDoc([SENTENCE, '항만 기록 “그대로”', '12. A numbered paragraph.'], { footnotes: ['A note.'] });
    const layer = await readTextLayer(bytes, { name: 'letter.doc' });
    expectSound(layer);
    expect(layer).toMatchObject({ kind: 'doc', unread: [] });
    expect(layer.text).toContain(SENTENCE);
    expect(layer.text).toContain('항만 기록 “그대로”');
    expect(layer.blocks.map(({ kind, paragraph }) => [kind, paragraph])).toEqual([
      ['paragraph', null],
      ['paragraph', null],
      ['paragraph', '12'],
      ['footnote', null],
    ]);
    const claims = extractClaims(layer, { source: { name: 'A desk', kind: 'newsroom' }, published: '2023-10-14' });
    expect(claims.map(({ claimant }) => claimant.name)).toContain('White House');
  });

  it('reads no claim from cells, whose rows it does not know', async () => {
    const layer = await readTextLayer(makeDoc([SENTENCE, `Who\x07${SENTENCE}\x07\x07`]), { name: 'table.doc' });
    expect(layer.unread).toMatchObject([{ what: 'table', whole: false }]);
    const claims = extractClaims(layer, { source: { name: 'A desk', kind: 'newsroom' }, published: '2023-10-14' });
    expect(new Set(claims.map(({ start }) => start)).size).toBe(1);
  });

  it('is refused with one line where it is locked, cut short or no Word file at all', async () => {
    const locked = readTextLayer(makeDoc([SENTENCE], { locked: true }), { name: 'locked.doc' });
    await expect(locked).rejects.toMatchObject({ code: 'encrypted' });
    const whole = makeDoc([SENTENCE]);
    for (const length of [600, 1_024, 4_000, whole.length - 9_000])
      await expect(readTextLayer(whole.subarray(0, length), { name: 'cut.doc' })).rejects.toMatchObject({
        code: expect.stringMatching(/^(?:corrupt|unsupported|no-text)$/),
      });
  });
});
