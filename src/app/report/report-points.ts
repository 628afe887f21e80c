import type { Figure } from '../../findings/model/comparison.ts';
import type { Prose, ProseRun, ReportFinding } from '../../report/model/model.ts';
import { printedTitle } from '../../report/model/printed-title.ts';
import { lowerFirst, writeDates } from '../../report/model/words.ts';
import type { Derived } from '../derivation/derive.ts';

/** Pairs of figures that exclude each other in comparisons that a person accepted, and findings that a party denies. */
export function contestedPoints({ topics }: Derived, found: readonly ReportFinding[]): readonly Prose[] {
  const figures = topics
    .filter(({ review }) => review === 'accepted')
    .flatMap((topic) =>
      topic.relations
        .filter(({ relation }) => relation === 'contradicts')
        .map((pair): Prose => {
          const [a, b] = [figureOf(topic.figures, pair.a), figureOf(topic.figures, pair.b)];
          return [
            describeFigure(a),
            { claim: a.claim.id },
            ` against ${describeFigure(b)}`,
            { claim: b.claim.id },
            '.',
          ];
        }),
    );
  const denied = found
    .filter(({ status }) => status === 'contested')
    .map(
      (finding): Prose => [
        { strong: printedTitle(finding) },
        `: ${lowerFirst(writeDates(finding.statusReason))}`,
        ...finding.dissents.map(({ claim }) => ({ claim })),
      ],
    );
  return [...denied, ...atMost(figures, 'pairs of figures')];
}

/** Findings behind which only one origin stands, whether or not somebody denies them. */
export function singleSourcePoints(findings: readonly ReportFinding[]): readonly Prose[] {
  return findings
    .filter(
      ({ status, onOneOrigin }) => status === 'single-source' || status === 'alleged' || onOneOrigin !== undefined,
    )
    .map(
      (finding): Prose => [
        { strong: printedTitle(finding) },
        `: ${lowerFirst(writeDates(finding.onOneOrigin ?? finding.statusReason))}`,
        ...finding.claims.slice(0, 3).map((claim) => ({ claim })),
      ],
    );
}

/** Figures that may be one figure told again with another unit, hedge or subject. */
export function driftPoints({ topics }: Derived): readonly Prose[] {
  const points = standing(topics).flatMap((topic) =>
    topic.relations
      .filter(({ drift }) => drift)
      .map((pair): Prose => {
        const [a, b] = [figureOf(topic.figures, pair.a), figureOf(topic.figures, pair.b)];
        return [
          describeFigure(a),
          { claim: a.claim.id },
          ` alongside ${describeFigure(b)}`,
          { claim: b.claim.id },
          '.',
        ];
      }),
  );
  return atMost(points, 'pairs of figures');
}

export function driftSentences({ topics }: Derived): readonly Prose[] {
  const drifting = standing(topics).flatMap((topic) =>
    topic.relations.filter(({ drift }) => drift).map((pair) => ({ pair, figures: topic.figures })),
  );
  if (drifting.length === 0) return [];
  const runs = drifting.slice(0, 3).flatMap(({ pair, figures }, i): ProseRun[] => {
    const [a, b] = [figureOf(figures, pair.a), figureOf(figures, pair.b)];
    return [
      ...(i === 0 ? [] : ['; ']),
      `“${a.quantity.raw}”`,
      { claim: a.claim.id },
      ` and “${b.quantity.raw}”`,
      { claim: b.claim.id },
    ];
  });
  return [
    [
      `${drifting.length === 1 ? 'One number appears' : 'Some numbers appear'} with different nouns and may have drifted in the retelling: `,
      ...runs,
      '.',
    ],
  ];
}

/** Comparisons that nobody left out. */
function standing(topics: Derived['topics']): Derived['topics'] {
  return topics.filter(({ review }) => review !== 'left-out');
}

/** How many points of one kind a reader is shown; the JSON form of the report holds every pair. */
const MOST_POINTS = 40;

function atMost(points: readonly Prose[], what: string): readonly Prose[] {
  if (points.length <= MOST_POINTS) return points;
  return [
    ...points.slice(0, MOST_POINTS),
    `${points.length - MOST_POINTS} more ${what} stand in the JSON form of this report.`,
  ];
}

function figureOf(figures: readonly Figure[], id: string): Figure {
  const figure = figures.find((one) => one.id === id);
  if (figure === undefined) throw new Error(`a relation names the figure ${id}, which is not in its topic`);
  return figure;
}

function describeFigure({ claim, quantity }: Figure): string {
  return `${claim.claimant.name} (“${quantity.raw}”)`;
}
