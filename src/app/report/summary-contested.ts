import { claimantName } from '../../findings/model/claimant-name.ts';
import type { Prose, ReportFinding } from '../../report/model/model.ts';
import { writeCount, writeList } from '../../report/model/words.ts';
import type { SummaryGrounds } from './summary-grounds.ts';

export function contestedSentences(grounds: SummaryGrounds): readonly Prose[] {
  const { topics, checks } = grounds.derived;
  const accepted = topics.filter(({ review }) => review === 'accepted');
  const open = topics.filter(({ review }) => review === 'proposed').length;
  const contradicting = accepted
    .flatMap(({ relations }) => relations)
    .filter(({ relation }) => relation === 'contradicts');
  const denied = deniedSentences(grounds);
  const contradicted = checks.filter(({ relation }) => relation === 'contradicts').length;
  const figures =
    accepted.length === 0
      ? ''
      : `Of the figures on ${writeCount(accepted.length, 'matter')} of which a person accepted the comparison, ${contradicting.length === 0 ? 'the program reads no two as excluding each other' : `the program reads ${writeCount(contradicting.length, 'pair')} as excluding each other, if the two are of one thing; each row says of what it is`}. `;
  const waiting =
    open === 0
      ? ''
      : `Figures on ${writeCount(open, 'matter')} are laid side by side by the program, and nobody has reviewed whether they count the same. `;
  const tested =
    checks.length === 0
      ? ''
      : `Of ${writeCount(checks.length, 'statement')} about decisions, votes and mandates, ${contradicted === 0 ? 'none is' : `${writeCount(contradicted, 'statement').split(' ')[0]} ${contradicted === 1 ? 'is' : 'are'}`} contradicted by the regime’s own data.`;
  const text = `${denied}${figures}${waiting}${tested}`.trim();
  return text === '' ? [] : [text];
}

/** Who denies which findings: a denial of one thing is none of another, and a doubt is no denial. */
function deniedSentences({ findings, proposed, derived }: SummaryGrounds): string {
  const denials = new Map(
    derived.claims.filter(({ polarity }) => polarity === 'denies').map((claim) => [claim.id as string, claim.claimant]),
  );
  const deniersOf = ({ dissents, replies }: ReportFinding): readonly string[] => [
    ...dissents.flatMap(({ claim }) => {
      const denier = denials.get(claim);
      return denier === undefined ? [] : [claimantName(denier)];
    }),
    ...replies.filter(({ stance }) => stance === 'denies').map(({ party }) => party),
  ];
  const groups = new Map<string, { readonly verb: string; readonly places: Map<'finding' | 'proposal', number[]> }>();
  const gather = (some: readonly ReportFinding[], kind: 'finding' | 'proposal'): void => {
    for (const [at, finding] of some.entries()) {
      const deniers = [...new Set(deniersOf(finding))];
      if (deniers.length === 0) continue;
      const name = writeList(deniers);
      const group = groups.get(name) ?? { verb: deniers.length === 1 ? 'denies' : 'deny', places: new Map() };
      group.places.set(kind, [...(group.places.get(kind) ?? []), at + 1]);
      groups.set(name, group);
    }
  };
  gather(findings, 'finding');
  gather(proposed, 'proposal');
  const onProposals = [...groups].filter(([, { places }]) => !places.has('finding'));
  const unnamed = new Map(onProposals.slice(MOST_NAMED));
  const sentences = [...groups]
    .filter(([deniers]) => !unnamed.has(deniers))
    .map(([deniers, { verb, places }]) => {
      const named = [...places].map(([kind, numbers]) => writeNumbers(kind, numbers));
      return `What ${deniers} ${verb} can be what is alleged in ${writeList(named)}. `;
    });
  const more = [...unnamed.values()].reduce((sum, { places }) => sum + (places.get('proposal')?.length ?? 0), 0);
  if (more > 0)
    sentences.push(
      `What others deny can be what is alleged in ${writeCount(more, 'more proposal')}, each of which names them. `,
    );
  return sentences.join('');
}

/** How many groups of parties the first page names whose denials concern proposals alone. */
const MOST_NAMED = 8;

function writeNumbers(kind: 'finding' | 'proposal', numbers: readonly number[]): string {
  return `${numbers.length === 1 ? kind : `${kind}s`} ${writeList(numbers.map(String))}`;
}
