import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js';
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js';

export type MadeMsg = {
  readonly subject: string;
  readonly body: string;
  readonly name: string;
  readonly address: string;
  /** In milliseconds since 1970. */
  readonly sent: number;
  readonly attachment: { readonly name: string; readonly content: Buffer };
};

/** A mail as Outlook saves it ([MS-OXMSG]), with one file attached. */
export function makeMsg({ subject, body, name, address, sent, attachment }: MadeMsg): Buffer {
  const wide = (text: string) => Buffer.from(text, 'utf16le');
  const stream = (called: string, content: Buffer): Entry => ({
    name: called,
    type: TypeEnum.DOCUMENT,
    binaryProvider: () => new Uint8Array(content),
    length: content.length,
  });
  const properties = Buffer.alloc(32 + 16);
  // The time of sending, in tenths of a microsecond since 1601 ([MS-DTYP], FILETIME).
  properties.writeUInt32LE(0x00390040, 32);
  properties.writeUInt32LE(6, 36);
  properties.writeBigUInt64LE(BigInt(sent + 11_644_473_600_000) * 10_000n, 40);
  const entries: Entry[] = [
    { name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: [1, 2, 3, 4, 5, 6] },
    stream('__properties_version1.0', properties),
    stream('__substg1.0_0037001F', wide(subject)),
    stream('__substg1.0_1000001F', wide(body)),
    stream('__substg1.0_0C1A001F', wide(name)),
    stream('__substg1.0_5D01001F', wide(address)),
    { name: '__attach_version1.0_#00000000', type: TypeEnum.DIRECTORY, length: 0, children: [7, 8, 9] },
    stream('__properties_version1.0', Buffer.alloc(8)),
    stream('__substg1.0_3707001F', wide(attachment.name)),
    stream('__substg1.0_37010102', attachment.content),
  ];
  return Buffer.from(burn(entries));
}
