import { openRecentlyAsked } from '../core/recently-asked.ts';
import type { Lists } from './lists.ts';

/** Answers of the tables, kept until a table changes from which one was read: most acts leave most tables as they are. */
export type RememberedAnswers = {
  /** The answer to a question of some tables; `question` must say all that it follows from beside these. */
  answer<Answer>(tables: readonly string[], question: readonly unknown[], work: () => Promise<Answer>): Promise<Answer>;
  /** Forgets what was read from tables that have changed. */
  forget(tables: ReadonlySet<string> | 'all'): void;
};

/** A page of each kind of list, and some searches. */
const MOST_ANSWERS = 24;

export function openRememberedAnswers(most = MOST_ANSWERS): RememberedAnswers {
  const kept = openRecentlyAsked<{ readonly answer: unknown }>(most, () => 1);
  /** How often each table has changed: an answer that comes in after a change may be of before it. */
  const changes = new Map<string, number>();
  let written = 0;
  const stateOf = (tables: readonly string[]): string =>
    [written, ...tables.map((name) => changes.get(name) ?? 0)].join(' ');
  return {
    answer: async <Answer>(
      tables: readonly string[],
      question: readonly unknown[],
      work: () => Promise<Answer>,
    ): Promise<Answer> => {
      const state = stateOf(tables);
      const key = `${state} ${JSON.stringify([tables, question])}`;
      const known = kept.of(key);
      if (known !== undefined) return known.answer as Answer;
      const answer = await work();
      if (stateOf(tables) === state) kept.keep(key, { answer });
      return answer;
    },
    forget: (tables) => {
      if (tables === 'all') {
        written += 1;
        kept.clear();
      } else for (const name of tables) changes.set(name, (changes.get(name) ?? 0) + 1);
    },
  };
}

/** Lists that are asked of the tables once until these change. Those of claims change with every act. */
export function rememberedLists(lists: Lists, answers: RememberedAnswers): Lists {
  return {
    ...lists,
    documents: (words, request) =>
      answers.answer(['document'], [words, request], () => lists.documents(words, request)),
    incidents: (filters, request) =>
      answers.answer(['incident'], [filters, request], () => lists.incidents(filters, request)),
    findings: (filters, request) =>
      answers.answer(['finding'], [filters, request], () => lists.findings(filters, request)),
    comparisons: (request) =>
      answers.answer(['comparison', 'comparison_figure'], [request], () => lists.comparisons(request)),
  };
}
