import type { Claim } from '../claims/claim.ts';

const SAYS: Readonly<Record<Claim['modality'], string>> = {
  states: 'states',
  assesses: 'assesses',
  alleges: 'alleges',
  intends: 'announces',
  'calls-for': 'calls for it',
};

/** "Ukrainian prosecutors allege, through Reuters, with the figure "around 50 times"": who says it and how, before the footnote that quotes it. */
export function describeParty(claim: Claim): string {
  const name = claim.claimant.kind === 'unnamed' ? 'An unnamed claimant' : claim.claimant.name;
  const verb = claim.polarity === 'denies' ? 'denies' : SAYS[claim.modality];
  const through = claim.relay.length === 0 ? '' : `, through ${claim.relay.map((relay) => relay.name).join(' and ')}`;
  const figures = claim.quantities.map(({ raw }) => `“${raw}”`);
  const counted =
    figures.length === 0 ? '' : `, with ${figures.length === 1 ? 'the figure' : 'the figures'} ${figures.join(', ')}`;
  return `${capitalise(name)} ${verb}${through}${counted}.`;
}

function capitalise(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
