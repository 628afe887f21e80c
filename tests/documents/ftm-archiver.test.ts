import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDocuments } from '../../src/app/intake/add.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { readPythonLiteral } from '../../src/documents/container/python-literal.ts';
import type { Custody } from '../../src/documents/custody/custody.ts';
import { readTextLayer } from '../../src/documents/read.ts';
import { unpackDocument } from '../../src/documents/unpack.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { expectSound } from './layer-checks.ts';
import { makeZip } from './zip-maker.ts';

const hash = (algorithm: string, content: string): string => createHash(algorithm).update(content).digest('hex');
const PAGE = 'The harbour office said on 3 May 2023 that Russia sent 40 containers to North Korea.\n';

describe('values as Python writes them', () => {
  it('are read without being run', () => {
    const text = `{'_processed_at': datetime.datetime(2025, 3, 1, 9, 5, tzinfo=datetime.timezone.utc), 'url': "it's", 'n': [1, -2.5e3, (True, None)], 'x': 'caf\\xe9 \\u6e2f \\U0001f6a2\\n', 's': {'a', 'b'}, 'none': datetime.datetime(2024, 1, 2), 'gone': <class>}`;
    expect(() => readPythonLiteral(text)).toThrow(/no value of Python at character/);
    expect(readPythonLiteral(text.replace(", 'gone': <class>", ''))).toEqual({
      _processed_at: '2025-03-01T09:05:00Z',
      url: "it's",
      n: [1, -2500, [true, null]],
      x: 'café 港 🚢\n',
      s: ['a', 'b'],
      none: '2024-01-02T00:00:00',
    });
  });

  it('lead nowhere when they are made to harm', () => {
    expect(() => readPythonLiteral('['.repeat(100_000))).toThrow(/too deep/);
    expect(() => readPythonLiteral(`{'a': '${'x'.repeat(5_000_000)}'}`)).toThrow(/too long/);
    expect(() => readPythonLiteral("__import__('os').system('x')")).toThrow(/stands behind/);
    const value = readPythonLiteral("{'__proto__': {'polluted': 1}}") as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

function row(file: string, content: string, url: string): string {
  const metadata = `{'_processed_at': datetime.datetime(2025, 3, 1, 12, 0, tzinfo=datetime.timezone.utc), 'url': '${url}'}`;
  const media = `[{'filename': '/tmp/x/${file}', '_key': '${file}', 'urls': [], 'properties': {'hash': 'SHA-256:${hash('sha256', content)}'}, '_mimetype': 'text/plain'}]`;
  return `done,"${metadata}","${media}"`;
}

const TABLE = `status,metadata,media\n${row('a.txt', PAGE, 'https://t.me/harbour/1')}\n${row('b.txt', 'other\n', 'https://t.me/harbour/2')}\n`;
const HTML = `<!DOCTYPE html><html><head><title>https://t.me/harbour/3?a=1&amp;b=2</title></head><body><table class="metadata"><tr><td>_processed_at</td><td>
 <span class="copy">2025-03-02 08:00:00+00:00</span></td></tr></table><span class="copy">SHA3-512:${hash('sha3-512', 'third\n')}</span>
 <p class="center">Made with <a href="https://github.com/bellingcat/auto-archiver">bellingcat/auto-archiver</a> v1.2.7</p></body></html>`;

describe('what auto-archiver writes', () => {
  it('is read from its table and its page, and held against the files', async () => {
    const archive = makeZip([
      { name: 'archive.csv', content: TABLE },
      { name: 'item.html', content: HTML },
      { name: 'a.txt', content: PAGE },
      { name: 'b.txt', content: 'changed\n' },
      { name: 'c.txt', content: 'third\n' },
    ]);
    const { members, checks } = await unpackDocument(archive, { name: 'archive.zip' });
    expect(members.map(({ path, url, written }) => [path, url, written?.slice(0, 10)])).toEqual([
      ['archive.csv', null, undefined],
      ['item.html', 'https://t.me/harbour/3?a=1&b=2', '2025-03-02'],
      ['a.txt', 'https://t.me/harbour/1', '2025-03-01'],
      ['b.txt', 'https://t.me/harbour/2', '2025-03-01'],
      ['c.txt', 'https://t.me/harbour/3?a=1&b=2', '2025-03-02'],
    ]);
    expect(checks).toMatchObject([
      { outcome: 'fails', detail: '2 of 3 hold' },
      { what: 'hash of b.txt', outcome: 'fails' },
    ]);
  });
});

async function custodies(workspace: string): Promise<Record<string, Custody>> {
  const found: Record<string, Custody> = {};
  for await (const { kind, body } of readRecord(workspace).acts()) {
    const { custody } = body as unknown as { custody: Custody };
    if (kind === 'acquired') found[custody.origin.fileName] = custody;
  }
  return found;
}

const ENTITIES = [
  {
    id: 'doc-1',
    schema: 'PlainText',
    properties: {
      fileName: ['a.txt'],
      title: ['Note of the week'],
      contentHash: [hash('sha1', PAGE)],
      sourceUrl: ['https://example.org/a'],
    },
  },
  {
    id: 'doc-2',
    schema: 'PlainText',
    properties: { fileName: ['lost.txt'], bodyText: ['A text whose file is not here.'] },
  },
  { id: 'p-1', schema: 'Person', caption: 'Kim Example', properties: { name: ['Kim Example'], birthDate: ['1970'] } },
];
const LINES = `${ENTITIES.map((entity) => JSON.stringify(entity)).join('\n')}\n`;

describe('a folder', () => {
  it('tells of its files what an archiver and OpenAleph wrote beside them, with the outcome of each hash', async () => {
    const folder = join(temporaryFolder(), 'evidence');
    mkdirSync(join(folder, 'archived'), { recursive: true });
    writeFileSync(join(folder, 'archived', 'archive.csv'), TABLE);
    writeFileSync(join(folder, 'archived', 'b.txt'), 'changed\n');
    writeFileSync(join(folder, 'a.txt'), PAGE);
    writeFileSync(join(folder, 'entities.ftm.json'), LINES);
    const outside = join(temporaryFolder(), 'outside.json');
    writeFileSync(outside, LINES);
    symlinkSync(outside, join(folder, 'link.json'));
    const workspace = join(temporaryFolder(), 'workspace');
    const result = await addDocuments({ targets: [folder], workspace, source: 'The desk', progress: silentProgress });
    expect(result.refused).toMatchObject([{ name: 'link.json', code: 'outside-folder' }]);
    const found = await custodies(workspace);
    expect(found['a.txt']).toMatchObject({ origin: { title: 'Note of the week' } });
    expect(found['a.txt']?.checks).toMatchObject([
      { what: 'hash of a.txt', outcome: 'holds' },
      { what: 'SHA-1 that OpenAleph states (PlainText)', outcome: 'holds' },
    ]);
    expect(found['archived/b.txt']).toMatchObject({
      origin: { place: 'https://t.me/harbour/2' },
      checks: [{ what: 'hash of b.txt', outcome: 'fails' }],
    });
    // Of the list itself: its text, and the text that it carries of a file that nobody gave.
    expect(found['entities.ftm.json/doc-2.txt']?.derivedFrom?.how).toMatch(
      /^text of "lost.txt" \(PlainText\) as another program read it/,
    );
  });
});

describe('entities of FollowTheMoney', () => {
  it('are shown one by one, and no claim is read from them', async () => {
    const layer = await readTextLayer(Buffer.from(LINES), { name: 'entities.json' });
    expectSound(layer);
    expect(layer).toMatchObject({ kind: 'ftm', unread: [{ what: 'data', whole: true }] });
    expect(layer.text).toContain('Person p-1: Kim Example\nname: Kim Example\nbirthDate: 1970');
    expect(layer.text).not.toContain('whose file is not here');
    expect(layer.parts?.map(({ name }) => name)).toEqual(['entity doc-1', 'entity doc-2', 'entity p-1']);
  });

  it('are told from other JSON, and from lines that are cut off', async () => {
    const other = await readTextLayer(Buffer.from('{"id": "x", "kind": "nothing"}\n'), { name: 'other.json' });
    expect(other.kind).toBe('text');
    const cut = await readTextLayer(Buffer.from(`${LINES}{"id":"x","schema":"Per`), { name: 'cut.json' });
    expect(cut.notes).toContain('1 lines are no entity, and are left out');
  });
});
