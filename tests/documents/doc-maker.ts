import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js';
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js';

const FIB = 0x0800;

/** A Word file of 1997 ([MS-DOC]) with nothing but text: a file information block, the text, and a table of one piece. */
export function makeDoc(
  paragraphs: readonly string[],
  {
    footnotes = [],
    locked = false,
    macros = false,
  }: { readonly footnotes?: readonly string[]; readonly locked?: boolean; readonly macros?: boolean } = {},
): Buffer {
  const body = `${paragraphs.join('\r')}\r`;
  const notes = footnotes.length === 0 ? '' : `${footnotes.join('\r')}\r\r`;
  const text = Buffer.from(body + notes, 'utf16le');
  const main = Buffer.alloc(Math.max(8_192, FIB + text.length));
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0x00c1, 2);
  main.writeUInt16LE(0x0200 | (locked ? 0x0100 : 0), 10);
  main.writeUInt32LE(FIB, 0x18);
  main.writeUInt32LE(body.length, 0x4c);
  main.writeUInt32LE(notes.length, 0x50);
  text.copy(main, FIB);
  const table = Buffer.alloc(4_608);
  table.writeUInt8(2, 0);
  table.writeUInt32LE(4 + 12, 1);
  table.writeUInt32LE(0, 5);
  table.writeUInt32LE(body.length + notes.length, 9);
  table.writeUInt32LE(FIB, 13 + 2);
  main.writeUInt32LE(0, 0x01a2);
  main.writeUInt32LE(21, 0x01a6);
  const stream = (name: string, content: Buffer): Entry => ({
    name,
    type: TypeEnum.DOCUMENT,
    binaryProvider: () => new Uint8Array(content),
    length: content.length,
  });
  return Buffer.from(
    burn([
      { name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: macros ? [1, 2, 3] : [1, 2] },
      stream('WordDocument', main),
      stream('1Table', table),
      ...(macros ? [stream('_VBA_PROJECT', Buffer.alloc(4_608, 'x'))] : []),
    ]),
  );
}
