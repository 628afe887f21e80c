import { expect, test } from 'vitest';
import { extractClaims } from '../../src/claims/extraction.ts';
import { readTextLayer } from '../../src/documents/read.ts';
import { readableLayer } from '../../src/documents/text/unread.ts';
import { makeZip } from './zip-maker.ts';

const read = (text: string, name = 'file') => readTextLayer(Buffer.from(text), { name });

const SOURCE = { source: { name: 'Harbour Desk', kind: 'newsroom' as const }, published: '2025-03-01' };

test.each([
  [
    'a mail without a sender',
    'mail',
    'MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nSubject: fuel\r\n\r\nThe depot shipped 40 barrels of diesel to Norland.\r\n',
  ],
  ['data', 'data', '{"id":1,"text":"Norland fired two missiles."}\n{"id":2,"text":"Norland fired three missiles."}\n'],
])('%s is kept, and said not to be read', async (_, what, text) => {
  const layer = await read(text);
  expect(layer.unread).toMatchObject([{ what, whole: true }]);
  expect(layer.text).toContain(text.trim().slice(-10));
  expect(extractClaims(layer, SOURCE)).toEqual([]);
});

test.each([
  'date,vessel,tonnes\n2024-01-02,Anna,1200\n2024-01-09,Bertha,900\n',
  'name;place;amount\n"Orr; Sons";Tartus;4\n"Lund";Beirut;7\n',
])('a table is read as one, and gives no claim that its headings do not tell', async (text) => {
  const layer = await read(text);
  expect(layer.kind).toBe('csv');
  expect(layer.blocks.every(({ kind }) => kind === 'table-cell')).toBe(true);
  expect(extractClaims(layer, SOURCE)).toEqual([]);
});

test('prose with commas, a memorandum and a letter are read', async () => {
  const prose =
    'On Monday, ships left Tartus, three of them empty.\nOn Tuesday, trucks left Homs, two of them full.\nThe guard said, late, that both were seen.\n';
  expect((await read(prose)).unread).toEqual([]);
  const memo =
    'From: The harbour master\nDate: 3 May 2024\nSubject: The barges\n\nThe coast guard said that two barges left the port.\n';
  expect((await read(memo)).unread).toEqual([]);
});

test.each([
  [
    'French',
    'Le ministère de la Défense a annoncé que la marine avait arrêté un navire qui transportait des armes. Selon le porte-parole, les soldats ont trouvé dans la cale plus de deux cents fusils.',
  ],
  [
    'Korean',
    '국방부는 화요일에 북한이 러시아에 포탄을 보냈다고 밝혔다. 대변인은 컨테이너 수천 개가 항구를 떠났다고 말했다. 정부는 계속 감시하고 있다.',
  ],
  [
    'a language in Cyrillic letters',
    'Министерство обороны заявило, что корабль перевозил оружие. По словам представителя, в трюме нашли двести винтовок.',
  ],
  [
    'German',
    'Das Ministerium hat mitgeteilt, dass die Marine ein Schiff aufgebracht habe, das mit Waffen beladen war. Nach Angaben des Sprechers wurden in dem Laderaum mehr als zweihundert Gewehre gefunden.',
  ],
])('a text in %s is said to be so', async (language, text) => {
  const layer = await read(text);
  expect(layer.unread).toMatchObject([{ what: 'language', whole: true, words: expect.stringContaining(language) }]);
  expect(extractClaims(layer, SOURCE)).toEqual([]);
});

test('an English text with a paragraph in another language is read but for that', async () => {
  const english =
    'The coast guard said on Monday that two barges left the port of Tartus with grain for the islands, and that one of them came back empty.';
  const layer = await read(
    `${english}\n\n${english}\n\n해경은 월요일에 바지선 두 척이 항구를 떠났다고 밝혔다. 한 척은 빈 채로 돌아왔다고 덧붙였다.\n\n${english}\n`,
  );
  expect(layer.unread).toMatchObject([{ what: 'language', whole: false, words: expect.stringContaining('Korean') }]);
  expect(extractClaims(layer, SOURCE).length).toBeGreaterThan(0);
});

test('names, titles and lists in English are no other language', async () => {
  expect(
    (await read('Kim Song Il\nRi Pyong Chol\nKorea Mining Development Trading Corporation\nTanchon Commercial Bank\n'))
      .unread,
  ).toEqual([]);
});

const ARTICLE = `<p>${'The coast guard said on Monday that two barges left the port of Tartus with grain. '.repeat(5)}</p>`;

test.each([
  [
    'a box with buttons',
    `<div class="x9"><p>We use cookies to improve your experience on 3 sites.</p><button>Accept all</button><button>Reject</button></div>`,
  ],
  [
    'a form in nested boxes',
    `<section><div><div><h2>Your privacy</h2><p>We and 842 partners store personal data.</p></div><form><input type="submit" value="I agree"></form></div></section>`,
  ],
  [
    'links for buttons',
    `<aside><span>This page uses cookies.</span> <a href="#">Got it</a> <a href="/p">Privacy policy</a></aside>`,
  ],
])('%s about cookies is no text', async (_, banner) => {
  for (const page of [
    `${banner}<main><h1>Barges</h1>${ARTICLE}</main>`,
    `<main><h1>Barges</h1>${ARTICLE}${banner}</main>`,
  ]) {
    const { text, notes } = await read(
      `<!doctype html><html><head><title>Barges</title></head><body>${page}</body></html>`,
    );
    expect(text).toContain('two barges left');
    expect(text).not.toMatch(/cookies|partners|Got it|Accept/);
    expect(notes).toContain('a banner about cookies or consent was left out');
  }
});

test('an article about cookies and consent stays', async () => {
  const about = `<p>${'The regulator said that the firm had set cookies without consent and must accept a fine of 3 million. '.repeat(4)}</p>`;
  const { text } = await read(
    `<!doctype html><html><body><article><h1>Fine for cookies</h1>${about}<a href="#">Accept</a></article></body></html>`,
  );
  expect(text).toContain('without consent');
});

test('an empty title of a Word file takes nothing from its neighbours', async () => {
  const core = `<?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title/><dc:creator>Ann Orr</dc:creator><dcterms:created>2024-05-01T10:00:00Z</dcterms:created></cp:coreProperties>`;
  const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>The guard said that two barges left.</w:t></w:r></w:p></w:body></w:document>`;
  const zip = makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: body },
    { name: 'docProps/core.xml', content: core },
  ]);
  const layer = await readTextLayer(zip, { name: 'a.docx' });
  expect(layer.title).toBeNull();
  expect(layer.created).toBe('2024-05-01');
});

test('blocks are left out by what holds all of them, in no more time than there are blocks', async () => {
  const layer = await read('Two ships left.');
  const blocks = Array.from({ length: 60_000 }, (_, at) => ({ ...layer.blocks[0]!, start: at * 10, end: at * 10 + 8 }));
  const even = blocks.flatMap(({ start, end }, at) => (at % 2 === 0 ? [{ start, end }] : []));
  const parts = [
    { start: 12, end: 16 },
    { start: 30, end: 34 },
    { start: 33, end: 38 },
  ];
  const unread = [even, parts].map((spans) => ({ what: 'mail' as const, whole: false, words: 'is quoted', spans }));
  const started = performance.now();
  const left = readableLayer({ ...layer, blocks, unread }).blocks.map(({ start }) => start);
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(left).toEqual(blocks.flatMap(({ start }, at) => (at % 2 === 1 && start !== 30 ? [start] : [])));
});
