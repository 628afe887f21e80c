import { attributionList } from '../../lexicon/attribution-list.ts';
import { nounList } from '../../lexicon/vocabulary.ts';
import type { Claimant, ClaimantKind } from '../../model/claim.ts';
import type { Run } from '../../names/phrase.ts';
import { countryOf, headOf, makeClaimant, type Sentence, stripDeterminer } from '../../names/speaker-phrase.ts';
import type { Word } from '../../tokens/word.ts';
import type { SpeakerContext } from './speaker-context.ts';

export function isBodyNoun(lower: string): boolean {
  return (
    /^(group|organisation|organization|site|agency)$/.test(lower) ||
    attributionList('bodies').has(lower) ||
    nounList('newsroom').has(lower) ||
    nounList('company').has(lower) ||
    nounList('ngo').has(lower)
  );
}

/** "Wood Lane, a consultancy", "Marine Traffic, a ship-tracking site": what stands after the name says that it is a body. */
export function isBodyByApposition(words: readonly Word[], run: Run, apposition: Run | undefined): boolean {
  if (apposition === undefined) return false;
  // "An open-source organisation, Harbour Eye,": the noun before the name says it.
  const lead = words[headOf(words, stripDeterminer(words, run))]!;
  if (/^an?$/i.test(words[run.from]!.lower) && lead.pos === 'NOUN' && isBodyNoun(lead.lower)) return true;
  if (!/^(an?|the)$/.test(words[apposition.from]!.lower)) return false;
  const noun = words[headOf(words, stripDeterminer(words, apposition))]!.lower;
  return (
    isBodyNoun(noun) &&
    !words.slice(apposition.from, apposition.to).some(({ lower }) => nounList('official').has(lower))
  );
}

/** "a Kyodo report", "a press report", "the ministry statement": whose document it is stands before the noun. */
export function issuerWithin(
  sentence: Sentence,
  run: Run,
  context: SpeakerContext,
): Omit<Claimant, 'name'> | undefined {
  const { words, mentions } = sentence;
  const body = mentions.find(
    ({ from, to, kind }) =>
      from >= run.from && to <= run.to && /^(newsroom|ngo|company|state-organ|intergovernmental)$/.test(kind),
  );
  if (body !== undefined) return makeClaimant('', body.kind as ClaimantKind, body.country);
  const before = words[run.to - 1]?.lower ?? '';
  if (/^(press|media|news|newspaper)$/.test(before) && words[run.to]?.lower === 'report') return { kind: 'newsroom' };
  const organ = words.slice(run.from, run.to).some(({ lower }) => attributionList('issuing-organs').has(lower));
  const country = countryOf(sentence, run, undefined) ?? context.home;
  return organ ? makeClaimant('', 'state-organ', country) : undefined;
}
