import { decompressRTF } from '@kenjiuno/decompressrtf';
import MsgReader, { type FieldsData } from '@kenjiuno/msgreader';
import type { ListedMember, Member, Unpacked } from '../container/member.ts';
import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import { textOfRtf } from '../rtf/rtf-text.ts';
import type { ReadContent } from '../text/read-content.ts';
import { layerOfMail, OWN_WORDS_ALONE } from './mail-layer.ts';
import { plainLines } from './sender-words.ts';

/** A mail that Outlook saved ([MS-OXMSG]). Its times are in UTC. */
export function readMsg(bytes: Uint8Array, name: string, limits: ReadingLimits): ReadContent {
  const { mail } = open(bytes, name);
  const to = (type: 'to' | 'cc' | 'bcc'): string =>
    (mail.recipients ?? [])
      .filter(({ recipType }) => (recipType ?? 'to') === type)
      .map(({ name: called = '', smtpAddress, email }) => addressIn(called, smtpAddress ?? email ?? ''))
      .join(', ');
  const sender = mail.senderSmtpAddress ?? mail.creatorSMTPAddress ?? mail.senderEmail ?? '';
  const from = { name: mail.senderName ?? '', address: sender };
  const sent = dateIn(mail.clientSubmitTime);
  const fields = [
    { name: 'From', value: addressIn(from.name, sender) },
    { name: 'To', value: to('to') },
    { name: 'Cc', value: to('cc') },
    { name: 'Bcc', value: to('bcc') },
    { name: 'Date', value: sent ?? '' },
    { name: 'Received', value: dateIn(mail.messageDeliveryTime) ?? '' },
    { name: 'Subject', value: mail.subject ?? '' },
    { name: 'Message-ID', value: mail.messageId ?? '' },
  ].filter(({ value }) => value !== '');
  const body = plainLines(bodyOf(mail).replace(/\r\n?/g, '\n'));
  const attachments = (mail.attachments ?? []).map(nameOf);
  return {
    kind: 'msg',
    reader: 'msg/2 (@kenjiuno/msgreader)',
    ...layerOfMail({ from, fields, body, attachments }, name, limits.textLength),
    encoding: null,
    title: mail.subject?.trim() || null,
    created: sent?.slice(0, 10) ?? null,
    notes: ['sender, date and subject are the word of who saved the mail', OWN_WORDS_ALONE],
  };
}

/** What is attached, mails among it. */
export function unpackMsg(bytes: Uint8Array, name: string): Unpacked {
  const { mail, reader } = open(bytes, name);
  const members = (mail.attachments ?? []).map((attachment, i): Member => {
    const { content } = reader.getAttachment(attachment);
    return {
      path: nameOf(attachment, i),
      bytes: new Uint8Array(content),
      how: `attachment ${i + 1} of the mail`,
      written: dateIn(attachment.lastModificationTime),
      url: null,
    };
  });
  const listed = members.map(
    ({ path, written, url, bytes: { length } }): ListedMember => ({ path, written, url, size: length }),
  );
  return { listed, members, refused: [], notes: [], checks: [] };
}

function open(bytes: Uint8Array, name: string): { readonly mail: FieldsData; readonly reader: MsgReader } {
  try {
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const reader = new MsgReader(buffer);
    const mail = reader.getFileData();
    if (mail.error !== undefined) throw new Error(mail.error);
    return { mail, reader };
  } catch (error) {
    if (error instanceof RangeError && /call stack|allocation/i.test(error.message)) throw error;
    throw new DocumentError('corrupt', 'the file is damaged and cannot be read as a mail', {
      place: name,
      cause: error,
    });
  }
}

/** The plain text; where the mail has rich text alone, the words of that. */
function bodyOf({ body, compressedRtf }: FieldsData): string {
  if (body !== undefined && body.trim() !== '') return body;
  if (compressedRtf === undefined) return '';
  return textOfRtf(Buffer.from(decompressRTF([...compressedRtf])))
    .map(({ text }) => text)
    .join('\n\n');
}

function addressIn(name: string, address: string): string {
  return name === '' || name === address ? address : address === '' ? name : `${name} <${address}>`;
}

function nameOf({ fileName, fileNameShort, name, innerMsgContent }: FieldsData, index: number): string {
  const given =
    (fileName ?? fileNameShort ?? name ?? '')
      .replace(/[\0-\x1f\x7f]/g, '?')
      .split(/[/\\]/)
      .at(-1)
      ?.trim() ?? '';
  const plain = given === '' || given === '.' || given === '..' ? `part-${index + 1}` : given.slice(0, 200);
  return innerMsgContent === true && !/\.msg$/i.test(plain) ? `${plain}.msg` : plain;
}

function dateIn(text: string | undefined): string | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace('.000', '');
}
