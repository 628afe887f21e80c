import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { ListedMember, Member, Unpacked } from '../container/member.ts';
import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import type { ReadContent } from '../text/read-content.ts';
import { htmlLines } from './html-body.ts';
import { dayOfMail, layerOfMail, OWN_WORDS_ALONE } from './mail-layer.ts';
import { plainLines } from './sender-words.ts';

/** A mail (RFC 5322, MIME). Nothing that it refers to is fetched; pictures that it would load are not looked at. */
export async function readEml(bytes: Uint8Array, name: string, limits: ReadingLimits): Promise<ReadContent> {
  const mail = await parseMail(bytes, name);
  const raw = (key: string): string | null => mail.headers.find((header) => header.key === key)?.value ?? null;
  const fields = [
    { name: 'From', value: addressesIn(mail.from) },
    { name: 'Sender', value: addressesIn(mail.sender) },
    { name: 'Reply-To', value: addressesIn(...(mail.replyTo ?? [])) },
    { name: 'To', value: addressesIn(...(mail.to ?? [])) },
    { name: 'Cc', value: addressesIn(...(mail.cc ?? [])) },
    { name: 'Bcc', value: addressesIn(...(mail.bcc ?? [])) },
    // As it stands there: its zone is a fact of its own.
    { name: 'Date', value: raw('date') ?? '' },
    { name: 'Subject', value: mail.subject ?? '' },
    { name: 'Message-ID', value: mail.messageId ?? '' },
    { name: 'In-Reply-To', value: mail.inReplyTo ?? '' },
  ].filter(({ value }) => value !== '');
  const hasText = (mail.text ?? '').trim() !== '';
  const body = hasText
    ? plainLines((mail.text ?? '').replace(/\r\n?/g, '\n'))
    : htmlLines(mail.html ?? '', name, limits);
  const [from] = mail.from === undefined ? [] : (mail.from.group ?? [mail.from]);
  const attachments = mail.attachments.map((part, i) => nameOf(part, i));
  const received = mail.headers.filter(({ key }) => key === 'received').length;
  return {
    kind: 'eml',
    reader: 'eml/2 (postal-mime)',
    ...layerOfMail({ from, fields, body, attachments }, name, limits.textLength),
    encoding: null,
    title: mail.subject?.trim() || null,
    created: dayOfMail(raw('date')),
    notes: [
      'sender, date and subject are the sender’s word',
      OWN_WORDS_ALONE,
      ...(received === 0 ? ['no server has marked that it passed this mail on'] : []),
      ...(hasText || mail.html === undefined ? [] : ['the text is that of its HTML part']),
      ...(raw('dkim-signature') === null
        ? []
        : ['it carries a signature of its sender’s server (DKIM), which was not checked']),
    ],
  };
}

/** What is attached to a mail, mails among it. */
export async function unpackEml(bytes: Uint8Array, name: string): Promise<Unpacked> {
  const { attachments } = await parseMail(bytes, name);
  const members = attachments.map((part, i): Member => {
    const content = part.content as ArrayBuffer | Uint8Array;
    return {
      path: nameOf(part, i),
      bytes: content instanceof Uint8Array ? content : new Uint8Array(content),
      how: `attachment ${i + 1} of the mail`,
      written: null,
      url: null,
    };
  });
  const listed = members.map(
    ({ path, written, url, bytes: { length } }): ListedMember => ({ path, written, url, size: length }),
  );
  return { listed, members, refused: [], notes: [], checks: [] };
}

/** Mails that people write have a few parts; one made to harm has thousands. */
const MOST_PARTS = 500;

async function parseMail(bytes: Uint8Array, name: string): Promise<Email> {
  const parts = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = parts.indexOf('\nContent-Type:'); at >= 0; at = parts.indexOf('\nContent-Type:', at + 1)) count++;
  if (count > MOST_PARTS)
    throw new DocumentError('too-complex', `it has ${count.toLocaleString('en')} parts; ${MOST_PARTS} are read`, {
      place: name,
    });
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 64 });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    const deep = error instanceof Error && /nesting|header size/i.test(error.message);
    throw deep
      ? new DocumentError('too-complex', 'its parts are nested too deeply or its headers are too long', { place: name })
      : new DocumentError('corrupt', 'the file is damaged and cannot be read as a mail', { place: name, cause: error });
  }
}

function addressesIn(...addresses: readonly (Address | undefined)[]): string {
  return addresses
    .flatMap((one) => (one === undefined ? [] : one.group === undefined ? [one] : one.group))
    .map(({ name, address }) => (name === '' || name === address ? address : `${name} <${address}>`))
    .filter((text) => text !== '')
    .join(', ');
}

/** The name that the mail gives; a mail inside the mail and a part without a name have one by their place. */
function nameOf({ filename, mimeType }: Attachment, index: number): string {
  const given =
    (filename ?? '')
      .replace(/[\0-\x1f\x7f]/g, '?')
      .split(/[/\\]/)
      .at(-1)
      ?.trim() ?? '';
  if (given !== '' && given !== '.' && given !== '..') return given.slice(0, 200);
  return `part-${index + 1}${mimeType === 'message/rfc822' ? '.eml' : ''}`;
}
