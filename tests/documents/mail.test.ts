import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../src/claims/extraction.ts';
import { readTextLayer } from '../../src/documents/read.ts';
import { openReader } from '../../src/documents/reader.ts';
import { locatorText, passageAt } from '../../src/documents/text/passage.ts';
import type { TextLayer } from '../../src/documents/text/text-layer.ts';
import { readableLayer } from '../../src/documents/text/unread.ts';
import { unpackDocument } from '../../src/documents/unpack.ts';
import { expectSound } from './layer-checks.ts';
import { makeMail } from './mail-maker.ts';
import { makeMsg } from './msg-maker.ts';

const HEADER = {
  From: '=?UTF-8?B?6rmA66+87IiY?= <kim@example.org>',
  To: 'Desk <desk@example.net>',
  Date: 'Mon, 02 Oct 2023 23:30:00 +0900',
  Subject: 'Calls at the coal berth',
  'Message-ID': '<1@example.org>',
};
const BODY = 'Russia sent 40 containers to North Korea in May, the harbour master said.\n\nMore is attached.';

async function read(bytes: Buffer, name = 'a.eml'): Promise<TextLayer> {
  const layer = await readTextLayer(bytes, { name });
  expectSound(layer);
  return layer;
}

const placeOf = (layer: TextLayer, word: string) =>
  locatorText(passageAt(layer, layer.text.indexOf(word), layer.text.indexOf(word) + word.length));

describe('a mail', () => {
  it('is its header, its text and the names of what is attached, each with its part', async () => {
    const layer = await read(
      makeMail(HEADER, BODY, [{ name: 'calls.csv', type: 'text/csv', content: Buffer.from('a,b,c\n1,2,3\n') }]),
    );
    expect(layer).toMatchObject({
      kind: 'eml',
      title: 'Calls at the coal berth',
      created: '2023-10-02',
      published: null,
    });
    expect(layer.text.split('\n')[0]).toBe('From: 김민수 <kim@example.org>');
    expect(layer.text).toContain('Date: Mon, 02 Oct 2023 23:30:00 +0900');
    expect(['kim@', '40 containers', 'More is', 'calls.csv'].map((word) => placeOf(layer, word))).toEqual([
      'From',
      'body',
      'body',
      'attachments',
    ]);
  });

  it('gives no claim, whatever it says', async () => {
    const layer = await read(makeMail(HEADER, BODY));
    const options = { source: { name: 'A source', kind: 'newsroom' as const }, published: null };
    expect(extractClaims(readableLayer(layer), options)).toEqual([]);
    expect(layer.unread).toMatchObject([{ what: 'mail', whole: true }]);
  });

  it('keeps an attached mail apart, with what is attached to that', async () => {
    const inner = makeMail({ ...HEADER, Subject: 'Inner' }, 'A secret text of the inner mail.');
    const bytes = makeMail(HEADER, BODY, [
      { name: 'inner.eml', type: 'message/rfc822', content: inner },
      { name: '../../evil.csv', type: 'text/csv', content: Buffer.from('a,b,c\n1,2,3\n') },
    ]);
    expect((await read(bytes)).text).not.toContain('secret');
    const { members } = await unpackDocument(bytes, { name: 'a.eml' });
    expect(members.map(({ path, how }) => [path, how])).toEqual([
      ['inner.eml', 'attachment 1 of the mail'],
      ['evil.csv', 'attachment 2 of the mail'],
    ]);
    expect(Buffer.from(members[0]!.bytes).toString()).toContain('secret');
  });

  it('is refused in one line when it has thousands of parts, or is nested without end', async () => {
    const many = makeMail(
      HEADER,
      BODY,
      Array.from({ length: 1_000 }, (_, i) => ({ name: `${i}.txt`, type: 'text/plain', content: Buffer.from('x') })),
    );
    const deep = Array.from(
      { length: 3_000 },
      (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
    ).join('');
    const reader = openReader();
    const started = performance.now();
    await expect(reader.read(many, 'many.eml')).rejects.toMatchObject({
      code: 'too-complex',
      message: expect.stringMatching(/^it has 1,00\d parts/),
    });
    await expect(
      reader.read(Buffer.from(`From: a@b.c\r\nTo: d@e.f\r\nSubject: x\r\n${deep}`), 'deep.eml'),
    ).rejects.toMatchObject({
      code: 'too-complex',
    });
    expect(performance.now() - started).toBeLessThan(20_000);
    await reader.close();
  }, 40_000);
});

describe('a file of mails', () => {
  it('gives each by itself, with lines that were marked put right', async () => {
    const one = makeMail(HEADER, 'First.\r\n>From the sea.');
    const two = makeMail({ ...HEADER, Subject: 'Second' }, 'Second.');
    const bytes = Buffer.concat(
      [one, two].flatMap((mail) => [
        Buffer.from('From kim@example.org Mon Oct  2 14:30:00 2023\r\n'),
        mail,
        Buffer.from('\r\n\r\n'),
      ]),
    );
    const layer = await read(bytes, 'box');
    expect(layer.kind).toBe('mbox');
    expect(layer.text.split('\n')).toHaveLength(2);
    expect(placeOf(layer, 'message-2.eml')).toMatch(/^record 2 at byte \d+$/);
    const { members } = await unpackDocument(bytes, { name: 'box' });
    const texts = await Promise.all(members.map(({ bytes: mail }) => read(Buffer.from(mail))));
    expect(texts.map(({ title }) => title)).toEqual(['Calls at the coal berth', 'Second']);
    expect(texts[0]?.text).toContain('\nFrom the sea.');
  });
});

describe('a mail that Outlook saved', () => {
  const made = (): Buffer =>
    makeMsg({
      subject: 'Calls at the coal berth',
      body: BODY,
      name: '김민수',
      address: 'kim@example.org',
      sent: Date.UTC(2023, 9, 2, 14, 30),
      attachment: { name: 'calls.csv', content: Buffer.from('a,b,c\n1,2,3\n') },
    });

  it('is read like any other, with what is attached', async () => {
    const layer = await read(made(), 'a.msg');
    expect(layer).toMatchObject({ kind: 'msg', title: 'Calls at the coal berth', created: '2023-10-02' });
    expect(layer.text).toContain('From: 김민수 <kim@example.org>');
    expect(placeOf(layer, '40 containers')).toBe('body');
    const { members } = await unpackDocument(made(), { name: 'a.msg' });
    expect(members.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
      ['calls.csv', 'a,b,c\n1,2,3\n'],
    ]);
  });

  it('is refused when it is cut short', async () => {
    const whole = made();
    await expect(read(whole.subarray(0, whole.length / 2), 'cut.msg')).rejects.toMatchObject({ place: 'cut.msg' });
  });
});
