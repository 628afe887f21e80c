import { deepFreeze } from '../core/json/json.ts';
import type { WorkLimits } from '../core/threads/bounded-thread.ts';
import { openThreadPool } from '../core/threads/thread-pool.ts';
import type { TextMentions } from './model/mention.ts';
import type { MentionsReply, MentionsRequest } from './worker.ts';

/** Finds names in texts in threads of their own, within limits. */
export type MentionReader = {
  /** As `textMentions`; null where the text passed a limit of time or memory. The reader stays usable after it. */
  read(request: MentionsRequest): Promise<TextMentions | null>;
  close(): Promise<void>;
};

/** For any text, and beyond that for each million UTF-16 code units: ordinary text takes some 20 s a million on a slow core. */
const LIMITS = { milliseconds: 60_000, millisecondsAMillion: 300_000, memoryMegabytes: 1200 } as const;

/** Opens a reader that no text can stop. A text a core at a time; further calls wait their turn. */
export function openMentionReader(): MentionReader {
  const threads = openThreadPool<MentionsRequest, MentionsReply>('subjects', LIMITS);
  return {
    read: async (request) => {
      const outcome = await threads.ask(request, limitsOf(request.layer.text.length));
      return 'answer' in outcome && 'mentions' in outcome.answer ? deepFreeze(outcome.answer.mentions) : null;
    },
    close: () => threads.close(),
  };
}

function limitsOf(length: number): WorkLimits {
  const { milliseconds, millisecondsAMillion, memoryMegabytes } = LIMITS;
  return { milliseconds: Math.round(milliseconds + (length / 1_000_000) * millisecondsAMillion), memoryMegabytes };
}
