import { setTimeout as wait } from 'node:timers/promises';

/** Answers as bytes: whoever asks the same again, before the next act, costs no work. */
export type ResponseCache = {
  /**
   * The answer to a question while `tag` stands; `work` is asked where it is not kept. Whoever bears with an answer that was overtaken is given
   * that, where there is one and the newer one is not there in time; the newer one is worked out meanwhile.
   */
  answer(tag: string, question: string, work: () => unknown, bearing?: Bearing): Promise<Given>;
};

/** Whoever bears with an answer that acts have overtaken. */
export type Bearing = {
  /** For how many milliseconds it may have been overtaken. */
  readonly milliseconds: number;
  /** Asks what is there while acts are worked in, where no answer is kept; null where that cannot be told. */
  meanwhile?(): Promise<{ readonly tag: string; readonly answer: unknown } | null>;
};

export type Tagged = { readonly tag: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** An answer, with the milliseconds for which it has been overtaken where it has. */
export type Given = Tagged & { readonly age?: number };

export type CacheLimits = {
  /** All answers together; the oldest go first. One that is larger than a quarter of it is not kept. */
  readonly mostBytes?: number;
  /** For how many milliseconds an answer of an older tag has been overtaken by the one that stands; null where it may not be given any more, and is forgotten. */
  overtakenFor?(older: string, standing: string): number | null;
};

const MOST_BYTES = 32 * 1024 * 1024;
/** An answer that was overtaken a moment ago is given at once; one that is older only where the newer one is not there in so many milliseconds. */
const MOMENT_MS = 1000;
const PATIENCE_MS = 120;

export function openResponseCache({
  mostBytes = MOST_BYTES,
  overtakenFor = () => null,
}: CacheLimits = {}): ResponseCache {
  let standing = '';
  let size = 0;
  const kept = new Map<string, Tagged>();
  const underway = new Map<string, { readonly tag: string; readonly working: Promise<Tagged> }>();

  const forget = (question: string): void => {
    size -= kept.get(question)?.bytes.length ?? 0;
    kept.delete(question);
  };
  const keep = (question: string, answer: Tagged): void => {
    forget(question);
    if (answer.bytes.length > mostBytes / 4) return;
    kept.set(question, answer);
    size += answer.bytes.length;
    for (const oldest of kept.keys()) {
      if (size <= mostBytes) break;
      forget(oldest);
    }
  };

  const workOut = (tag: string, question: string, work: () => unknown): Promise<Tagged> => {
    // Many may ask before the first is answered: it is worked out once for all of them.
    const before = underway.get(question);
    if (before?.tag === tag) return before.working;
    const isLast = (): boolean => underway.get(question)?.working === working;
    const working = (async (): Promise<Tagged> => {
      try {
        const answer = { tag, bytes: bytesOf(await work()) };
        // Acts may have been logged meanwhile: then this answer is as old as its tag says.
        if (tag === standing || (overtakenFor(tag, standing) !== null && isLast())) keep(question, answer);
        return answer;
      } finally {
        if (isLast()) underway.delete(question);
      }
    })();
    underway.set(question, { tag, working });
    return working;
  };

  return {
    async answer(tag, question, work, bearing) {
      if (tag !== standing)
        for (const [one, { tag: older }] of [...kept]) if (overtakenFor(older, tag) === null) forget(one);
      standing = tag;
      const known = kept.get(question);
      if (known?.tag === tag) {
        keep(question, known);
        return known;
      }
      const working = workOut(tag, question, work);
      const most = bearing?.milliseconds ?? 0;
      const ageOf = (older: Tagged | undefined): number | null => {
        const age = older === undefined ? null : overtakenFor(older.tag, tag);
        return age === null || age > most ? null : age;
      };
      if (most === 0) return await working;
      const age = ageOf(known);
      const isOfNow = known !== undefined && age !== null && age <= MOMENT_MS;
      const inTime = isOfNow ? undefined : await Promise.race([working, wait(PATIENCE_MS)]);
      if (inTime !== undefined) return inTime;
      // Should that fail, whoever asks next is told.
      working.catch(() => undefined);
      if (known !== undefined && age !== null) return { ...known, age };
      const asked = await bearing?.meanwhile?.().catch(() => null);
      const older = asked ? { tag: asked.tag, bytes: bytesOf(asked.answer) } : undefined;
      const olderAge = ageOf(older);
      return older === undefined || olderAge === null ? await working : { ...older, age: olderAge };
    },
  };
}

function bytesOf(answer: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(answer));
}
