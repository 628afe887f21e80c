import { cueTables } from '../lexicon/cue.ts';
import type { Claimant } from '../model/claim.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import type { Word } from '../tokens/word.ts';
import type { Attribution } from './attribution.ts';
import type { Quotation } from './quotation.ts';

/** The speaker of a sentence for the words in marks that follow it. */
export function speakerIn(attributions: readonly Attribution[]): Claimant | undefined {
  return attributions.findLast(({ claimant, dissenter }) => claimant.kind !== 'unnamed' && dissenter === undefined)
    ?.claimant;
}

/** The attribution by which a paragraph's quotations are spoken: the first that is no relay or adverb. */
export function quoteAttribution(attributions: readonly Attribution[]): Attribution | undefined {
  const speaking = attributions.filter(
    ({ claimant, dissenter }) => claimant.name !== 'unnamed' && dissenter === undefined,
  );
  return (
    speaking.find(({ construction }) => construction !== 'according-to' && construction !== 'citing') ?? speaking[0]
  );
}

/** A whole sentence as the words of a speaker who is known from elsewhere, or of nobody that the text names. */
export function spokenBy(
  sentence: ParsedSentence,
  speaker: Attribution | undefined,
  construction: 'quotation' | 'carried',
): Attribution {
  return {
    construction,
    reporting: 'states',
    lemma: construction,
    cue: -1,
    claimant: speaker?.claimant ?? { name: 'unnamed', kind: 'unnamed' },
    plural: speaker?.plural ?? false,
    resolution: speaker?.resolution ?? 'described',
    carried: speaker?.carried ?? false,
    speaker: speaker?.speaker ?? 'unnamed',
    source: undefined,
    relay: speaker?.relay ?? [],
    content: sentence.words.map(() => true),
    tops: sentence.clauses
      .filter(({ relation, form }) => relation === 'ROOT' && form === 'finite')
      .map(({ head }) => head)
      .slice(0, 1),
  };
}

/** "“shadow” tankers", "the so-called “ghost” fleet": marks around what kind a thing is quote nothing. */
export function isKindInMarks(words: readonly Word[], quotation: Quotation): boolean {
  if (!quotation.closed) return false;
  const first = words.findIndex((word) => word.start >= quotation.start);
  const last = words.findLastIndex((word) => word.end <= quotation.end);
  if (first < 0 || last < first || last - first > 1) return false;
  const inside = words.slice(first, last + 1);
  const behind = words[last + 2];
  const gap = behind === undefined ? 0 : behind.start - words[last + 1]!.end;
  return (
    inside.every(({ pos, text }) => /^(NOUN|ADJ|PROPN)$/.test(pos) && /^\p{Ll}/u.test(text)) &&
    behind?.pos === 'NOUN' &&
    gap === 1
  );
}

/** "The ministry “strongly condemned” the launch": marks around a verb and an adverb leave it to its sentence. */
export function isVerbInMarks(words: readonly Word[], quotation: Quotation): boolean {
  const inside = words.filter((word) => word.start >= quotation.start && word.end <= quotation.end);
  return (
    quotation.closed &&
    inside.length > 0 &&
    inside.length <= 3 &&
    inside.every((word) => word.pos === 'VERB' || word.pos === 'ADV') &&
    inside.some((word) => word.pos === 'VERB' && cueTables().verbs.has(word.lemma))
  );
}
