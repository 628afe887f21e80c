/**
 * Makes the files of the second example, `examples/harbour-2023/`: `npx tsx tests/documents/make-harbour.ts`. Evidence as it
 * comes to a desk: a spreadsheet, a table as text, mail with attachments, a saved page, a capture, slides, an archive, a
 * scan in two scripts, a chat and an archiver's files. All is written for the example in our own words, which its README says:
 * the files hold what their source would have written and nothing of ours. The same texts give the same bytes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { utils, type WorkSheet, write } from '@e965/xlsx';
import { packageRoot } from '../../src/core/resource.ts';
import { makeMail } from './mail-maker.ts';
import { makeScanPdf, placedJpeg } from './scan-pdf-maker.ts';
import { makeSlides } from './slides-maker.ts';
import { makePage, makeWarc } from './warc-maker.ts';
import { makeZip } from './zip-maker.ts';

/** Petroleum that the 1718 Committee was notified of for 2023, as News1 told of it on 13 July 2023 (news1.kr/articles/?5106919). */
const NOTIFIED = [
  ['Month', 'Supplier', 'Recipient', 'Product', 'Quantity (barrels)'],
  ['March 2023', 'China', 'North Korea', 'refined petroleum', 15_260],
  ['April 2023', 'China', 'North Korea', 'refined petroleum', 33_931],
  ['May 2023', 'China', 'North Korea', 'refined petroleum', 9_197],
];

/** What the White House said on 13 October 2023 of one ship, as a table that a reader of the news might have kept. */
const VOYAGES = [
  ['Date', 'Vessel', 'From', 'To', 'Goods', 'Quantity', 'Reported by'],
  ['September 2023', 'Angara', 'North Korea', 'Russia', 'containers', 'about 300', 'White House'],
];

const STATEMENT = [
  'The White House said on 13 October 2023 that North Korea delivered more than 1,000 containers of military equipment and munitions to Russia.',
  'It said that the ship Angara carried some of them from Najin to Dunay between 7 September and 1 October 2023.',
];

/** An answer to a desk, above the mail that it answers, as programs of mail put it; the letters are invented. */
const LETTER = [
  'Here is the table of which I spoke, and a note.',
  'The ships Angara and Maria made five voyages between Rajin and Russia from August to October 2023.',
  'Reader',
  'On Sun, 15 Oct 2023 at 11:00, Desk wrote:\n> Yes, please do. Somebody told us that North Korea delivered 400 containers to Russia.',
].join('\n\n');

/** Where the scanned paper lies on its page. */
const PAPER = [40, 460, 515, 294] as const;

/** A chat as Telegram Desktop exports it; channel and messages are invented. */
const CHAT = {
  name: 'Ships of the east',
  type: 'public_channel',
  id: 1_000_000_001,
  messages: [
    {
      id: 12,
      type: 'message',
      date: '2023-10-16T18:00:00',
      date_unixtime: '1697446800',
      from: 'Ships of the east',
      from_id: 'channel1000000001',
      text: ['RUSI writes of five voyages. ', { type: 'italic', text: 'Who has seen more?' }],
    },
  ],
};

/** A scanned page as `make-scans.ts` printed it. */
function scan(name: string): Buffer {
  return readFileSync(join(packageRoot(), 'tests', 'documents', 'scans', `${name}.jpg`));
}

/** What auto-archiver leaves of one post: a picture and the page, with the hash of each. */
function archived(page: Buffer): Buffer {
  const files = [
    { name: 'picture.jpg', content: scan('worn') },
    { name: 'page.html', content: page },
  ];
  const metadata = {
    status: 'generic_extractor: success',
    metadata: { url: 'https://example.org/posts/7', _processed_at: '2023-10-18 09:00:00+00:00' },
    media: files.map(({ name, content }) => ({
      filename: `/tmp/archiver/${name}`,
      properties: { hash: `SHA-256:${createHash('sha256').update(content).digest('hex')}` },
    })),
  };
  return makeZip([{ name: 'metadata.json', content: JSON.stringify(metadata) }, ...files]);
}

