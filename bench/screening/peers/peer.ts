import type { Entity } from '../../../src/entities/entity.ts';

/** A name put to every program alike. With `pair` it is scored against that one name instead of the list. */
export type PeerQuestion = {
  readonly key: string;
  readonly name: string;
  readonly schema: string;
  readonly expected?: string;
  readonly pair?: string;
};

/** A list as each program takes it: as the official file, or as entities. */
export type PeerList = { readonly xml: string; readonly entities: readonly Entity[] };

export type PeerHit = { readonly entityId: string; readonly score: number };
export type PeerAnswers = {
  /** The first five, best first, by the key of the question. */
  readonly hits: ReadonlyMap<string, readonly PeerHit[]>;
  /** Time of the processor, its own threads together, for a question. */
  readonly cpuMs: number;
};

/** A program that screens names. */
export type Peer = {
  readonly name: string;
  /** Whether it can score one name against another, without a list. */
  readonly scoresPairs: boolean;
  /** Whether it is given the right answer among what it scores. */
  readonly isHelped: boolean;
  ask(list: PeerList, questions: readonly PeerQuestion[]): Promise<PeerAnswers>;
};
