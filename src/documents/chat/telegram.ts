import { z } from 'zod';
import { DocumentError } from '../document-error.ts';
import type { ReadingLimits } from '../limits.ts';
import { LayerBuilder } from '../text/layer-builder.ts';
import type { ReadContent } from '../text/read-content.ts';
import type { NamedSpan } from '../text/text-layer.ts';

const piece = z.union([z.string(), z.looseObject({ text: z.string().catch('') })]);
const messageShape = z.looseObject({
  id: z.number(),
  type: z.string().catch('message'),
  date: z.string().optional(),
  date_unixtime: z.string().optional(),
  edited_unixtime: z.string().optional(),
  from: z.string().nullish(),
  actor: z.string().nullish(),
  action: z.string().optional(),
  forwarded_from: z.string().nullish(),
  reply_to_message_id: z.number().optional(),
  text: z.union([z.string(), z.array(piece)]).optional(),
  photo: z.string().optional(),
  file: z.string().optional(),
  file_name: z.string().optional(),
});
const chatShape = z.looseObject({
  name: z.string().nullish(),
  type: z.string(),
  id: z.number(),
  messages: z.array(z.unknown()),
});
const listShape = z.looseObject({ list: z.array(z.unknown()) });
const exportShape = z.looseObject({ chats: listShape.optional(), left_chats: listShape.optional() });

type Message = z.infer<typeof messageShape>;
type Chat = z.infer<typeof chatShape>;

/** How the file begins that Telegram Desktop writes: the name and type of one chat, or what the list of all is of. */
export function isTelegramExport(head: string): boolean {
  const start = head
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, 4_000);
  const isChat =
    /^\{\s*"(?:name|type)"\s*:/.test(start) && /"type"\s*:\s*"[a-z_]*(?:chat|channel|group|supergroup)"/.test(start);
  return (
    (isChat && /"messages"\s*:\s*\[/.test(start)) || /^\{\s*"about"\s*:\s*"Here is the data you requested/.test(start)
  );
}

/**
 * Chats as Telegram Desktop exports them (`result.json`), a block a message, in their order. An export is what its maker says:
 * nothing in it is signed, and who writes under a name has nobody checked, so that no claim is read from it by program.
 * @throws DocumentError `corrupt`, `no-text`, `too-complex`
 */
export function readTelegram(bytes: Uint8Array, name: string, limits: ReadingLimits): ReadContent {
  const chats = chatsIn(bytes, name);
  const builder = new LayerBuilder(name, limits.textLength);
  const parts: NamedSpan[] = [];
  let unreadable = 0;
  let count = 0;
  for (const chat of chats) {
    builder.add({ kind: 'heading', text: titleOf(chat) });
    for (const given of chat.messages) {
      if (++count > limits.elements)
        throw new DocumentError('too-complex', 'it has too many messages', { place: name });
      const message = messageShape.safeParse(given);
      if (!message.success) {
        unreadable++;
        continue;
      }
      const head = builder.add({ kind: 'paragraph', text: headOf(message.data) });
      const body = builder.add({ kind: 'quotation', text: bodyOf(message.data), join: '\n' });
      if (head === null) continue;
      const place =
        chats.length === 1 ? `message ${message.data.id}` : `message ${message.data.id} of ${titleOf(chat)}`;
      parts.push({ start: head.start, end: (body ?? head).end, name: place });
    }
  }
  if (parts.length === 0) throw new DocumentError('no-text', 'the export holds no message', { place: name });
  return {
    kind: 'telegram',
    reader: 'telegram/1',
    ...builder.build(),
    encoding: 'utf-8',
    title: chats.length === 1 && chats[0] !== undefined ? titleOf(chats[0]) : null,
    parts,
    notes: [
      `${parts.length.toLocaleString('en')} messages of ${chats.length === 1 ? 'one chat' : `${chats.length} chats`}; nothing in an export is signed`,
      ...(unreadable === 0 ? [] : [`${unreadable} messages are in a form that is not known here, and are left out`]),
    ],
    unread: [
      {
        what: 'mail',
        whole: true,
        words: 'an exported chat, whose writers nobody has checked; it is for a person to read',
      },
    ],
  };
}

function chatsIn(bytes: Uint8Array, name: string): readonly Chat[] {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new DocumentError('corrupt', 'the export is cut off or no JSON', { place: name, cause });
  }
  const one = chatShape.safeParse(value);
  if (one.success) return [one.data];
  const all = exportShape.safeParse(value).data;
  return [...(all?.chats?.list ?? []), ...(all?.left_chats?.list ?? [])].flatMap((chat) => {
    const parsed = chatShape.safeParse(chat);
    return parsed.success ? [parsed.data] : [];
  });
}

function titleOf({ name, type, id }: Chat): string {
  return `${inOneLine(name ?? '') || `chat ${id}`} (${type.replaceAll('_', ' ')})`;
}

/** Who, when and from whom: `date` is in the zone of the machine that exported it, and `date_unixtime` in none. */
function headOf(message: Message): string {
  const { id, from, actor, date, forwarded_from: relayed, reply_to_message_id: answered } = message;
  const at = instant(message.date_unixtime);
  const edited = instant(message.edited_unixtime);
  return [
    `Message ${id}`,
    inOneLine(from ?? actor ?? '') || 'no name',
    at ?? (date === undefined ? 'no date' : `${inOneLine(date)} in a zone that it does not name`),
    ...(relayed ? [`passed on from ${inOneLine(relayed)}`] : []),
    ...(answered === undefined ? [] : [`in reply to ${answered}`]),
    ...(edited === null ? [] : [`changed ${edited}`]),
  ].join(', ');
}

function bodyOf({ text = '', action, photo, file, file_name: called }: Message): string {
  const words =
    typeof text === 'string' ? text : text.map((one) => (typeof one === 'string' ? one : one.text)).join('');
  return [
    words,
    ...(action === undefined ? [] : [`[${action.replaceAll('_', ' ')}]`]),
    ...[photo, file === undefined ? undefined : (called ?? file)].flatMap((one) =>
      one === undefined ? [] : [`[${inOneLine(one)}]`],
    ),
  ]
    .map((part) => part.replace(/[\0-\x08\x0b-\x1f\x7f]/g, ' ').trim())
    .filter((part) => part !== '')
    .join('\n');
}

function instant(seconds: string | undefined): string | null {
  const value = Number(seconds);
  return seconds === undefined || !Number.isFinite(value) || Math.abs(value) > 8e12
    ? null
    : new Date(value * 1000).toISOString().replace('.000', '');
}

function inOneLine(text: string): string {
  return text
    .replace(/[\s\0-\x1f\x7f]+/g, ' ')
    .trim()
    .slice(0, 200);
}
