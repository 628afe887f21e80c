import { memoized } from '../../core/memoized.ts';
import type { ReportFinding } from '../model/model.ts';
import { writeDates } from '../model/words.ts';
import { citeProvisions } from './compose-measures.ts';
import { groundsThatDecide } from './deciding-grounds.ts';
import { findingAnchor, isProposed } from './finding-place.ts';
import { type Inline, type ManuscriptBlock, textOf } from './manuscript.ts';
import type { Writer } from './writer.ts';

const WAYS = { automatic: 'automatic', 'by-notice': 'by notice', 'by-approval': 'by approval of the Committee' };

/** Exemptions, and what was set aside, in one paragraph. */
export function composeAllowances(
  finding: ReportFinding,
  all: readonly ReportFinding[],
  writer: Writer,
): readonly ManuscriptBlock[] {
  const { assessment } = finding;
  const { considered } = assessment;
  const shown = new Set(groundsThatDecide(assessment).map(({ provision }) => provision));
  // An exemption of a paragraph that stands in no row would say that the paragraph is one on which this rests.
  const exemptions = assessment.exemptions.filter(({ of }) => of.some((provision) => shown.has(provision)));
  if (exemptions.length === 0 && considered.length === 0) return [];
  const examined = exemptions.flatMap(({ provision, how, met, of }, i) => {
    const lifted = of.filter((one) => shown.has(one));
    return [
      ...textOf(i === 0 ? 'Exemptions examined: ' : '; '),
      ...writer.provision(provision),
      ...textOf(` (${WAYS[how]})`),
      ...(lifted.length === shown.size ? [] : [...textOf(' of '), ...citeProvisions(lifted, writer)]),
      ...textOf(`, ${met ? 'stated as met' : 'not stated as met'}`),
    ];
  });
  return [
    writer.paragraph([
      ...examined,
      ...textOf(exemptions.length === 0 ? '' : '. '),
      ...(considered.length === 0 ? [] : setAside(finding, firstWithSame(finding, all), writer)),
    ]),
  ];
}

type Placed = { readonly finding: ReportFinding; readonly index: number };

/** The first finding of a list with the same paragraphs set aside for the same reasons. */
function firstWithSame(finding: ReportFinding, all: readonly ReportFinding[]): Placed {
  return firstByConsidered(all).get(consideredKey(finding)) ?? { finding, index: all.indexOf(finding) };
}

const consideredKey = memoized(({ assessment }: ReportFinding): string => JSON.stringify(assessment.considered));

const firstByConsidered = memoized((all: readonly ReportFinding[]): ReadonlyMap<string, Placed> => {
  const first = new Map<string, Placed>();
  for (const [index, finding] of all.entries()) {
    const key = consideredKey(finding);
    if (!first.has(key)) first.set(key, { finding, index });
  }
  return first;
});

/** What was set aside with its reason, once: a later finding with the same list names the finding that has it. */
function setAside(finding: ReportFinding, first: Placed, writer: Writer): readonly Inline[] {
  if (first.finding !== finding) {
    return [
      ...textOf('Considered and set aside: the same paragraphs, for the same reasons, as under '),
      {
        kind: 'link',
        target: findingAnchor(first.finding, first.index),
        text: `${isProposed(first.finding) ? 'Proposal' : 'Finding'} ${first.index + 1}`,
      },
      ...textOf('.'),
    ];
  }
  const reasons = new Map<string, string[]>();
  for (const { provision, reason } of finding.assessment.considered) {
    const short = shortReason(reason);
    reasons.set(short, [...(reasons.get(short) ?? []), provision]);
  }
  return [
    ...textOf('Considered and set aside: '),
    ...[...reasons].flatMap(([reason, ids], i) => [
      ...textOf(i === 0 ? '' : '; '),
      ...citeProvisions(ids, writer),
      ...textOf(` (${reason})`),
    ]),
    ...textOf('.'),
  ];
}

/** The reason without the words of the paragraph, which stand in the annex. Parentheses name a circumstance by its code. */
function shortReason(reason: string): string {
  const first = /^(?:No longer: .*|[^:.]+)/.exec(reason)?.[0] ?? reason;
  const words = first.replace(/ \(([a-z-]+)\)$/, (_, code: string) => `: ${code.replaceAll('-', ' ')}`);
  return writeDates(`${words.slice(0, 1).toLowerCase()}${words.slice(1)}`.replace(/\.$/, ''));
}
