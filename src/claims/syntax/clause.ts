import type { Phrases } from './phrase-span.ts';

export type ClauseForm = 'finite' | 'infinitive' | 'participle' | 'past-participle';

/**
 * How a clause comes by a party that does not stand in it: `own` where it does; `conjunct` shared with the verb it is joined
 * to; `antecedent` through a relative pronoun or participle; `controlled` from the clause that governs an infinitive or gerund.
 */
export type Link = 'own' | 'conjunct' | 'antecedent' | 'controlled';

/** A party of a clause: the head of its noun phrase, and how the clause comes by it. */
export type Party = {
  readonly head: number;
  readonly link: Link;
  /** Another noun could be meant as well: a comma and "which" after a noun that hangs on another. */
  readonly unsure?: boolean;
};

/** A prepositional phrase of the clause: the word of the preposition, and the head of its noun phrase. */
export type Oblique = { readonly preposition: string; readonly at: number; readonly head: number };

/**
 * A verb with all that belongs to it. `subject` is who does it (of a passive, whoever it befalls stands under `object`, and
 * `agent` after "by" under `subject`).
 */
export type Clause = {
  readonly head: number;
  /** Base form, with its particle: `set-up`, `carry-out`. */
  readonly lemma: string;
  readonly form: ClauseForm;
  /** Label of the arc by which the clause hangs on `parent`; of a conjunct, that of the first. */
  readonly relation: string;
  /** Place in the list of the clause above; -1 for a main clause. */
  readonly parent: number;
  /** The first of the clauses to which it is joined; its own place where it is joined to none. */
  readonly joinedTo: number;
  readonly passive: boolean;
  readonly negated: boolean;
  /** Auxiliaries and adverbs, in lower case. */
  readonly modifiers: readonly string[];
  readonly subject: Party | undefined;
  readonly object: Party | undefined;
  readonly dative: Party | undefined;
  /** What a copula says of its subject: the head of a noun or adjective. */
  readonly complement: number | undefined;
  readonly obliques: readonly Oblique[];
  /** The word that opens it: "that", "if", "after", "which"; empty where none does. */
  readonly opener: string;
};

/** Labels of a verb that heads a clause of its own. */
export const CLAUSAL = new Set([
  'ROOT',
  'ccomp',
  'xcomp',
  'advcl',
  'relcl',
  'acl',
  'pcomp',
  'parataxis',
  'csubj',
  'csubjpass',
  'dep',
  'conj',
  'prep',
  'meta',
]);

/** Whether a word heads a clause. Verbs in the place of an adjective ("seized arms") or noun do not. */
export function headsClause({ words, arcs }: Phrases, at: number): boolean {
  const { pos } = words[at]!;
  if (pos !== 'VERB' && pos !== 'AUX') return false;
  const label = arcs.labels[at]!;
  if (!CLAUSAL.has(label)) return false;
  // "including", "according", "following" in the place of a preposition.
  return label !== 'prep' || arcs.children[at]!.some((child) => isSubject(arcs.labels[child]!));
}

export function isSubject(label: string): boolean {
  return label === 'nsubj' || label === 'nsubjpass' || label === 'csubj' || label === 'csubjpass';
}

/** The clause to which a word belongs: its nearest verb above; -1 for what hangs on none. */
export function clauseAbove(places: ReadonlyMap<number, number>, heads: readonly number[], at: number): number {
  for (let i = at; i >= 0; i = heads[i]!) {
    const place = places.get(i);
    if (place !== undefined) return place;
  }
  return -1;
}
