import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTextLayer } from '../../src/documents/read.ts';
import { locatorText, passageAt } from '../../src/documents/text/passage.ts';
import type { TextLayer } from '../../src/documents/text/text-layer.ts';
import { blockTexts, expectSound } from './layer-checks.ts';
import { makeSlides } from './slides-maker.ts';

async function read(bytes: Buffer | string, name: string): Promise<TextLayer> {
  const layer = await readTextLayer(Buffer.from(bytes as string), { name });
  expectSound(layer);
  return layer;
}

describe('a rich text', () => {
  it('is its words, in any way in which they are written', async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset129 Batang;}}{\info{\title Not text}}{\*\generator X;}
\pard Two ships left {\b Rajin} on 3 May \endash  so the office said.\par
\f1\'c7\'d7\'b1\'b8 \u48512?\u48513? end\par {\v hidden words}{\pict 0102}
\trowd\cellx1\cellx2 \intbl Ship\cell Crates\cell\row \intbl Angara\cell 300\cell\row
\pard 12. A numbered paragraph with a \{brace\} and a \uc2\u8212ab dash.\par}`;
    const layer = await read(rtf, 'a.rtf');
    expect(layer.kind).toBe('rtf');
    expect(blockTexts(layer)).toEqual([
      'paragraph | Two ships left Rajin on 3 May – so the office said.',
      'paragraph | 항구 부북 end',
      'table-cell | Ship',
      'table-cell | Crates',
      'table-cell | Angara',
      'table-cell | 300',
      'paragraph | 12 | A numbered paragraph with a {brace} and a — dash.',
    ]);
    expect(layer.text).toContain('Ship\tCrates\nAngara\t300');
  });

  it('may be nested to any depth, and be cut anywhere', async () => {
    await read(`{\\rtf1 ${'{'.repeat(200_000)}text${'}'.repeat(200_000)}}`, 'deep.rtf');
    const whole = String.raw`{\rtf1\ansicpg949 {\fonttbl{\f0 A;}}\'b0\'a1\u-100?text \bin4 {}\}{\par more}\cell\row}`;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length }), fc.string({ maxLength: 6 }), async (at, put) => {
        const bytes = Buffer.from(`{\\rtf1${whole.slice(6, at)}${put}${whole.slice(at)}`, 'latin1');
        const layer = await readTextLayer(bytes, { name: 'a.rtf' }).catch((error) => error);
        if (layer instanceof Error) expect(layer).toMatchObject({ place: 'a.rtf' });
        else expectSound(layer);
      }),
    );
  });
});

describe('a presentation', () => {
  const slides = [
    { title: 'First & foremost', text: ['Two ships left Rajin.'], notes: 'Say this slowly.' },
    {
      title: 'Second',
      text: [],
      table: [
        ['Ship', 'Crates'],
        ['Angara', '300'],
      ],
      hidden: true,
    },
  ];

  it('is its slides in the order in which they are shown, each a page', async () => {
    const layer = await read(makeSlides(slides), 'a.pptx');
    expect(layer).toMatchObject({ kind: 'pptx', title: 'First & foremost', notes: ['hidden slides: 2'] });
    expect(blockTexts(layer)).toEqual([
      'heading | First & foremost',
      'paragraph | Two ships left Rajin.',
      'footnote | Say this slowly.',
      'heading | Second',
      'table-cell | Ship',
      'table-cell | Crates',
      'table-cell | Angara',
      'table-cell | 300',
    ]);
    const at = layer.text.indexOf('Angara');
    expect(locatorText(passageAt(layer, at, at + 6))).toBe('table 1, cell A2, p. 2');
    expect(layer.pages).toHaveLength(2);
  });

  it('is refused in one line when it is cut short', async () => {
    const whole = makeSlides(slides);
    await expect(read(whole.subarray(0, whole.length / 2), 'cut.pptx')).rejects.toMatchObject({ code: 'corrupt' });
  });
});
