import type { Claimant } from '../model/claim.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import type { Attribution } from './attribution.ts';

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
