import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { extractClaims } from '../../src/claims/extraction.ts';
import { readTextLayer } from '../../src/documents/read.ts';
import { passageAt } from '../../src/documents/text/passage.ts';
import { unpackDocument } from '../../src/documents/unpack.ts';
import { expectSound } from './layer-checks.ts';
import { makeZip } from './zip-maker.ts';

const CHAT = {
  name: 'Harbour watch',
  type: 'public_channel',
  id: 1234,
  messages: [
    {
      id: 1,
      type: 'service',
      date: '2023-09-01T10:00:00',
      date_unixtime: '1693551600',
      actor: 'Harbour watch',
      action: 'create_channel',
      text: '',
    },
    {
      id: 7,
      type: 'message',
      date: '2023-09-07T18:00:00',
      date_unixtime: '1694077200',
      edited_unixtime: '1694080800',
      from: 'Harbour watch',
      from_id: 'channel1234',
      forwarded_from: 'Port diary',
      text: ['Russia sent ', { type: 'bold', text: '40 containers' }, ' to North Korea.'],
      photo: '(File not included. Change data exporting settings to download.)',
    },
    {
      id: 8,
      type: 'message',
      date: '2023-09-08T18:00:00',
      from: null,
      reply_to_message_id: 7,
      text: 'Seen\u0000 too.',
    },
    { id: 'no number' },
  ],
};

it('reads an exported chat message by message, each with its place, and no claim from it', async () => {
  const layer = await readTextLayer(Buffer.from(JSON.stringify(CHAT)), { name: 'result.json' });
  expectSound(layer);
  expect(layer).toMatchObject({ kind: 'telegram', title: 'Harbour watch (public channel)', unread: [{ whole: true }] });
  // The time of the message without a zone, and not that of the machine that exported it.
  expect(layer.text).toContain(
    'Message 7, Harbour watch, 2023-09-07T09:00:00Z, passed on from Port diary, changed 2023-09-07T10:00:00Z',
  );
  expect(layer.text).toContain(
    'Message 8, no name, 2023-09-08T18:00:00 in a zone that it does not name, in reply to 7',
  );
  const start = layer.text.indexOf('Russia sent 40 containers to North Korea.');
  expect(passageAt(layer, start, start + 12).locator).toEqual({ part: 'message 7' });
  expect(layer.notes?.join()).toMatch(/1 messages? are in a form that is not known/);
  expect(extractClaims(layer, { source: { name: 'Desk', kind: 'newsroom' }, published: null })).toEqual([]);
});

it('reads all chats of an export, and refuses one that is cut off', async () => {
  const whole = JSON.stringify({
    about: 'Here is the data you requested. …',
    chats: { about: '', list: [CHAT, { ...CHAT, name: null, id: 9 }] },
    left_chats: { list: [] },
  });
  const layer = await readTextLayer(Buffer.from(whole), { name: 'result.json' });
  expect(layer.parts?.map(({ name }) => name)).toContain('message 7 of chat 9 (public channel)');
  await expect(readTextLayer(Buffer.from(whole.slice(0, -20)), { name: 'cut.json' })).rejects.toMatchObject({
    code: 'corrupt',
  });
  expect(
    (await readTextLayer(Buffer.from('{"name": "a", "type": "b", "value": [1, 2]}'), { name: 'other.json' })).kind,
  ).toBe('text');
});

const hash = (algorithm: string, bytes: Buffer): string => createHash(algorithm).update(bytes).digest('hex');
const photo = Buffer.from('the bytes of a picture');
const page = Buffer.from('<html><body><p>The post as a page.</p></body></html>');

function archive(changes: { readonly photo?: Buffer; readonly without?: string } = {}): Buffer {
  const metadata = {
    status: 'telegram: success',
    metadata: {
      url: 'https://t.me/harbour/7',
      _processed_at: '2025-03-01 12:00:00+00:00',
      timestamp: '2023-09-07 09:00:00+00:00',
    },
    media: [
      {
        filename: '/tmp/tmpabc/photo.jpg',
        _key: null,
        urls: [],
        properties: {
          hash: `SHA3-512:${hash('sha3-512', photo)}`,
          thumbnails: [{ filename: '/tmp/tmpabc/page.html', properties: { hash: `SHA-256:${hash('sha256', page)}` } }],
        },
      },
    ],
  };
  const files = [
    { name: 'item/metadata.json', content: JSON.stringify(metadata) },
    { name: 'item/photo.jpg', content: changes.photo ?? photo },
    { name: 'item/page.html', content: page },
    { name: 'item/hashes.txt', content: `${hash('sha3-512', photo)}\n${hash('sha256', page)}` },
  ];
  return makeZip(files.filter(({ name }) => name !== changes.without));
}

it('holds the files of auto-archiver against its hashes, and gives each its address and time', async () => {
  const { members, checks } = await unpackDocument(archive(), { name: 'item.zip' });
  expect(members.map(({ path, url, written }) => [path, url, written])).toEqual([
    ['item/metadata.json', 'https://t.me/harbour/7', '2025-03-01 12:00:00+00:00'],
    ['item/photo.jpg', 'https://t.me/harbour/7', '2025-03-01 12:00:00+00:00'],
    ['item/page.html', 'https://t.me/harbour/7', '2025-03-01 12:00:00+00:00'],
    ['item/hashes.txt', null, null],
  ]);
  expect(checks).toMatchObject([
    { what: 'hashes that auto-archiver wrote', outcome: 'holds', detail: '2 of 2 hold' },
    { what: 'files listed in item/hashes.txt', outcome: 'holds', detail: '2 of 2 hold' },
    { what: 'time stamp over item/hashes.txt', outcome: 'not-checked' },
  ]);
});

it('takes in what does not hold, with the fault', async () => {
  const changed = await unpackDocument(archive({ photo: Buffer.from('other bytes') }), { name: 'item.zip' });
  expect(changed.members).toHaveLength(4);
  expect(changed.checks).toMatchObject([
    { outcome: 'fails', detail: '1 of 2 hold' },
    { what: 'hash of photo.jpg', outcome: 'fails' },
    { what: 'files listed in item/hashes.txt', outcome: 'fails' },
    { outcome: 'fails', detail: 'no file here has this hash' },
    { outcome: 'not-checked' },
  ]);
  const missing = await unpackDocument(archive({ without: 'item/page.html' }), { name: 'item.zip' });
  expect(missing.checks).toContainEqual({
    what: 'hash of page.html',
    outcome: 'fails',
    detail: 'there is no such file next to the metadata',
  });
  const plain = await unpackDocument(makeZip([{ name: 'a.json', content: '{"status":"x"}' }]), { name: 'plain.zip' });
  expect(plain.checks).toEqual([]);
});
