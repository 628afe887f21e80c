/** Answers as bytes: whoever asks the same again, before the next act, costs no work. */
export type ResponseCache = {
  /**
   * The answer to a question while `tag` stands; `work` is asked where it is not kept. Whoever bears with an answer that is a moment old is
   * given that at once, where there is one, and the newer one is worked out meanwhile.
   */
  answer(tag: string, question: string, work: () => unknown, bears?: boolean): Promise<Tagged>;
};

export type Tagged = { readonly tag: string; readonly bytes: Uint8Array<ArrayBuffer> };

export type CacheLimits = {
  /** All answers together; the oldest go first. One that is larger than a quarter of it is not kept. */
  readonly mostBytes?: number;
  /** Whether an answer of an older tag may still be given under the one that stands: else it is forgotten. */
  isBearable?(older: string, standing: string): boolean;
};

const MOST_BYTES = 32 * 1024 * 1024;

export function openResponseCache({
  mostBytes = MOST_BYTES,
  isBearable = () => false,
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
        const answer = { tag, bytes: new TextEncoder().encode(JSON.stringify(await work())) };
        // Acts may have been logged meanwhile: then this answer is as old as its tag says.
        if (tag === standing || (isBearable(tag, standing) && isLast())) keep(question, answer);
        return answer;
      } finally {
        if (isLast()) underway.delete(question);
      }
    })();
    underway.set(question, { tag, working });
    return working;
  };

  return {
    async answer(tag, question, work, bears = false) {
      if (tag !== standing) for (const [one, { tag: older }] of [...kept]) if (!isBearable(older, tag)) forget(one);
      standing = tag;
      const known = kept.get(question);
      if (known?.tag === tag) {
        keep(question, known);
        return known;
      }
      if (known === undefined || !bears || !isBearable(known.tag, tag)) return await workOut(tag, question, work);
      // Should that fail, whoever asks next is told.
      workOut(tag, question, work).catch(() => undefined);
      return known;
    },
  };
}
