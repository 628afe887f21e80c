import { nounList } from '../lexicon/vocabulary.ts';
import type { Claimant } from '../model/claim.ts';
import { nounPhraseAt, type Run } from '../names/phrase.ts';
import { newsroomOf } from '../syntax/clause.ts';
import type { Frame, ReadSentence } from '../syntax/parsed-sentence.ts';
import type { Slot } from './attribution-scope.ts';

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

const PASSED = /^(carried|published|broadcast|seen|obtained|reviewed|released|aired|posted|viewed|run|distributed)$/;
/** Words between a verb of saying and its "that", where the document or hearer is told. */
const LONGEST_INSERTION = 14;
const TALK =
  /^(interviews?|comments?|remarks|conversation|emails?|e-mails?|messages?|call|speaking|talking|writing|appearing)$/;

/**
 * "a report seen by Reuters", "in an interview with Interfax", "speaking to the BBC": the newsroom that has the document or heard
 * the speaker passes it on. What is told may speak of newsrooms too; those pass nothing on.
 */
function carriersOf(sentence: ReadSentence, frame: Frame | undefined, claimant: Claimant): Claimant[] {
  if (frame === undefined || claimant.kind === 'newsroom') return [];
  const { words } = sentence;
  const held = (at: number) => frame.content.some((run) => at >= toldFrom(sentence, frame, run) && at < run.to);
  return words.flatMap((word, i) => {
    if (held(i)) return [];
    const lead = words.slice(i + 1, i + 6);
    const link = PASSED.test(word.lower)
      ? lead.findIndex(({ lower }) => lower === 'by')
      : TALK.test(word.lower) && /^(with|to|for|on|by)$/.test(lead[0]?.lower ?? '')
        ? 0
        : -1;
    const aired = i === frame.cue && lead[0]?.lower === 'on' ? 0 : link;
    const newsroom = aired < 0 ? undefined : newsroomBehind(sentence, i + 2 + aired);
    return newsroom === undefined ? [] : [newsroom];
  });
}

/** "said in a report seen by Reuters that": what is told begins behind "that". */
function toldFrom({ words }: ReadSentence, frame: Frame, run: Run): number {
  if (frame.cue < 0 || frame.cue > run.from) return run.from;
  const that = words.findIndex(({ lower }, i) => i >= run.from && i < run.to && lower === 'that');
  const near = that > 0 && that - frame.cue <= LONGEST_INSERTION;
  return near && !words.slice(run.from, that).some(({ text }) => /^[,;"]$/.test(text)) ? that : run.from;
}

/** The newsroom that a phrase names: one of our lists, or a name behind "news agency" and the like. */
function newsroomBehind({ words, mentions, text }: ReadSentence, from: number): Claimant | undefined {
  const listed = mentions.find(({ kind, from: at }) => kind === 'newsroom' && at >= from && at <= from + 4);
  if (listed !== undefined && words.slice(from, listed.from).every(({ pos }) => /^(DET|ADJ|NOUN|PROPN)$/.test(pos)))
    return newsroomOf(listed);
  const phrase = nounPhraseAt(words, from);
  if (phrase === undefined) return undefined;
  const noun = words.findLastIndex(
    ({ lower }, i) => i >= from && i < phrase.to && (lower === 'agency' || nounList('newsroom').has(lower)),
  );
  if (noun < 0) return undefined;
  const first = noun + 1 < phrase.to ? noun + 1 : words[from]!.pos === 'DET' ? from + 1 : from;
  return { name: text.slice(words[first]!.start, words[phrase.to - 1]!.end), kind: 'newsroom' };
}
