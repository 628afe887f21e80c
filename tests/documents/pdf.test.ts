import { describe, expect, it } from 'vitest';
import { readTextLayer } from '../../src/documents/read.ts';
import { locatorText, passageAt } from '../../src/documents/text/passage.ts';
import { blockTexts, expectSound } from './layer-checks.ts';
import { makePdf, type PrintedText, setLines } from './pdf-maker.ts';

const read = (bytes: Buffer) => readTextLayer(bytes, { name: 'report.pdf' });

/** Three pages as a committee prints them: head, foot, numbered paragraphs, a paragraph over the page, a note. */
function threePages(): PrintedText[][] {
  const frame = (page: number): PrintedText[] => [
    { x: 72, y: 800, size: 9, text: 'S/2024/999' },
    { x: 500, y: 30, size: 9, text: `${page}/3` },
  ];
  return [
    [
      ...frame(1),
      { x: 72, y: 760, size: 16, text: 'Findings on arms' },
      ...setLines(
        [
          '1. The Panel examined the debris of a missile that fell',
          'on 2 January 2024 and the transport docu-',
          'mentation of a ship-',
          'to-ship transfer. It asked for more inform-',
          'ation about it.',
        ],
        720,
      ),
      ...setLines(
        [
          '2. The information that the Panel received from two of',
          'the Member States shows that the vessel left the port',
        ],
        620,
      ),
      { x: 72, y: 92, size: 6, text: '1' },
      { x: 77, y: 88, size: 8, text: 'Reply of 3 March 2024 to the Panel.' },
    ],
    [
      ...frame(2),
      ...setLines(['of Nampo with coal aboard and came back without it.'], 760),
      ...setLines(['3. The owner has yet to reply.'], 730),
      ...setLines(['• first, a list of vessels;'], 700),
      ...setLines(['• second, a list of companies.'], 680),
    ],
    [...frame(3), ...setLines(['4. The Panel recommends that Member States inspect', 'such vessels.'], 760)],
  ];
}

describe('PDF', () => {
  it('gives numbered paragraphs, notes and pages, without heads and feet', async () => {
    const layer = await read(
      makePdf(threePages(), { info: '/Title (Findings on arms) /CreationDate (D:20240307101500Z)' }),
    );
    expectSound(layer);
    expect(blockTexts(layer)).toEqual([
      'title | Findings on arms',
      'paragraph | 1 | The Panel examined the debris of a missile that fell on 2 January 2024 and the transport docu-mentation of a ship-to-ship transfer. It asked for more information about it.',
      'paragraph | 2 | The information that the Panel received from two of the Member States shows that the vessel left the port of Nampo with coal aboard and came back without it.',
      'footnote | Reply of 3 March 2024 to the Panel.',
      'paragraph | 3 | The owner has yet to reply.',
      'list-item | first, a list of vessels;',
      'list-item | second, a list of companies.',
      'paragraph | 4 | The Panel recommends that Member States inspect such vessels.',
    ]);
    expect(layer).toMatchObject({
      kind: 'pdf',
      title: 'Findings on arms',
      created: '2024-03-07',
      published: null,
      language: 'en-GB',
    });
    expect(layer.pages).toHaveLength(3);
  });

  it('tells the page and paragraph of a passage, also where a paragraph runs over the page', async () => {
    const layer = await read(makePdf(threePages()));
    const placeOf = (phrase: string) => {
      const start = layer.text.indexOf(phrase);
      return locatorText(passageAt(layer, start, start + phrase.length));
    };
    expect(placeOf('vessel left the port')).toBe('p. 1, para. 2');
    expect(placeOf('Nampo with coal')).toBe('p. 2, para. 2');
    expect(placeOf('Reply of 3 March')).toBe('p. 1');
    expect(placeOf('second, a list')).toBe('p. 2, para. 3');
    expect(placeOf('inspect such vessels')).toBe('p. 3, para. 4');
  });

  it('reads two columns one after the other when the file sets them line by line', async () => {
    const left = Array.from({ length: 12 }, (_, index) => `left line ${'abcdefghijkl'[index]} of the first text`);
    const right = Array.from({ length: 12 }, (_, index) => `right line ${'abcdefghijkl'[index]} of the second`);
    const page = left.flatMap((text, index) => [
      { x: 72, y: 700 - index * 14, text },
      { x: 320, y: 700 - index * 14, text: right[index]! },
    ]);
    const layer = await read(makePdf([page]));
    expect(layer.text.indexOf('left line l')).toBeLessThan(layer.text.indexOf('right line a'));
    expectSound(layer);
  });

  it('does not let the number of a note run into a figure', async () => {
    const layer = await read(
      makePdf([
        [
          { x: 72, y: 700, text: 'Prosecutors spoke of around 50' },
          { x: 224, y: 705, size: 6, text: '3' },
          { x: 230, y: 700, text: 'missiles in all.' },
          { x: 72, y: 686, text: 'The price was 3.50' },
        ],
      ]),
    );
    expect(layer.text).toMatch(/around 50\[3\] ?missiles in all\./);
  });

  it('keeps a figure that is set in several runs together', async () => {
    const layer = await read(
      makePdf([
        [
          { x: 72, y: 700, text: 'around ' },
          { x: 109, y: 700, text: '50 missiles fell' },
          { x: 72, y: 686, text: 'in six oblasts.' },
        ],
      ]),
    );
    expect(layer.text).toBe('around 50 missiles fell in six oblasts.');
  });

  it('refuses a scan, telling what to do', async () => {
    await expect(read(makePdf([[]]))).rejects.toMatchObject({ code: 'no-text', place: 'report.pdf' });
  });

  it('gives the same text for the same bytes', async () => {
    const bytes = makePdf(threePages());
    expect(await read(bytes)).toEqual(await read(bytes));
  });
});
