import type { ReportingClass } from '../lexicon/cue.ts';
import type { Claimant } from '../model/claim.ts';
import type { Speaker } from '../names/speaker-phrase.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import type { Attribution, Construction } from './attribution.ts';
import { topsOf } from './content.ts';

export const UNNAMED: Claimant = { name: 'unnamed', kind: 'unnamed' };

/** What a construction found, before it is an attribution. */
export type FoundAttribution = {
  readonly construction: Construction;
  readonly reporting: ReportingClass;
  readonly lemma: string;
  readonly cue: number;
  readonly speaker: Speaker | undefined;
  readonly content: readonly boolean[];
  readonly relay?: readonly Claimant[];
  readonly dissenter?: Claimant | undefined;
  readonly tops?: readonly number[];
};

export function makeAttribution(sentence: ParsedSentence, found: FoundAttribution): Attribution {
  const { speaker } = found;
  return {
    construction: found.construction,
    reporting: found.reporting,
    lemma: found.lemma,
    cue: found.cue,
    claimant: speaker?.claimant ?? UNNAMED,
    plural: speaker?.plural ?? false,
    resolution: speaker?.resolution ?? 'described',
    carried: speaker?.carried ?? false,
    speaker: speaker?.rule ?? 'unnamed',
    source: speaker?.run,
    relay: found.relay ?? [],
    content: found.content,
    tops: found.tops ?? topsOf(sentence, found.content),
    ...(found.dissenter === undefined ? {} : { dissenter: found.dissenter }),
  };
}
