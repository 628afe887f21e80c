import type { ListedMember, Member, Unpacked } from '../container/member.ts';
import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';

/**
 * The mails of a file of many (RFC 4155): each begins with a line "From SENDER DATE" behind an empty line. A line of a mail
 * that begins so stands behind a ">", which is taken off again.
 * @throws DocumentError `too-complex`
 */
export function unpackMbox(bytes: Uint8Array, name: string, limits: ReadingLimits): Unpacked {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = startsIn(data);
  if (starts.length > limits.members)
    throw new DocumentError(
      'too-complex',
      `it holds ${starts.length.toLocaleString('en')} mails; give files of up to ${limits.members.toLocaleString('en')}`,
      { place: name },
    );
  const listed: ListedMember[] = [];
  const members: Member[] = [];
  starts.forEach((start, i) => {
    const line = data.indexOf(0x0a, start) + 1;
    const content = unescaped(data.subarray(line === 0 ? start : line, starts[i + 1] ?? data.length));
    const path = `message-${i + 1}.eml`;
    listed.push({ path, size: content.length, written: null, url: null, offset: start });
    members.push({
      path,
      bytes: content,
      how: `message ${i + 1} of the mbox file, at byte ${start}`,
      written: null,
      url: null,
    });
  });
  return { listed, members, refused: [], notes: [], checks: [] };
}

function startsIn(data: Buffer): number[] {
  const starts: number[] = [];
  for (let at = data.indexOf('From '); at >= 0; at = data.indexOf('From ', at + 1)) {
    const before = data.toString('latin1', Math.max(0, at - 4), at);
    if (at > 0 && !/\n\r?\n$/.test(before)) continue;
    const end = data.indexOf(0x0a, at);
    const line = data.toString('latin1', at, end < 0 ? data.length : Math.min(end, at + 300));
    if (/^From \S+ +.*\d\d:\d\d.*\d{4}/.test(line)) starts.push(at);
  }
  return starts;
}

function unescaped(mail: Buffer): Buffer {
  if (!mail.includes('\n>From ') && !mail.includes('\n>>')) return Buffer.from(mail);
  return Buffer.from(mail.toString('latin1').replace(/\n>(>*From )/g, '\n$1'), 'latin1');
}
