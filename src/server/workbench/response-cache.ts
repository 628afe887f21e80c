/** Answers as bytes: whoever asks the same again, before the next act, costs no work. */
export type ResponseCache = {
  /** The answer to a question while `tag` stands; `work` is asked where it is not kept. */
  answer(tag: string, question: string, work: () => unknown): Promise<Uint8Array<ArrayBuffer>>;
};

/** All answers together; the oldest go first. One that is larger than a quarter of it is not kept. */
const MOST_BYTES = 32 * 1024 * 1024;

export function openResponseCache(mostBytes = MOST_BYTES): ResponseCache {
  let standing = '';
  let size = 0;
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();

  const underway = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const forget = (question: string): void => {
    size -= kept.get(question)?.length ?? 0;
    kept.delete(question);
  };
  const keep = (question: string, bytes: Uint8Array<ArrayBuffer>): void => {
    if (bytes.length > mostBytes / 4) return;
    forget(question);
    kept.set(question, bytes);
    size += bytes.length;
    for (const oldest of kept.keys()) {
      if (size <= mostBytes) break;
      forget(oldest);
    }
  };

  return {
    async answer(tag, question, work) {
      if (tag !== standing) {
        for (const old of [...kept.keys()]) forget(old);
        underway.clear();
        standing = tag;
      }
      const known = kept.get(question);
      if (known !== undefined) {
        keep(question, known);
        return known;
      }
      // Many may ask before the first is answered: it is worked out once for all of them.
      const before = underway.get(question);
      if (before !== undefined) return await before;
      const working = (async () => new TextEncoder().encode(JSON.stringify(await work())))();
      underway.set(question, working);
      try {
        const bytes = await working;
        // Acts may have been logged meanwhile: then this answer is as old as its tag says.
        if (tag === standing) keep(question, bytes);
        return bytes;
      } finally {
        if (underway.get(question) === working) underway.delete(question);
      }
    },
  };
}
