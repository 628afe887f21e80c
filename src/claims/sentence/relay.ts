import type { Attribution } from '../attribution/attribution.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Claimant } from '../model/claim.ts';

/** Who passed a claim on, nearest to the claimant first: the newsrooms that heard it and those in whose words it is reported. */
export function relayOf(inner: Attribution | undefined, outer: readonly Attribution[], claimant: Claimant): Claimant[] {
  const relay: Claimant[] = [...(inner?.relay ?? [])];
  for (const one of [...outer].reverse()) {
    if (one.reporting === 'denies') continue;
    // "said that it sold arms, a claim Lomé denies": who says the one does not tell of the denial.
    if (inner?.reporting === 'denies' && inner.cue >= 0 && one.content[inner.cue] !== true) continue;
    relay.push(one.claimant, ...one.relay);
  }
  const seen = new Set<string>([claimant.name]);
  return relay.filter(({ name, kind }) => {
    if (seen.has(name) || (kind === 'unnamed' && (name === 'unnamed' || isDocument(name)))) return false;
    seen.add(name);
    return true;
  });
}

/** "a statement": what somebody said stands in it, and it passes nothing on itself; a report or study tells of others. */
function isDocument(name: string): boolean {
  const bare = name.toLowerCase().replace(/^(?:an?|the) /, '');
  return nounList('document').has(bare) && !/^(?:full |latest |final |new )?(?:report|study|paper|survey)$/.test(bare);
}
