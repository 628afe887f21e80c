import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { batchHeader, batchRows, readBatch } from '../screening/batch.ts';
import type { Question } from '../screening/question.ts';
import { type Hit, screen } from '../screening/screen.ts';
import { jsonOf, PROGRAM } from './acquire.ts';
import { AppError } from './errors.ts';
import type { Progress } from './progress.ts';
import { type LoadedLists, loadLists } from './screening-index.ts';
import { withWorkspace } from './workspace.ts';

export type ScreenSettings = {
  readonly lists: readonly string[];
  readonly limit: number;
  readonly threshold: number;
  readonly match: number;
  readonly asOf?: string | undefined;
  /** Where the screening is logged as an act, with the lists by hash; nowhere when left out. */
  readonly workspace?: string | undefined;
  readonly progress: Progress;
};

export type AskedName = {
  readonly name: string;
  readonly schema?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly country?: string | undefined;
  readonly idNumber?: string | undefined;
  readonly imoNumber?: string | undefined;
};

/** One name against lists. */
export async function screenName(request: ScreenSettings & { question: AskedName }): Promise<readonly Hit[]> {
  const lists = loadLists(request.lists, request.progress);
  const question = questionOf(request.question);
  const hits = screen(lists.index, question, optionsOf(request));
  await logScreening(request, lists, [{ question, hits }]);
  return hits;
}

function questionOf({ name, schema, birthDate, country, idNumber, imoNumber }: AskedName): Question {
  return {
    names: name === '' ? [] : [name],
    ...(schema === undefined ? {} : { schema }),
    ...(birthDate === undefined ? {} : { birthDates: [birthDate] }),
    ...(country === undefined ? {} : { countries: [country] }),
    ...(idNumber === undefined ? {} : { numbers: [idNumber] }),
    ...(imoNumber === undefined ? {} : { imoNumbers: [imoNumber] }),
  };
}

function optionsOf({ limit, threshold, match, asOf }: ScreenSettings) {
  return { limit, threshold, match, asOf: asOf ?? null };
}

export type BatchDone = {
  readonly questions: number;
  readonly hits: number;
  readonly badRows: readonly string[];
  /** The answer as CSV; empty when it was written to a file. */
  readonly csv: string;
};

/** A CSV of questions against lists; a bad row is listed and the rest goes on. @throws AppError `unreadable`, `not-written`, ScreeningError */
export async function screenBatch(
  request: ScreenSettings & { batch: string; out?: string | undefined },
): Promise<BatchDone> {
  const lists = loadLists(request.lists, request.progress);
  const parts = [batchHeader()];
  const badRows: string[] = [];
  const asked: { question: Question; hits: readonly Hit[] }[] = [];
  let hits = 0;
  for (const row of readBatch(await chunksOf(request.batch), request.batch)) {
    if ('problem' in row) {
      badRows.push(`${request.batch}:${row.row}: ${row.problem}`);
      continue;
    }
    const found = screen(lists.index, row.question, optionsOf(request));
    hits += found.length;
    parts.push(batchRows(row.id, found));
    asked.push({ question: row.question, hits: found });
  }
  await logScreening(request, lists, asked);
  const csv = parts.join('');
  if (request.out !== undefined) writeCsv(request.out, csv);
  return { questions: asked.length, hits, badRows, csv: request.out === undefined ? csv : '' };
}

async function chunksOf(file: string): Promise<Iterable<string>> {
  try {
    if (file !== '-') return [readFileSync(file, 'utf8')];
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return [Buffer.concat(chunks).toString('utf8')];
  } catch (cause) {
    throw new AppError('unreadable', 'the batch cannot be read', { place: file, cause });
  }
}

function writeCsv(file: string, csv: string): void {
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true });
    writeFileSync(file, csv);
  } catch (cause) {
    throw new AppError('not-written', `the answers could not be written: ${(cause as Error).message}`, {
      place: file,
      cause,
    });
  }
}

/** A screening in a workspace is an act: which lists, by hash, what was asked, what was found. */
async function logScreening(
  request: ScreenSettings,
  lists: LoadedLists,
  asked: readonly { question: Question; hits: readonly Hit[] }[],
): Promise<void> {
  const { workspace } = request;
  if (workspace === undefined) return;
  const body = jsonOf({
    lists: lists.versions,
    settings: optionsOf(request),
    answers: asked.map(({ question, hits }) => ({
      question,
      hits: hits.map(({ entityId, score, match, rank }) => ({ entityId, score, match, rank })),
    })),
  });
  await withWorkspace({ workspace, command: 'panel screen', progress: request.progress }, async ({ record }) => {
    await record.append([{ kind: 'screened', by: PROGRAM, body }]);
  });
}
