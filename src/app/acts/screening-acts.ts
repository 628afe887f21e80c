import type { ListVersion } from '../../entities/keep-lists.ts';
import type { ActRecord } from '../../record/record.ts';
import type { Question } from '../../screening/question.ts';
import type { Hit, ScreenOptions } from '../../screening/screen.ts';
import { PROGRAM } from '../version.ts';
import { jsonOf } from './acquire.ts';

/** The log of one screening: which lists by hash, what was asked with which settings, what was found. */
export type ScreeningLog = {
  note(question: Question, hits: readonly Pick<Hit, 'entityId' | 'score' | 'match' | 'rank'>[]): void;
  /** True when enough has been noted for an act: then `write` before going on. */
  readonly full: boolean;
  write(): Promise<void>;
  finish(facts?: Readonly<Record<string, unknown>>): Promise<void>;
};

/** A long batch is logged in several acts, so that memory stays bounded and no line of the log grows beyond measure. */
const MOST_ANSWERS = 1000;
const MOST_HITS = 10_000;

export function screeningLog(
  record: Pick<ActRecord, 'append'>,
  versions: readonly ListVersion[],
  settings: ScreenOptions,
  about: Readonly<Record<string, unknown>> = {},
): ScreeningLog {
  let answers: object[] = [];
  let hitCount = 0;
  let part = 0;
  const append = async (last: boolean, facts: object): Promise<void> => {
    part++;
    const body = jsonOf({ lists: versions, settings, ...about, ...facts, part, last, answers });
    answers = [];
    hitCount = 0;
    await record.append([{ kind: 'screened', by: PROGRAM, body }]);
  };
  return {
    note(question, hits) {
      answers.push({
        question,
        hits: hits.map(({ entityId, score, match, rank }) => ({ entityId, score, match, rank })),
      });
      hitCount += hits.length;
    },
    get full() {
      return answers.length >= MOST_ANSWERS || hitCount >= MOST_HITS;
    },
    write: () => append(false, {}),
    finish: (facts = {}) => append(true, facts),
  };
}
