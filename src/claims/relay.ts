import type { Claimant } from './claim.ts';
import { newsroomOf } from './clause.ts';
import type { Frame, ReadSentence } from './read-sentence.ts';
import type { Slot } from './slot.ts';
import { nounList } from './vocabulary.ts';

/** Who passed a claim on, nearest to the claimant first: those who told of it and the newsrooms that heard it. */
export function relayOf(sentence: ReadSentence, slot: Slot, claimant: Claimant): Claimant[] {
  const relay: Claimant[] = [...(slot.frame?.relay ?? []), ...carriersOf(sentence, slot.frame, claimant)];
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

const PASSED = /^(carried|published|broadcast|seen|obtained|reviewed|released|aired|posted|viewed)$/;

/** "a report seen by Reuters", "a statement carried by state media KCNA": the newsroom passes on what the document says. */
function carriersOf({ words, mentions }: ReadSentence, frame: Frame | undefined, claimant: Claimant): Claimant[] {
  if (frame === undefined || claimant.kind === 'newsroom') return [];
  const held = (at: number) => frame.content.some((run) => at >= run.from && at < run.to);
  return words.flatMap((word, i) => {
    if (!PASSED.test(word.lower) || held(i)) return [];
    const by = words.slice(i + 1, i + 6).findIndex(({ lower }) => lower === 'by');
    const from = i + 2 + by;
    const newsroom = mentions.find(({ kind, from: at }) => kind === 'newsroom' && at >= from && at <= from + 4);
    return by < 0 || newsroom === undefined ? [] : [newsroomOf(newsroom)];
  });
}
