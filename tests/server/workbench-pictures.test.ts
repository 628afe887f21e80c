import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import type { ClaimPage } from '../../src/app/workbench/contract/claim.ts';
import type { Job } from '../../src/app/workbench/contract/job.ts';
import type {
  DocumentDetail,
  DocumentSummary,
  PageWords,
  RefusalList,
} from '../../src/app/workbench/contract/record/document.ts';
import { sha256Hex } from '../../src/core/hash.ts';
import type { JsonObject } from '../../src/core/json/json.ts';
import { verifiedPieces } from '../../src/documents/custody/stored-file.ts';
import { DocumentError } from '../../src/documents/document-error.ts';
import { READING_LIMITS } from '../../src/documents/limits.ts';
import { makeScanPdf, placedJpeg } from '../documents/scan-pdf-maker.ts';
import { fullCountTest } from '../full-count.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { serveWorkspace } from './served-workspace.ts';

const scan = readFileSync(join(fileURLToPath(import.meta.url), '..', '..', 'documents', 'scans', 'english.jpg'));
const served = serveWorkspace(() => {
  const folder = join(temporaryFolder(), 'dossier');
  mkdirSync(folder);
  writeFileSync(join(folder, 'note.pdf'), makeScanPdf([{ pictures: [placedJpeg(scan, [40, 400, 515, 294])] }]));
  writeFileSync(join(folder, 'note.jpg'), scan);
  writeFileSync(
    join(folder, 'said.txt'),
    'The harbour office said on 3 May 2023 that Russia sent 40 containers to Norland.',
  );
  writeFileSync(
    join(folder, 'sent.csv'),
    'Date;Exporter;Importer;Goods;Quantity (tonnes)\n2023-05-01;Russia;North Korea;coal;1,200\n2023-06-02;Russia;North Korea;coal;300\n',
  );
  writeFileSync(
    join(folder, 'dossier.yaml'),
    `title: Notes\nsources:\n  - { id: desk, name: The desk, kind: newsroom }\ndocuments:\n${['note.pdf', 'note.jpg', 'said.txt', 'sent.csv'].map((file) => `  - { file: ${file}, source: desk, published: "2023-11-01" }`).join('\n')}\n`,
  );
  return folder;
});

const get = async <Answer>(path: string): Promise<Answer> => (await (await served.ask(path)).json()) as Answer;

it('marks what was read off a picture, and lets nothing rest on it before a person has looked', async () => {
  const { items } = await get<ClaimPage>('/claims?limit=200');
  const seen = items.filter(({ sight }) => sight !== null);
  expect(seen.length).toBeGreaterThan(1);
  for (const { sight, quantities } of seen) {
    expect(sight).toMatchObject({ page: 1, by: 'reader', needed: true });
    expect(quantities.length).toBeGreaterThan(0);
  }
  expect(items.some(({ sight }) => sight === null)).toBe(true);
  // A row is told by its cells, a picture by itself.
  expect([...new Set(items.map(({ place }) => place))]).toEqual([null, 'cell A2:E2', 'cell A3:E3']);
  // Of claims that wait for a look, none stands in an incident, a finding or a comparison.
  expect(seen.map(({ incident }) => incident)).toEqual(seen.map(() => null));
  const { derived } = await served.workbench.current();
  const ids = new Set(seen.map(({ id }) => id));
  expect(derived.grounds.filter(({ id }) => ids.has(id))).toEqual([]);
  expect(derived.grounds.length).toBeGreaterThan(0);
  expect(derived.findings.flatMap(({ claims }) => claims).filter((id) => ids.has(id))).toEqual([]);
  expect(derived.leads.flatMap(({ claims }) => claims).filter((id) => ids.has(id))).toEqual([]);

  const some = seen.slice(0, 2).map(({ id }) => id);
  const refused = await served.send('/claims/reviews', { by: 'Ann Orr', ids: some, status: 'accepted' });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('accept each by itself');
  const one = await served.send('/claims/reviews', { by: 'Ann Orr', ids: some.slice(0, 1), status: 'accepted' });
  expect(one.status).toBe(200);
  const after = (await get<ClaimPage>('/claims?limit=200')).items.find(({ id }) => id === some[0]);
  expect(after?.sight?.needed).toBe(false);
  const { grounds } = (await served.workbench.current()).derived;
  expect(grounds.filter(({ id }) => ids.has(id)).map(({ id }) => id)).toEqual([some[0]]);
}, 120_000);

