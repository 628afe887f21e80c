import { closeSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { utcDateOf } from '../../core/time/calendar.ts';
import { type ListFile, openListBytes, openListFile } from '../../entities/list-file.ts';
import { type BatchRow, batchHeader, batchRows, readBatch } from '../../screening/batch.ts';
import type { Question } from '../../screening/question.ts';
import { type Hit, screen } from '../../screening/screen.ts';
import { AppError } from '../errors.ts';
import { loadLists, loadListsApart } from '../lists/screening-index.ts';
import { listAgeNote } from './list-age.ts';
import { atScreening, optionsOf } from './screen.ts';
import type { ScreeningPlace, ScreenSettings } from './screening-place.ts';
import { openPool } from './screening-pool.ts';

export type BatchRequest = ScreenSettings & {
  /** The CSV of questions; `-` is standard input. */
  readonly batch: string;
  /** What the file is called in the record; its own name when left out. */
  readonly called?: string | undefined;
  /** Where the answers go as CSV, instead of to `write`. */
  readonly out?: string | undefined;
  /** Takes the answers piece by piece, in the order of the questions. */
  write(csv: string): Promise<void> | void;
};

export type BatchDone = {
  readonly questions: number;
  /** Questions that brought at least one hit. */
  readonly withHits: number;
  readonly hits: number;
  readonly badRows: readonly string[];
  /** Lists that were more than a year old on the day asked about. */
  readonly oldLists: readonly string[];
};

/** Questions that are screened as one piece of work. */
const PIECE = 64;
/** Batches up to this size are done before threads would be warm. */
const SMALL = 192;
/** A batch of some hundred questions: it lasts so long that memory which nobody needs is worth giving back. */
const LONG_BYTES = 20_000;
/** Bad rows that are named one by one. */
const MOST_BAD_ROWS = 1000;

/**
 * A CSV of questions against lists, on all cores; a bad row is listed and the rest goes on. Answers come in the order of
 * the questions. Memory does not grow with the batch: few pieces are under way at once, and answers leave as they come.
 * @throws AppError `unreadable`, `not-written`; ScreeningError `batch-malformed`
 */
export async function screenBatch(request: BatchRequest): Promise<BatchDone> {
  const input = await openBatch(request.batch);
  const work = async (place: ScreeningPlace): Promise<BatchDone> => {
    const output = request.out === undefined ? throughWriter(request.write) : toFile(request.out);
    try {
      const done = await runBatch(request, place, input, output);
      output.finish();
      return done;
    } catch (error) {
      output.abandon();
      throw error;
    } finally {
      request.progress.done();
    }
  };
  return await atScreening(request, work, input.size < LONG_BYTES ? loadLists : loadListsApart);
}

type Piece = { readonly ids: string[]; readonly questions: Question[] };
type Answered = {
  /** Empty where no act notes them. */
  readonly hits: readonly (readonly Hit[])[];
  readonly counts: readonly number[];
  readonly csv: string;
};

async function runBatch(
  request: BatchRequest,
  place: ScreeningPlace,
  input: ListFile,
  output: Output,
): Promise<BatchDone> {
  const options = optionsOf(request);
  const badRows: string[] = [];
  let badCount = 0;
  let questions = 0;
  let withHits = 0;
  let hits = 0;
  const pieces = inPieces(readBatch(input.chunks(), request.batch), (row) => {
    badCount++;
    if (badCount <= MOST_BAD_ROWS) badRows.push(`${request.batch}:${row.row}: ${row.problem}`);
  });
  const first: Piece[] = [];
  // Not a loop over the generator: leaving that early would end it.
  for (let next = pieces.next(); next.done !== true; next = pieces.next()) {
    first.push(next.value);
    if (first.length * PIECE > SMALL) break;
  }
  const log =
    place.workspace === null
      ? null
      : (await import('../acts/screening-acts.ts')).screeningLog(
          place.workspace.record,
          place.lists.versions,
          options,
          {
            batch: { file: request.called ?? input.name, document: input.document },
          },
        );
  const take = async ({ piece, answered }: { piece: Piece; answered: Answered }): Promise<void> => {
    questions += piece.questions.length;
    for (const count of answered.counts) {
      hits += count;
      if (count > 0) withHits++;
    }
    await output.write(answered.csv);
    request.progress.advance(questions, null);
    if (log === null) return;
    for (const [at, question] of piece.questions.entries()) log.note(question, answered.hits[at] ?? []);
    if (log.full) await log.write();
  };
  request.progress.step('Screening');
  await output.write(batchHeader());
  if (first.length * PIECE <= SMALL) {
    for (const piece of first) {
      const found = piece.questions.map((question) => screen(place.lists.index, question, options));
      const csv = found.map((one, at) => batchRows(piece.ids[at] ?? '', one)).join('');
      await take({ piece, answered: { hits: found, counts: found.map(({ length }) => length), csv } });
    }
  } else {
    await inOrder(place, options, chain(first, pieces), take);
  }
  await log?.finish({ questions, badRows: badCount });
  if (badCount > badRows.length) badRows.push(`${badCount - badRows.length} more rows refused`);
  const day = request.asOf ?? utcDateOf(request.clock === undefined ? new Date() : new Date(request.clock));
  const oldLists = place.lists.versions
    .map(({ document }) => listAgeNote([document], place.lists.versions, day))
    .filter((note) => note !== null);
  return { questions, withHits, hits, badRows, oldLists };
}

/** Keeps every thread busy with one piece at work and one waiting, and takes the answers in the order of the pieces. */
async function inOrder(
  place: ScreeningPlace,
  options: ReturnType<typeof optionsOf>,
  pieces: Iterator<Piece>,
  take: (done: { piece: Piece; answered: Answered }) => Promise<void>,
): Promise<void> {
  const pool = openPool(place.lists, availableParallelism());
  try {
    const underWay: { piece: Piece; answer: Promise<Answered> }[] = [];
    const send = (): void => {
      const next = pieces.next();
      if (next.done === true) return;
      const piece = next.value;
      const answer = pool.ask(piece.questions, options, { ids: piece.ids, withHits: place.workspace !== null });
      // Awaited in its turn; a failure before that is not lost, only not yet told.
      answer.catch(() => undefined);
      underWay.push({ piece, answer });
    };
    for (let slot = 0; slot < pool.size * 3; slot++) send();
    for (let oldest = underWay.shift(); oldest !== undefined; oldest = underWay.shift()) {
      const answered = await oldest.answer;
      send();
      await take({ piece: oldest.piece, answered });
    }
  } finally {
    await pool.close();
  }
}

function* inPieces(rows: Iterable<BatchRow>, refuse: (row: BatchRow & { problem: string }) => void): Generator<Piece> {
  let piece: Piece = { ids: [], questions: [] };
  for (const row of rows) {
    if ('problem' in row) {
      refuse(row);
      continue;
    }
    piece.ids.push(row.id);
    piece.questions.push(row.question);
    if (piece.ids.length < PIECE) continue;
    yield piece;
    piece = { ids: [], questions: [] };
  }
  if (piece.ids.length > 0) yield piece;
}

function* chain(first: readonly Piece[], rest: Generator<Piece>): Generator<Piece> {
  yield* first;
  yield* rest;
}

/** Questions come as UTF-8, with or without a byte-order mark, UTF-16 or Windows-1252, as spreadsheets write them. */
async function openBatch(file: string): Promise<ListFile> {
  try {
    if (file !== '-') return openListFile(file);
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return openListBytes('standard input', Buffer.concat(chunks));
  } catch (cause) {
    throw new AppError('unreadable', 'the batch cannot be read; check the path and its permissions', {
      place: file,
      cause,
    });
  }
}

type Output = {
  write(csv: string): Promise<void> | void;
  finish(): void;
  abandon(): void;
};

function throughWriter(write: BatchRequest['write']): Output {
  return { write, finish: () => undefined, abandon: () => undefined };
}

/** Writes next to the file and gives it its name at the end, so that an interrupted run leaves no half answer under it. */
function toFile(path: string): Output {
  const known = statSync(path, { throwIfNoEntry: false });
  const target = known === undefined ? resolve(path) : realpathSync(path);
  // What is there and is no file, such as a pipe, is written to where it is.
  const unfinished = known === undefined || known.isFile() ? `${target}.${process.pid}.part` : target;
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new AppError('not-written', `the answers could not be written: ${why}`, { place: path, cause });
    }
  };
  const file = attempt(() => {
    mkdirSync(dirname(unfinished), { recursive: true });
    return openSync(unfinished, 'w', 0o600);
  });
  let open = true;
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  return {
    write: (csv) => {
      attempt(() => {
        const bytes = Buffer.from(csv);
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      });
    },
    finish: () =>
      attempt(() => {
        close();
        if (unfinished !== target) renameSync(unfinished, target);
      }),
    abandon: () => {
      close();
      if (unfinished !== target) rmSync(unfinished, { force: true });
    },
  };
}
