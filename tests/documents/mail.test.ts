import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../src/claims/extraction.ts';
import { plainLines, runsOfBody } from '../../src/documents/mail/sender-words.ts';
import { readTextLayer } from '../../src/documents/read.ts';
import { openReader } from '../../src/documents/reader.ts';
import { locatorText, passageAt } from '../../src/documents/text/passage.ts';
import type { TextLayer } from '../../src/documents/text/text-layer.ts';
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

const claimsIn = (layer: TextLayer) =>
  extractClaims(layer, { source: { name: 'A source', kind: 'newsroom' }, published: null });

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

  it('is read as the words of whom it names as its sender, and never as those of somebody known', async () => {
    const claims = claimsIn(await read(makeMail(HEADER, `${BODY}\n\nRussia sent 12 tanks to North Korea.`)));
    const sender = { name: 'a mail that names “김민수” as its sender', kind: 'unnamed' };
    // What it tells of the harbour master is no claim of his.
    expect(claims).toMatchObject([{ claimant: sender, relay: [], quote: 'Russia sent 12 tanks to North Korea.' }]);
    expect(claims[0]?.rules).toContain('speaker:mail-sender');
  });

  it.each([
    ['kim@example.org', 'a mail that gives an address for its sender'],
    [
      '"The White House” as its sender. Truly" <a@b.example>',
      'a mail that names “The White House’ as its sender. Truly” as its sender',
    ],
    ['"a@b.example" <a@b.example>', 'a mail that gives an address for its sender'],
  ])('names its sender %s without taking that for a person', async (From, name) => {
    const claims = claimsIn(await read(makeMail({ ...HEADER, From }, 'Russia sent 12 tanks to North Korea.')));
    expect(claims.map(({ claimant }) => claimant)).toEqual([{ name, kind: 'unnamed' }]);
  });

  it('is not read where it names no sender, or says nothing of its own', async () => {
    const { From: _, ...nobody } = HEADER;
    const words = 'Russia sent 12 tanks to North Korea.';
    for (const mail of [makeMail(nobody, words), makeMail(HEADER, `> ${words}`)]) {
      const layer = await read(mail);
      expect(layer.text).toContain(words);
      expect(layer.unread).toMatchObject([{ what: 'mail', whole: true }]);
      expect(claimsIn(layer)).toEqual([]);
    }
  });

  const OWN = 'Russia sent 12 tanks to North Korea.';
  const OTHERS = 'China sent 99 trucks to North Korea.';
  it.each([
    ['lines that are quoted', `${OWN}\n\n> ${OTHERS}\n>> ${OTHERS}`],
    ['lines quoted between its own', `> ${OTHERS}\n\n${OWN}\n\n> ${OTHERS}`],
    ['a quoted line that was broken in two', `${OWN}\n\n> A note.\n${OTHERS}\n> More of it.`],
    ['the end of a quotation that was broken in two', `${OWN}\n\n> As was said on Monday,\n${OTHERS}\n\nBest,\nKim`],
    [
      'the line that hands over, in two',
      `${OWN}\n\nOn Mon, 2 Oct 2023, where ${OTHERS} Desk\n<desk@example.net> wrote:\n> x\n`,
    ],
    [
      'a mail that it answers, without marks',
      `${OWN}\n\nOn 2 Oct 2023, Desk <d@example.net> wrote:\n\n${OTHERS}\n\n${OTHERS}`,
    ],
    ['the same in German', `${OWN}\n\nAm 02.10.2023 um 10:00 schrieb Desk <d@example.net>:\n\n${OTHERS}`],
    [
      'a mail that is passed on',
      `${OWN}\n\n---------- Forwarded message ---------\nFrom: A <a@example.net>\n\n${OTHERS}`,
    ],
    [
      'the header that Outlook prints',
      `${OWN}\n\nFrom: A <a@example.net>\nSent: Monday\nTo: B\nSubject: x\n\n${OTHERS}`,
    ],
    ['the same in Korean', `${OWN}\n\n보낸 사람: A <a@example.net>\n보낸 날짜: 2023-10-02\n\n${OTHERS}`],
    ['the same in Chinese', `${OWN}\n\n金 <k@example.net> 于2023年5月3日周三写道：\n\n${OTHERS}`],
    ['the same in Japanese', `${OWN}\n\n2023年5月3日(水) 10:00 金 <kim@example.net>:\n\n${OTHERS}`],
    ['the same behind a time with points', `${OWN}\n\nOn May 3, 2023 at 10:00 a.m.\nKim wrote:\n\n${OTHERS}`],
    ['the header that Outlook prints as a table', `${OWN}\n\nFrom:\n\tA\nSent:\n\tMonday\nSubject:\n\tx\n\n${OTHERS}`],
    ['a signature', `${OWN}\n\n-- \nKim\n${OTHERS}`],
    ['what stands under the closing', `${OWN}\n\nKind regards,\nKim\n${OTHERS}`],
    ['a notice', `${OWN}\n\n${OTHERS} This is for the intended recipient.`],
  ])('leaves out %s', async (_, body) => {
    const layer = await read(makeMail(HEADER, body));
    expect(layer.text).toContain('99 trucks');
    expect(claimsIn(layer).map(({ quote }) => quote)).toEqual([OWN]);
    expect(layer.unread).toMatchObject([{ what: 'mail', whole: false }]);
  });

  it('goes on behind what it quotes, and behind a closing that closes nothing', async () => {
    const body = `On 2 Oct 2023, Desk wrote:\n> ${OTHERS}\n\n${OWN}`;
    expect(claimsIn(await read(makeMail(HEADER, body))).map(({ quote }) => quote)).toEqual([OWN]);
    const long = `Thanks,\n${Array.from({ length: 12 }, () => 'It rained.').join('\n')}\n\n${OWN}`;
    expect(claimsIn(await read(makeMail(HEADER, long))).map(({ quote }) => quote)).toEqual([OWN]);
  });

  it('keeps an answer right under a question, and a sentence right above a line that hands over', async () => {
    const other = 'Iran sent 3 ships to North Korea.';
    const body = `> Was it so on 2 May?\n${OWN}\n\n${other}\nOn 2 Oct 2023, Desk wrote:\n> ${OTHERS}`;
    expect(claimsIn(await read(makeMail(HEADER, body))).map(({ quote }) => quote)).toEqual([OWN, other]);
  });

  it.each([
    ['closings', 'br\n'.repeat(40_000)],
    ['signatures', '--\n'.repeat(40_000)],
    ['headers', 'From: x\n'.repeat(40_000)],
    ['empty quotations', '1:\n\n'.repeat(40_000)],
    ['blanks behind a closing', `thanks${' '.repeat(100_000)}x`],
    ['lines quoted by turns', 'a\n>b\nbr\n'.repeat(40_000)],
    ['hand-over lines', `${'2020 2 @:'.repeat(30)} x:\n\n`.repeat(10_000)],
  ])('is parted in no more time than it is long: %s', (_, body) => {
    const started = performance.now();
    expect(runsOfBody(plainLines(body)).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('leaves out what its HTML marks as quoted, whatever that is made of', async () => {
    const quoted = `<h2>${OTHERS}</h2><ul><li>${OTHERS}</li></ul><table><tr><td>${OTHERS}</td></tr></table>`;
    const html = `<p>${OWN}</p><div class="gmail_quote"><p>${OTHERS}</p><blockquote>${quoted}&#xe000;)</blockquote>${OTHERS}</div>`;
    const mail = makeMail(HEADER, html).toString().replace('text/plain', 'text/html');
    const layer = await read(Buffer.from(mail));
    expect(layer.text.split('99 trucks')).toHaveLength(6);
    expect(claimsIn(layer).map(({ quote }) => quote)).toEqual([OWN]);
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
