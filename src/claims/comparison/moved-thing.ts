import { nounName, relateNouns } from './noun-hierarchy.ts';

/** Whether two phrases name one thing, or one of them a kind of the other: "arms" and "artillery shells". */
export function areOneKind(a: string, b: string): boolean {
  return a === b || relateNouns(singularOf(a), singularOf(b)) !== 'apart';
}

/** Whether something that one side names may be what the other names: whoever speaks of weapons says nothing of workers. */
export function mayBeOneThing(some: readonly string[], others: readonly string[]): boolean {
  return some.some((thing) => others.some((one) => areOneKind(movedNoun(thing), movedNoun(one))));
}

/** The last noun of what moved: "rockets" of "rocket shipments". */
function movedNoun(phrase: string): string {
  const words = phrase.split(/\s+/).map(singularOf);
  const last = words.findLast((word, at) => at === 0 || !MOVING.test(nounName(word)));
  return last ?? '';
}

/** Words for the moving itself, under the names that they are counted by. */
const MOVING = /^(shipment|transfer|sale|supply|export|import|trade|deal|transport|transaction)$/;

function singularOf(phrase: string): string {
  const name = phrase.toLowerCase().trim();
  return /(?:ss|us|is)$/.test(name) ? name : name.replace(/s$/, '');
}
