import type { Claimant } from './claim.ts';
import type { Slot } from './slot.ts';
import { nounList } from './vocabulary.ts';

/** Who passed a claim on, nearest to the claimant first: those who told of it and the newsrooms that heard it. */
export function relayOf(slot: Slot, claimant: Claimant): Claimant[] {
  const relay: Claimant[] = [...(slot.frame?.relay ?? [])];
  for (const frame of [...slot.outer].reverse()) {
    if (frame.basis === 'denies') continue;
    relay.push(frame.claimant);
    relay.push(...frame.relay);
  }
  const seen = new Set<string>([claimant.name]);
  return relay.filter((entry) => {
    if (seen.has(entry.name) || (entry.kind === 'unnamed' && (entry.name === 'unnamed' || isDocument(entry.name))))
      return false;
    seen.add(entry.name);
    return true;
  });
}

/** "a statement": what somebody said stands in it, and it passes nothing on itself. */
function isDocument(name: string): boolean {
  return nounList('document').has(name.toLowerCase().replace(/^(?:an?|the) /, ''));
}