/** Every file of the example but `dossier.yaml`, by its name. */
export function harbourFiles(): ReadonlyMap<string, Buffer> {
  const statement = makePage('What the White House said on 13 October 2023', ...STATEMENT);
  const voyages = Buffer.from(
    VOYAGES.map((row) => row.join(';'))
      .join('\n')
      .concat('\n'),
  );
  const letter = makeMail(
    {
      From: 'Reader <reader@example.org>',
      To: 'Desk <desk@example.net>',
      Date: 'Mon, 16 Oct 2023 09:30:00 +0900',
      Subject: 'The voyages that I noted',
      'Message-ID': '<voyages@example.org>',
    },
    LETTER,
    [
      { name: 'voyages.csv', type: 'text/csv', content: voyages },
      { name: 'note.rtf', type: 'application/rtf', content: note() },
    ],
  );
  const slides = makeSlides([
    {
      title: 'Containers and ships, autumn 2023',
      text: [STATEMENT[0] ?? ''],
      notes: 'Say first who counted, and when.',
    },
    {
      title: 'Two counts of the ships',
      text: [],
      table: [
        ['Who', 'When', 'Ships'],
        ['White House', '13 October 2023', 'Angara'],
        ['RUSI', '16 October 2023', 'Angara, Maria'],
      ],
    },
  ]);
  return new Map([
    ['petroleum-notified.xlsx', workbook()],
    ['letter.eml', letter],
    ['statement.wacz', capture(statement)],
    [
      'papers.zip',
      makeZip([
        { name: 'statement/statement.html', content: statement },
        { name: 'slides.pptx', content: slides },
        { name: 'letters/earlier.mbox', content: mailbox() },
        { name: 'photo.png', content: Buffer.from('89504e470d0a1a0a', 'hex') },
        { name: 'chat/result.json', content: JSON.stringify(CHAT) },
      ]),
    ],
    ['note.pdf', makeScanPdf(['english', 'korean'].map((name) => ({ pictures: [placedJpeg(scan(name), PAPER)] })))],
    ['archived.zip', archived(statement)],
  ]);
}

/** Else the library writes the formats of whatever workbook it held before, and the bytes hang on which test ran first. */
const FORMATS = { SSF: { 0: 'General', 56: '"上午/下午 "hh"時"mm"分"ss"秒 "' } };

function workbook(): Buffer {
  const shown = utils.aoa_to_sheet([['Deliveries notified to the 1718 Committee'], [], ...NOTIFIED]);
  const working: WorkSheet = utils.aoa_to_sheet([
    ['Checked by hand'],
    ['April twice, against the page of the Committee'],
  ]);
  return write(
    {
      ...FORMATS,
      SheetNames: ['Notified', 'Working'],
      Sheets: { Notified: shown, Working: working },
      Workbook: { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] },
      Props: { Title: 'Petroleum notified for 2023', CreatedDate: new Date(Date.UTC(2023, 9, 16)) },
    },
    { type: 'buffer', bookType: 'xlsx', compression: true },
  );
}

function note(): Buffer {
  return Buffer.from(
    String.raw`{\rtf1\ansi\ansicpg1252 RUSI said on 16 October 2023 that the ships Angara and Maria made at least five voyages between Rajin and Russia since August 2023.\par}`,
    'latin1',
  );
}

function mailbox(): Buffer {
  const mails = ['Shall I send the table?', 'Yes, please do.'].map((text, i) =>
    makeMail(
      {
        From: i === 0 ? 'reader@example.org' : 'desk@example.net',
        To: i === 0 ? 'desk@example.net' : 'reader@example.org',
        Date: `Sun, 15 Oct 2023 1${i}:00:00 +0900`,
        Subject: 'Voyages',
      },
      text,
    ),
  );
  return Buffer.concat(
    mails.flatMap((mail, i) => [
      Buffer.from(`From example Sun Oct 15 1${i}:00:00 2023\r\n`),
      mail,
      Buffer.from('\r\n\r\n'),
    ]),
  );
}

/** A capture with the hashes of all that lies in it. It is not signed, which the program says. */
function capture(page: Buffer): Buffer {
  const url = 'https://example.org/statements/2023-10-13';
  const files = [
    { name: 'archive/data.warc.gz', content: makeWarc([{ url, type: 'text/html; charset=utf-8', body: page }]) },
    {
      name: 'pages/pages.jsonl',
      content: Buffer.from(
        `{"format":"json-pages-1.0","id":"pages"}\n{"id":"1","url":"${url}","ts":"2023-10-14T08:00:00Z"}\n`,
      ),
    },
  ];
  const resources = files.map(({ name, content }) => ({
    name,
    path: name,
    hash: `sha256:${createHash('sha256').update(content).digest('hex')}`,
    bytes: content.length,
  }));
  const about = {
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: 'A statement of 13 October 2023',
    created: '2023-10-14T08:00:01Z',
    software: 'the maker of the example',
    resources,
  };
  return makeZip([...files, { name: 'datapackage.json', content: JSON.stringify(about) }]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(packageRoot(), 'examples', 'harbour-2023');
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of harbourFiles()) writeFileSync(join(folder, name), bytes);
}
