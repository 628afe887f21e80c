import { statesOf } from '../../claims/comparison/figure-comparison.ts';
import { type FigureFacts, factsOf, writeFacts } from '../../claims/comparison/figure-facts.ts';
import { digestOf } from '../../core/digest.ts';
import { memoized } from '../../core/memoized.ts';
import type { Figure } from '../model/comparison.ts';

/** A figure with what decides with which others it stands. */
export type Known = {
  readonly figure: Figure;
  readonly facts: FigureFacts;
  readonly core: FactsOf;
};

/** Facts with a key that is equal where all of them are. */
export type FactsOf = { readonly facts: FigureFacts; readonly key: string };

/** Makes what is known of figures; facts that many have in common are looked at once. */
export function openKnown(): (figure: Figure) => Known {
  /** All of facts by which two figures can differ: a place and a scope leave open at most whether two are of one thing. */
  const coreOf = memoized((facts: FigureFacts): FactsOf => keyed({ ...facts, where: undefined, scope: undefined }));
  return (figure) => {
    const facts = factsOf(figure.claim, figure.quantity);
    return { figure, facts, core: coreOf(facts) };
  };
}

/** Of all that decides whether two figures differ, what is not the time. */
export function frameOf({ facts }: FactsOf): FactsOf {
  return keyed({ ...facts, window: undefined, asOf: undefined });
}

function keyed(facts: FigureFacts): FactsOf {
  return { facts, key: digestOf(writeFacts(facts)) };
}

/** All of a figure that decides with which others it stands, in a text. */
export function tellingOf({ id, claim, quantity }: Figure): string {
  const { low, high, lowOpen, highOpen, qualifier, counts } = quantity;
  const bounds = [low, high, lowOpen, highOpen, qualifier, counts];
  return JSON.stringify([
    id,
    writeFacts(factsOf(claim, quantity)),
    bounds,
    claim.predicate,
    [...statesOf(claim)].sort(),
  ]);
}

/** The event with each party on either side of it. */
export function eventSides({ event, from, to }: FigureFacts): readonly string[] {
  if (event === undefined) return [];
  return [
    ...[...(from ?? [])].map((key) => `${event} from ${key}`),
    ...[...(to ?? [])].map((key) => `${event} to ${key}`),
  ];
}
