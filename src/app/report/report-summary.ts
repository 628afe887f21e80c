import { writeDate } from '../../figures/drawing/words.ts';
import { expertMandates, lastEnded } from '../../report/composition/compose-regime.ts';
import type { Prose, RegimeStatus } from '../../report/model/model.ts';
import { countInDigits, withArticle, writeList } from '../../report/model/words.ts';
import { driftSentences } from './report-points.ts';
import { contestedSentences } from './summary-contested.ts';
import { findingSentences, hearingSentences, lawSentences, proposalSentences } from './summary-findings.ts';
import type { SummaryGrounds } from './summary-grounds.ts';
import { intakeSentence } from './summary-intake.ts';

/** The report's first page in sentences: what is found, what the law says of it, who watches, what is contested, what may have drifted, and on what it rests. */
export function summaryOf(grounds: SummaryGrounds): readonly Prose[] {
  const { derived, findings, proposed, counts, regimes, asOf } = grounds;
  return [
    ...findingSentences(findings),
    ...lawSentences(findings),
    ...proposalSentences(proposed, findings.length),
    ...regimes.flatMap((regime) => watchSentences(regime, asOf)),
    ...contestedSentences(grounds),
    ...driftSentences(derived),
    ...hearingSentences([...findings, ...proposed]),
    intakeSentence(derived, counts, asOf),
  ];
}

function watchSentences(regime: RegimeStatus, asOf: string): readonly Prose[] {
  const inForce = regime.provisions.filter((provision) => provision.inForce).length;
  const experts = expertMandates(regime);
  const panel = experts.filter(({ inForce: holds }) => holds).at(-1);
  const ended = lastEnded(experts, asOf);
  const outside = regime.mandates.filter(({ inForce: holds, outsideUn }) => holds && outsideUn);
  const watched =
    panel !== undefined
      ? `${withArticle(panel.body)} had the mandate to watch them${panel.to === null ? '' : ` until ${writeDate(panel.to)}`}`
      : `no expert body of the United Nations had a mandate to watch them${ended === null ? '' : `: that of ${withArticle(ended.body)} ended on ${writeDate(ended.to)}`}`;
  const vote = panel === undefined ? regime.decisions.find(({ symbol }) => symbol === regime.endedBy) : undefined;
  const vetoed =
    vote === undefined
      ? ''
      : ` after ${vote.symbol} was not adopted on ${writeDate(vote.date)}${vote.ballots !== null && vote.ballots.veto.length > 0 ? ` (veto: ${writeList(vote.ballots.veto)})` : ''}`;
  const beside =
    outside.length === 0
      ? ''
      : ` Outside the United Nations, ${writeList(outside.map(({ body }) => withArticle(body)))} reports.`;
  return [
    `On ${writeDate(asOf)}, ${countInDigits(inForce, 'paragraph')} of ${regime.name} ${inForce === 1 ? 'was' : 'were'} in force, and ${watched}${vetoed}.${beside}`,
  ];
}
