import { formatDecimal } from '../core/decimal.ts';
import type { Figure } from '../findings/comparison-topic.ts';
import type { Prose, RegimeStatus } from '../report/model.ts';
import type { Derived } from './derive.ts';

/** The report's first page in sentences: what came in, what the law says of it, who watches, what is contested. */
export function summaryOf(derived: Derived, regimes: readonly RegimeStatus[], asOf: string): readonly Prose[] {
  return [
    intakeSentence(derived),
    ...regimes.flatMap((regime) => regimeSentences(regime, asOf)),
    ...findingSentences(derived),
    ...figureSentences(derived),
    ...contradictionSentences(derived),
  ];
}

function intakeSentence({ documents, claims, evidence }: Derived): Prose {
  const claimants = new Set(
    claims.filter(({ claimant }) => claimant.kind !== 'unnamed').map(({ claimant }) => claimant.name),
  );
  const refused = evidence.refusals.length;
  return `This report rests on ${count(documents.length, 'document')} with ${count(claims.length, 'claim')} by ${count(claimants.size, 'named claimant')}${
    refused === 0
      ? '.'
      : `; ${count(refused, 'entry', 'entries')} of the dossier ${refused === 1 ? 'was' : 'were'} refused and ${refused === 1 ? 'is' : 'are'} listed in an annex.`
  }`;
}

function regimeSentences(regime: RegimeStatus, asOf: string): readonly Prose[] {
  const inForce = regime.provisions.filter((provision) => provision.inForce).length;
  const panel = regime.mandates.filter(
    ({ inForce: holds, outsideUn, body }) => holds && !outsideUn && body !== regime.committee,
  );
  const outside = regime.mandates.filter(({ inForce: holds, outsideUn }) => holds && outsideUn);
  const watched =
    panel.length > 0
      ? `the ${panel.at(-1)?.body} has a mandate to watch until ${panel.at(-1)?.to}`
      : `no U.N. expert body has a mandate to watch${regime.endedBy === null ? '' : `, since the vote on ${regime.endedBy}`}`;
  const beside =
    outside.length === 0 ? '' : `; outside the U.N. ${outside.map(({ body }) => `the ${body}`).join(' and ')} reports`;
  return [
    `On ${asOf}, ${count(inForce, 'provision')} of the regime ${regime.name} ${inForce === 1 ? 'is' : 'are'} in force; ${watched}${beside}.`,
  ];
}

function findingSentences({ findings }: Derived): readonly Prose[] {
  return findings
    .filter(({ assessment }) => assessment.verdict === 'prohibited' || assessment.verdict === 'cap-exceeded')
    .slice(0, 4)
    .map((finding): Prose => {
      const grounds = finding.assessment.grounds
        .filter(({ effect }) => effect === finding.assessment.verdict)
        .slice(0, 4);
      const status = {
        alleged: 'alleged',
        'single-source': 'from a single origin',
        corroborated: 'corroborated',
        contested: 'contested',
        withdrawn: 'withdrawn',
      };
      return [
        { strong: finding.title },
        ` (${count(finding.claims.length, 'claim')}, ${status[finding.status]}): if true, ${finding.assessment.verdict === 'prohibited' ? 'prohibited' : 'above the cap'} under `,
        ...grounds.flatMap((ground, at) => [...(at === 0 ? [] : [', ']), { provision: ground.provision }]),
        '.',
      ];
    });
}

function figureSentences({ topics }: Derived): readonly Prose[] {
  const pairs = topics.flatMap(({ relations }) => relations);
  const contradicting = pairs.filter(({ relation }) => relation === 'contradicts').length;
  const drifting = pairs.filter(({ drift }) => drift).length;
  if (pairs.length === 0) return [];
  return [
    `Figures on ${count(topics.length, 'matter')} are laid side by side; ${contradicting === 0 ? 'no two of them exclude each other' : `${count(contradicting, 'pair')} exclude each other`}${
      drifting === 0 ? '' : `, and ${count(drifting, 'pair')} may be one figure told with another unit or subject`
    }.`,
  ];
}

function contradictionSentences({ checks }: Derived): readonly Prose[] {
  const contradicted = checks.filter(({ relation }) => relation === 'contradicts').length;
  if (checks.length === 0) return [];
  return [
    `${count(checks.length, 'statement')} about decisions, votes and mandates ${checks.length === 1 ? 'was' : 'were'} held against the regime data; ${
      contradicted === 0
        ? 'none is contradicted'
        : `${contradicted} ${contradicted === 1 ? 'is' : 'are'} contradicted and marked`
    }.`,
  ];
}

/** Pairs of figures that exclude each other, and findings that a party denies. */
export function contestedPoints({ topics, findings }: Derived): readonly Prose[] {
  const figures = topics.flatMap((topic) =>
    topic.relations
      .filter(({ relation }) => relation === 'contradicts')
      .map((pair): Prose => {
        const [a, b] = [figureOf(topic.figures, pair.a), figureOf(topic.figures, pair.b)];
        return [
          `${describeFigure(a)} `,
          { claim: a.claim.id },
          ' against ',
          `${describeFigure(b)} `,
          { claim: b.claim.id },
          `: ${pair.reason}`,
        ];
      }),
  );
  const denied = findings
    .filter(({ status }) => status === 'contested')
    .map(
      (finding): Prose => [
        { strong: finding.title },
        `: ${finding.statusReason} `,
        ...finding.dissents.map(({ claim }) => ({ claim })),
      ],
    );
  return [...denied, ...figures];
}

/** Findings behind which only one origin stands. */
export function singleSourcePoints({ findings }: Derived): readonly Prose[] {
  return findings
    .filter(({ status }) => status === 'single-source' || status === 'alleged')
    .map(
      (finding): Prose => [
        { strong: finding.title },
        `: ${finding.statusReason} `,
        ...finding.claims.slice(0, 3).map((claim) => ({ claim })),
      ],
    );
}

/** Figures that may be one figure told anew with another unit, hedge or subject. */
export function driftPoints({ topics }: Derived): readonly Prose[] {
  return topics.flatMap((topic) =>
    topic.relations
      .filter(({ drift }) => drift)
      .map((pair): Prose => {
        const [a, b] = [figureOf(topic.figures, pair.a), figureOf(topic.figures, pair.b)];
        return [
          `${describeFigure(a)} `,
          { claim: a.claim.id },
          ' beside ',
          `${describeFigure(b)} `,
          { claim: b.claim.id },
          `: ${pair.reason}`,
        ];
      }),
  );
}

function figureOf(figures: readonly Figure[], id: string): Figure {
  const figure = figures.find((one) => one.id === id);
  if (figure === undefined) throw new Error(`a relation names the figure ${id}, which is not in its topic`);
  return figure;
}

function describeFigure({ claim, quantity }: Figure): string {
  return `${claim.claimant.name} (“${quantity.raw}”)`;
}

function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${formatDecimal(String(number))} ${number === 1 ? noun : plural}`;
}
