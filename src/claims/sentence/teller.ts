import type { Attribution } from '../attribution/attribution.ts';
import type { Claimant } from '../model/claim.ts';

/** "He said the North had reportedly shipped shells": he passes it on as an allegation, so it is his. */
export function teller(
  chain: readonly Attribution[],
  source: Claimant,
): { inner: Attribution | undefined; outer: readonly Attribution[] } {
  const last = chain.at(-1);
  // "denied a story that alleged": nobody is named who alleges it, and what is reported is the denial.
  const denial = chain.findLast(({ reporting, dissenter }) => reporting === 'denies' && dissenter === undefined);
  if (denial !== undefined && denial !== last && last?.claimant.kind === 'unnamed')
    return { inner: denial, outer: chain.slice(0, chain.indexOf(denial)) };
  const above = chain.slice(0, -1);
  // "He had taken note of the allegation that": he does not make it.
  if (
    last?.claimant.name === 'unnamed' &&
    (last.construction === 'claim-noun' || /^(read|hear)$/.test(last.lemma)) &&
    last.dissenter === undefined
  )
    return { inner: last, outer: above };
  // "is allegedly held" in a paper of an authority or institute: it is the paper that alleges it; a newspaper passes it on.
  if (
    last !== undefined &&
    above.length === 0 &&
    source.kind !== 'newsroom' &&
    last.claimant.name === 'unnamed' &&
    last.dissenter === undefined &&
    /^(adverb|passive-report|accusation)$/.test(last.construction)
  )
    return { inner: { ...last, claimant: source, carried: false, speaker: 'source-itself' }, outer: [] };
  // "The minister alleged that the analysis showed": what the minister goes by, told as the minister's.
  const shown = above.findLast(({ claimant, dissenter }) => claimant.kind !== 'unnamed' && dissenter === undefined);
  if (last !== undefined && shown !== undefined && isBareEvidence(last))
    return { inner: { ...shown, content: last.content, carried: false }, outer: above.slice(0, above.indexOf(shown)) };
  const named = above.findLast(({ claimant, dissenter }) => claimant.name !== 'unnamed' && dissenter === undefined);
  if (last === undefined || last.claimant.name !== 'unnamed' || last.dissenter !== undefined || named === undefined)
    return { inner: last, outer: above };
  return {
    inner: {
      ...last,
      claimant: named.claimant,
      plural: named.plural,
      resolution: named.resolution,
      carried: named.carried,
      speaker: named.speaker,
      relay: named.relay,
      content: named.content,
    },
    outer: above.slice(0, above.indexOf(named)),
  };
}

/** "the analysis", "initial evidence": a paper or finding of which the text does not say whose it is. */
function isBareEvidence({ speaker, claimant }: Attribution): boolean {
  return (
    /^(document|sensor|unresolved)$/.test(speaker) &&
    /^(?:(?:the|an?|initial|preliminary|further|new|recent|available) )*(?:analysis|evidence|data|tests?|examination|inspection|findings?|inquir(?:y|ies)|investigations?|checks?)$/i.test(
      claimant.name,
    )
  );
}
