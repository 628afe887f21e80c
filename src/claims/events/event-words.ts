import { predicateWords } from '../lexicon/vocabulary.ts';
import type { Predicate } from '../model/claim.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childrenBy, conjunctsOf, nounRun } from '../syntax/phrase-span.ts';

type EventWords = { readonly predicate: Predicate; readonly needs?: string };

export type EventTables = {
  readonly verbs: ReadonlyMap<string, readonly EventWords[]>;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly counted: ReadonlyMap<string, string>;
};

let tables: EventTables | undefined;

/** Verbs and classes of things of predicates.yaml, read once. */
export function eventTables(): EventTables {
  return tables ?? loadTables();
}

function loadTables(): EventTables {
  const data = predicateWords();
  const verbs = new Map<string, EventWords[]>();
  const counted = new Map<string, string>();
  for (const [name, entry] of Object.entries(data)) {
    if (name === 'classes' || Array.isArray(entry) || !('verbs' in entry)) continue;
    const predicate = name as Predicate;
    const row = entry as { event: string; verbs: string[] } & { readonly [key: string]: unknown };
    counted.set(name, row.event);
    for (const verb of row.verbs) {
      const needs = Object.keys(row).find((key) => key.startsWith('needs-') && (row[key] as string[]).includes(verb));
      verbs.set(verb, [
        ...(verbs.get(verb) ?? []),
        needs === undefined ? { predicate } : { predicate, needs: needs.slice('needs-'.length) },
      ]);
    }
  }
  tables = {
    verbs,
    counted,
    classes: new Map(Object.entries(data.classes).map(([name, list]) => [name, new Set(list)] as const)),
  };
  return tables;
}

/** What an event of a predicate is called when it is counted: "attack" for "50 times". */
export function countedEvent(predicate: Predicate): string | undefined {
  return eventTables().counted.get(predicate);
}

/** The noun, its modifiers and what it is of ("sacks of charcoal", "$640 million in tokens"), of each conjunct. */
export function wordsOfThings(sentence: ParsedSentence, head: number): string[] {
  const { words } = sentence;
  return conjunctsOf(sentence, head).flatMap((one) => {
    const run = nounRun(sentence, one);
    const own = words.slice(run.from, run.to);
    const of = childrenBy(sentence, one, 'prep')
      .filter((at) => /^(of|in|with|worth)$/.test(words[at]!.lower))
      .flatMap((at) => childrenBy(sentence, at, 'pobj'))
      .flatMap((object) => (object === head ? [] : wordsOfThings(sentence, object)));
    const named = childrenBy(sentence, one, 'appos').map((at) => words[at]!);
    return [...own, ...named].map((word) => singularOf(word.lower)).concat(of);
  });
}

/** Whether one of the words belongs to a class of predicates.yaml. */
export function inClass(name: string, things: readonly string[], known: EventTables): boolean {
  const set = known.classes.get(name);
  return set === undefined || things.some((word) => set.has(word) || word.split('-').some((part) => set.has(part)));
}

/** Whether a noun phrase names things of a class of predicates.yaml. */
export function namesClass(sentence: ParsedSentence, head: number, name: string): boolean {
  return inClass(name, wordsOfThings(sentence, head), eventTables());
}
