import type { ListedMember, Member, Unpacked } from '../container/member.ts';
import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import { endOfHeader, fieldsIn } from './warc-records.ts';

/** A part of a saved page with its own header. */
type Part = { readonly fields: ReadonlyMap<string, string>; readonly body: Buffer };

/**
 * The pages in a file that a browser saved as MHTML (RFC 2557): the page itself and its frames, each a document. The address
 * and the date are the browser's word, and nobody signed them.
 * @throws DocumentError `corrupt`, `too-complex`
 */
export function unpackMhtml(bytes: Uint8Array, name: string, limits: ReadingLimits): Unpacked {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = partIn(data);
  const boundary = /boundary="?([^";]+)"?/i.exec(head?.fields.get('content-type') ?? '')?.[1];
  if (head === null || boundary === undefined)
    throw new DocumentError('corrupt', 'the saved page does not say where its parts begin', { place: name });
  const date = head.fields.get('date') ?? null;
  const page = head.fields.get('snapshot-content-location') ?? null;
  const listed: ListedMember[] = [];
  const members: Member[] = [];
  for (const raw of piecesOf(head.body, boundary)) {
    if (listed.length >= limits.members)
      throw new DocumentError('too-complex', `it has more than ${limits.members.toLocaleString('en')} parts`, {
        place: name,
      });
    const part = partIn(raw);
    if (part === null) continue;
    const number = listed.length + 1;
    const url = part.fields.get('content-location') ?? (number === 1 ? page : null);
    const path = url ?? part.fields.get('content-id') ?? `part ${number}`;
    const content = decoded(part);
    listed.push({ path, size: content.length, written: date, url });
    if (
      !/^(?:text\/html|application\/xhtml\+xml|text\/plain|application\/pdf)/i.test(
        part.fields.get('content-type') ?? '',
      )
    )
      continue;
    members.push({
      path,
      bytes: content,
      how: `part ${number} of the saved page`,
      written: date,
      url: /^https?:/i.test(url ?? '') ? url : null,
    });
  }
  return {
    listed,
    members,
    refused: [],
    notes: ['address and date are the word of the browser that saved it'],
    checks: [],
  };
}

function partIn(data: Buffer): Part | null {
  const end = endOfHeader(data, 0);
  if (end === null) return null;
  return { fields: fieldsIn(data.toString('utf8', 0, end.header).split(/\r?\n/)), body: data.subarray(end.body) };
}

function* piecesOf(body: Buffer, boundary: string): Generator<Buffer> {
  const mark = `--${boundary}`;
  for (let at = body.indexOf(mark); at >= 0; ) {
    const start = body.indexOf(0x0a, at + mark.length) + 1;
    if (start === 0 || body.toString('latin1', at + mark.length, at + mark.length + 2) === '--') return;
    const next = body.indexOf(`\n${mark}`, start - 1);
    const end = next < 0 ? body.length : body[next - 1] === 0x0d ? next - 1 : next;
    yield body.subarray(start, Math.max(start, end));
    at = next < 0 ? -1 : next + 1;
  }
}

function decoded({ fields, body }: Part): Buffer {
  const encoding = fields.get('content-transfer-encoding')?.toLowerCase() ?? '';
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body);
  const text = body
    .toString('latin1')
    .replace(/[ \t]+(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '');
  return Buffer.from(
    text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
