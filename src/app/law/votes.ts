import { pagesOf } from '../../figures/drawing/source-words.ts';
import { votesOf } from '../../regime/answer.ts';
import { loadKnownRegime } from '../regimes.ts';

export { countBallotsFile } from './assess.ts';

export type VoteRow = ReturnType<typeof votesOf>[number] & { readonly lines: readonly string[] };

/** The votes of a regime's decisions, or the one of a symbol, with the ballots in lines. @throws RegimeError `regime-unknown` */
export async function describeVotes(request: {
  regime: string;
  symbol?: string | undefined;
}): Promise<readonly VoteRow[]> {
  return votesOf(loadKnownRegime(request.regime), request.symbol).map((vote) => ({ ...vote, lines: linesOf(vote) }));
}

const BALLOT_WORDS = { yes: 'in favour', no: 'against', abstain: 'abstained', absent: 'absent' } as const;

function linesOf(vote: ReturnType<typeof votesOf>[number]): readonly string[] {
  const heading = `${vote.id}, ${vote.date}: ${vote.title}`;
  const ballots = (Object.keys(BALLOT_WORDS) as (keyof typeof BALLOT_WORDS)[]).flatMap((kind) => {
    const members = (vote.ballots ?? []).filter(({ ballot }) => ballot === kind);
    if (members.length === 0) return [];
    const names = members.map(({ member, permanent }) => (permanent ? `${member}*` : member));
    return [`  ${BALLOT_WORDS[kind]} (${members.length}): ${names.join(', ')}`];
  });
  const footing = ballots.length > 0 ? ['  * permanent member'] : [];
  const pages = pagesOf(vote.id, vote.source, vote.evidence).map(({ address, words }) => `  ${address} (${words})`);
  return [heading, vote.reason, ...ballots, ...footing, `  evidence: ${vote.evidence}`, ...pages];
}