it('serves the picture of a page and the places of its words, and nothing else as a picture', async () => {
  const { items } = await get<{ items: DocumentSummary[] }>('/documents');
  const idOf = (file: string) => encodeURIComponent(items.find((one) => one.file === file)?.id ?? '');
  for (const [file, type, start] of [
    ['note.jpg', 'image/jpeg', [0xff, 0xd8]],
    ['note.pdf', 'image/png', [0x89, 0x50]],
  ] as const) {
    const answer = await served.ask(`/documents/${idOf(file)}/pages/1/picture`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect([...new Uint8Array(await answer.arrayBuffer()).slice(0, 2)]).toEqual([...start]);
    const { words } = await get<PageWords>(`/documents/${idOf(file)}/pages/1/words`);
    expect(words.map(({ text }) => text)).toContain('12,400');
    const detail = await get<DocumentDetail>(`/documents/${idOf(file)}`);
    expect(detail.recognised).toMatchObject([{ page: 1, by: 'reader' }]);
  }
  for (const path of ['said.txt/1', 'note.jpg/2', 'note.pdf/9', 'note.pdf/0', 'note.pdf/x']) {
    const [file, page] = path.split('/') as [string, string];
    expect((await served.ask(`/documents/${idOf(file)}/pages/${page}/picture`)).status).toBe(404);
  }
}, 120_000);

it('ends a job that takes documents in when it is cancelled; what came in until then stays', async () => {
  const form = new FormData();
  form.set('by', 'Ann Orr');
  form.set('source', 'The desk');
  form.append('file', new Blob(['The office said that 3 ships came.']), 'first.txt');
  const page = { pictures: [placedJpeg(scan, [40, 400, 515, 294])] };
  form.append('file', new Blob([new Uint8Array(makeScanPdf(Array.from({ length: 400 }, () => page)))]), 'long.pdf');
  const { id } = (await (await served.ask('/documents', { method: 'POST', body: form })).json()) as Job;
  const job = async (): Promise<Job> => await get<Job>(`/jobs/${id}`);
  await expect.poll(async () => (await job()).step, { timeout: 60_000 }).toMatch(/long\.pdf: \d+ of 400/);
  expect(await job()).toMatchObject({ state: 'running', cancellable: true });
  expect((await served.send(`/jobs/${id}/cancellations`, {})).status).toBe(200);
  await expect.poll(async () => (await job()).state, { timeout: 60_000 }).toBe('done');
  const ended = await job();
  expect(ended.notes).toEqual(['cancelled: what was taken in until then stays, and the rest was not taken in']);
  expect(ended.result).toMatchObject({ added: [{ file: 'first.txt' }], refused: [] });
  expect((await served.send('/jobs/j-none/cancellations', {})).status).toBe(404);
  const { refusals } = await get<RefusalList>('/refusals');
  expect(refusals).toEqual([]);
}, 120_000);

it('gives a large document out as what was taken in, or not whole, and one that is not here not at all', async () => {
  const { record } = served.workbench.held;
  const { evidence } = await served.workbench.current();
  const act = evidence.documents.find(({ custody }) => custody.origin.fileName === 'said.txt')?.act;
  const { by, body } = await record.read.act(act ?? '');
  const { custody } = body as { custody: JsonObject & { identity: JsonObject } };
  const size = 300 * 1024 * 1024;
  // In no encoding: nothing of it is read, which would take minutes.
  const bytes = Buffer.alloc(5_000_000, 1);
  const { id } = await record.putDocument(bytes);
  const identity = { ...custody.identity, size, sha256: sha256Hex(bytes) };
  await record.append([{ kind: 'acquired', by, body: { ...body, document: id, custody: { ...custody, identity } } }]);
  // Whatever size an act claims, what is given out is what the record holds.
  const response = await served.ask(`/documents/${id}/bytes`);
  expect(response.status).toBe(200);
  expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  const path = record.read.documentPath(id);
  const pieces = (length: number) => [...verifiedPieces({ path, document: id, size: length }, 'said.txt')];
  expect(Buffer.concat(pieces(bytes.length)).equals(bytes)).toBe(true);
  for (const length of [bytes.length - 1, bytes.length + 1]) expect(() => pieces(length)).toThrow(DocumentError);
  // Of changed bytes the last piece is kept back.
  bytes[10]! ^= 1;
  writeFileSync(path, bytes);
  let given = 0;
  expect(() => {
    for (const piece of verifiedPieces({ path, document: id, size: bytes.length }, 'said.txt')) given += piece.length;
  }).toThrow(DocumentError);
  expect(given).toBeLessThan(bytes.length);
  rmSync(path);
  const missing = await served.ask(`/documents/${id}/bytes`);
  expect(missing.status).toBe(404);
  expect(await missing.json()).toMatchObject({ code: 'document-missing' });
});

fullCountTest(
  'gives a document of more than 256 MiB out whole, and breaks off in one line where it is not what was taken in',
  async () => {
    const { record } = served.workbench.held;
    const { evidence } = await served.workbench.current();
    const act = evidence.documents.find(({ custody }) => custody.origin.fileName === 'said.txt')?.act;
    const { by, body } = await record.read.act(act ?? '');
    const { custody } = body as { custody: JsonObject & { identity: JsonObject } };
    const file = join(temporaryFolder(), 'large.csv');
    const row = '2023-05-01;Angara;7\n'.repeat(50_000);
    writeFileSync(file, `Date;Ship;Tonnes\n${row.repeat(300)}`);
    const size = statSync(file).size;
    expect(size).toBeGreaterThan(READING_LIMITS.fileBytes);
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
    const { id } = await record.putDocument(file);
    const identity = { ...custody.identity, size, sha256: hash };
    await record.append([{ kind: 'acquired', by, body: { ...body, document: id, custody: { ...custody, identity } } }]);
    const path = `/documents/${id}/bytes`;
    const errors = vi.spyOn(console, 'error');
    const infos = vi.spyOn(console, 'info');
    const response = await served.ask(path);
    expect(response.headers.get('content-length')).toBe(String(size));
    const got = createHash('sha256');
    for await (const piece of response.body ?? []) got.update(piece);
    expect(got.digest('hex')).toBe(hash);
    // Whoever goes away in the middle is nobody's fault.
    const left = await served.ask(path);
    await left.body?.getReader().cancel();
    const kept = record.read.documentPath(id);
    const changed = openSync(kept, 'r+');
    writeSync(changed, 'X', 1_000);
    closeSync(changed);
    const faults = served.faults.length;
    await expect(served.ask(path).then((answer) => answer.arrayBuffer())).rejects.toThrow(/terminated/);
    expect(served.faults.slice(faults)).toMatchObject([{ code: 'changed-while-read' }]);
    expect([errors.mock.calls, infos.mock.calls]).toEqual([[], []]);
  },
  300_000,
);
