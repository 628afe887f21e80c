import { writeFileSync } from 'node:fs';
import { ExchangeError } from '../../exchange/exchange-error.ts';
import { dataOf, stampableData } from '../../exchange/timestamp/note-stamps.ts';
import { verifyTimeStamp } from '../../exchange/timestamp/time-stamp-reply.ts';
import { nonceFor, timeStampRequest } from '../../exchange/timestamp/time-stamp-request.ts';
import { cosignedNotes, newestCosigned, readStamps } from '../../record/cosigned.ts';
import { parseCheckpoint, type SignedCheckpoint } from '../../record/log/checkpoint.ts';
import { layoutOf } from '../../record/storage/layout.ts';
import { AppError } from '../errors.ts';
import { silentProgress } from '../progress.ts';
import { basicCredentials, withoutCredentials } from '../standing/address-words.ts';
import { readInput } from '../standing/named-file.ts';
import { type WorkspacePlace, withWorkspace } from '../workspace/workspace.ts';

export type StampRequest = {
  readonly workspace: WorkspacePlace;
  /** Address of a time-stamping authority. */
  readonly tsa?: string | undefined;
  /** File to write the request to, for an authority that is asked elsewhere. */
  readonly query?: string | undefined;
  /** File with an authority's reply. */
  readonly add?: string | undefined;
  /** Stamp the last stamp as well, before its authority's certificate ends. */
  readonly renew?: boolean | undefined;
  /** File with root certificates in PEM. */
  readonly roots?: string | undefined;
};

export type StampResult = {
  /** Acts under the note that is stamped. */
  readonly size: number;
  /** Name under `record/cosigned/`; null while only the request was written. */
  readonly name: string | null;
  readonly query: string | null;
  readonly time: string | null;
  readonly authority: string | null;
  readonly expires: string | null;
};

const PATIENCE_MS = 30_000;
const MOST_BYTES = 64 * 1024;

/** Has an authority stamp the time over the last cosigned note (RFC 3161), online or by query and reply files. */
export async function stampRecord(request: StampRequest): Promise<StampResult> {
  const { workspace, tsa, query, add, renew = false } = request;
  const roots = request.roots === undefined ? null : readInput(request.roots, 'the root certificates').toString('utf8');
  return await withWorkspace(
    { workspace, command: 'panel record stamp', progress: silentProgress, create: false },
    async ({ folder, record }) => {
      const layout = layoutOf(folder);
      const keep = async (note: SignedCheckpoint, reply: Buffer): Promise<StampResult> => {
        const stamps = readStamps(layout, note.size);
        const { data } = dataOf(note.note.text, stamps, reply);
        const stamp = await verifyTimeStamp(reply, data, roots);
        const isAsked = Array.from({ length: stamps.length + 1 }, (_, at) => nonceFor(data, at + 1)).some((nonce) =>
          stamp.nonce?.equals(nonce),
        );
        if (!isAsked)
          throw new ExchangeError('bad-time-stamp', 'this stamp of time does not hold: it answers another request');
        const name = await record.keepStamp(note.size, reply);
        return {
          size: note.size,
          name,
          query: null,
          time: stamp.time,
          authority: stamp.authority,
          expires: stamp.expires,
        };
      };
      if (add !== undefined) {
        const reply = readInput(add, 'the reply');
        for (const note of cosignedNotes(layout)) {
          if (isOver(note, readStamps(layout, note.size), reply)) return await keep(note, reply);
        }
        throw new ExchangeError('bad-time-stamp', 'this stamp is over no note that is kept here', { place: add });
      }
      await record.checkpoint();
      const note =
        newestCosigned(layout) ?? (await record.keepCosigned(parseCheckpoint(record.read.checkpointNote() ?? '').note));
      const stamps = readStamps(layout, note.size);
      const data = stampableData(
        note.note.text,
        stamps.map(({ bytes }) => bytes),
        renew,
      );
      const asked = timeStampRequest(data, nonceFor(data, stamps.length + 1));
      if (query !== undefined) {
        try {
          writeFileSync(query, asked);
        } catch (cause) {
          throw new AppError('not-written', `the request could not be written: ${(cause as Error).message}`, {
            place: query,
            cause,
          });
        }
        return { size: note.size, name: null, query, time: null, authority: null, expires: null };
      }
      return await keep(note, await askAuthority(tsa ?? '', asked));
    },
  );
}

function isOver({ note }: SignedCheckpoint, stamps: Parameters<typeof dataOf>[1], reply: Buffer): boolean {
  try {
    dataOf(note.text, stamps, reply);
    return true;
  } catch (error) {
    if (error instanceof ExchangeError && error.message.endsWith('it is over other data')) return false;
    throw error;
  }
}

async function askAuthority(address: string, query: Buffer): Promise<Buffer> {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new AppError('bad-option', 'write the address of an authority: --tsa https://…', { place: '--tsa' });
  const shown = withoutCredentials(address);
  const authorization = basicCredentials(new URL(address));
  try {
    const response = await fetch(shown, {
      method: 'POST',
      headers: {
        'content-type': 'application/timestamp-query',
        accept: 'application/timestamp-reply',
        ...(authorization === null ? {} : { authorization }),
      },
      body: new Uint8Array(query),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new AppError('not-fetched', `the authority answered ${response.status}`, { place: shown });
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > MOST_BYTES) throw new AppError('not-fetched', 'the authority’s answer is too long', { place: shown });
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const why = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new AppError('not-fetched', `the authority does not answer: ${why}`, { place: shown, cause: error });
  }
}
