import { formatDecimal } from '../../core/decimal.ts';
import { writeDate } from '../../figures/drawing/words.ts';
import type { Figure } from '../../findings/model/comparison.ts';
import type { ReplyState } from '../../findings/model/hearing.ts';
import { expertMandates, lastEnded } from '../../report/composition/compose-regime.ts';
import type { Prose, RegimeStatus, ReportCounts, ReportFinding, Run } from '../../report/model/model.ts';
import {
  capitalise,
  findingStatusWords,
  numberWord,
  withArticle,
  writeCount,
  writeDates,
  writeList,
} from '../../report/model/words.ts';
import type { Derived } from '../derivation/derive.ts';

/** What the first page is made of: the findings and proposals as the report prints them, and what they rest on. */
export type SummaryGrounds = {
  readonly derived: Derived;
  /** What a person made or accepted, in the order of the report. */
  readonly findings: readonly ReportFinding[];
  /** What the program alone proposes. */
  readonly proposed: readonly ReportFinding[];
  readonly counts: ReportCounts;
  readonly regimes: readonly RegimeStatus[];
  readonly asOf: string;
};

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

function findingSentences(findings: readonly ReportFinding[]): readonly Prose[] {
  if (findings.length === 0) return ['No person has made or accepted a finding for this report.'];
  const titles = findings.map(({ title }) => lowerFirst(title));
  const counts = new Map<string, number>();
  for (const { status } of findings) counts.set(status, (counts.get(status) ?? 0) + 1);
  const statuses = [...counts].map(
    ([status, number]) => `${numberWord(number)} ${standingWords(status, number === 1)}`,
  );
  const standing =
    findings.length === 1
      ? `It ${standingWords(findings[0]?.status ?? '', true)}.`
      : `Of these ${writeCount(findings.length, 'finding')}, ${writeList(statuses)}.`;
  return [
    `This report sets out ${findings.length === 1 ? 'one allegation' : `${numberWord(findings.length)} allegations`} that a person has made or accepted as ${findings.length === 1 ? 'a finding' : 'findings'}: ${titles.length > 1 ? titles.slice(0, -1).join('; ') : titles.join('')}${titles.length > 1 ? `; and ${titles.at(-1)}` : ''}. ${standing}`,
  ];
}

/** What nobody has reviewed, told apart on the first page: no verdict stands beside it. */
function proposalSentences(proposed: readonly ReportFinding[], found: number): readonly Prose[] {
  if (proposed.length === 0) return [];
  const one = proposed.length === 1;
  return [
    `${found === 0 ? 'The' : 'Beyond that, the'} program proposes ${one ? 'one matter' : `${numberWord(proposed.length)} matters`} for review, which no person has made or accepted; ${one ? 'it is no finding' : 'they are no findings'}, and ${one ? 'stands' : 'stand'} in a section of ${one ? 'its' : 'their'} own.`,
  ];
}

/** "are contested", "rests on a single source". */
function standingWords(status: string, one: boolean): string {
  if (status === 'single-source') return `${one ? 'rests' : 'rest'} on a single source`;
  return `${one ? 'is' : 'are'} ${findingStatusWords(status).toLowerCase()}`;
}

/** Findings of one verdict in one sentence, with the paragraphs on which most of them rest. */
function lawSentences(findings: readonly ReportFinding[]): readonly Prose[] {
  const grave: readonly (readonly [ReportFinding['assessment']['verdict'], string])[] = [
    ['prohibited', 'prohibited'],
    ['cap-exceeded', 'above the cap'],
    ['approval-required', 'subject to approval of the Committee'],
    ['notice-required', 'subject to notice'],
  ];
  const sentences = grave.flatMap(([verdict, words]): Prose[] => {
    const meant = findings.filter(({ assessment }) => assessment.verdict === verdict);
    if (meant.length === 0) return [];
    const cited = commonGrounds(meant, verdict);
    const under: Run[] = cited.flatMap((provision, i) => [
      ...(i === 0 ? [] : [i === cited.length - 1 ? ' and ' : ', ']),
      { provision },
    ]);
    const subject =
      meant.length === findings.length
        ? findings.length === 1
          ? 'what is alleged'
          : 'all that is alleged'
        : `${writeCount(meant.length, 'of them')}`.replace(/of thems?$/, 'of them');
    return [
      [
        `If ${subject.includes('alleged') || meant.length === 1 ? 'it' : 'they'} took place, ${subject} ${subject.startsWith('one ') || subject.includes('alleged') ? 'was' : 'were'} ${words}`,
        ...(under.length === 0 ? [] : [', chiefly under ', ...under]),
        '.',
      ],
    ];
  });
  const open = findings.filter(({ assessment }) => assessment.verdict === 'undetermined');
  if (open.length === 0) return sentences;
  return [
    ...sentences,
    `For ${writeList(open.map(({ title }) => `the ${title.slice(0, 1).toLowerCase()}${title.slice(1)}`))}, the law gives no answer yet: a fact that the test needs is missing, and the finding names it.`,
  ];
}

/** The three paragraphs that most findings of a verdict share. */
function commonGrounds(findings: readonly ReportFinding[], verdict: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const { assessment } of findings) {
    for (const { provision, effect } of assessment.grounds) {
      if (effect === verdict) counts.set(provision, (counts.get(provision) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([provision]) => provision);
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
    `On ${writeDate(asOf)}, ${count(inForce, 'paragraph')} of ${regime.name} ${inForce === 1 ? 'was' : 'were'} in force, and ${watched}${vetoed}.${beside}`,
  ];
}

/** Who denies which findings: a denial of one thing is none of another, and a doubt is no denial. */
function deniedSentences({ findings, proposed, derived }: SummaryGrounds): string {
  const denials = new Set(derived.claims.filter(({ polarity }) => polarity === 'denies').map(({ id }) => id));
  const deniersOf = ({ dissents, replies }: ReportFinding): readonly string[] => [
    ...dissents.filter(({ claim }) => denials.has(claim)).map(({ by }) => by),
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
  return [...groups]
    .map(([deniers, { verb, places }]) => {
      const named = [...places].map(([kind, numbers]) => writeNumbers(kind, numbers));
      return `${deniers} ${verb} what is alleged in ${writeList(named)}. `;
    })
    .join('');
}

function writeNumbers(kind: 'finding' | 'proposal', numbers: readonly number[]): string {
  return `${numbers.length === 1 ? kind : `${kind}s`} ${writeList(numbers.map(String))}`;
}

function contestedSentences(grounds: SummaryGrounds): readonly Prose[] {
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
      : `Of the figures on ${writeCount(accepted.length, 'matter')} that a person laid side by side, ${contradicting.length === 0 ? 'no two exclude each other' : `${writeCount(contradicting.length, 'pair')} cannot both be right`}. `;
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

/** Who was given time to reply, and who let it pass (S/2006/997, paragraph 28). */
function hearingSentences(findings: readonly ReportFinding[]): readonly Prose[] {
  const replies = findings.flatMap((finding) => finding.replies);
  if (replies.length === 0) return [];
  const inState = (state: ReplyState) => replies.filter((reply) => reply.state === state);
  const overdue = [...new Set(inState('overdue').map(({ party }) => party))];
  const [came, awaited] = [inState('received').length, inState('awaited').length];
  const late = overdue.length === 0 ? '' : ` The deadline passed without a reply from ${writeList(overdue)}.`;
  return [
    `Those named were asked to reply in ${writeCount(replies.length, 'letter')}. ${capitalise(came === 1 ? 'one reply' : `${numberWord(came)} replies`)} came in${awaited === 0 ? '' : `, and ${numberWord(awaited)} ${awaited === 1 ? 'is' : 'are'} awaited`}.${late}`,
  ];
}

function driftSentences({ topics }: Derived): readonly Prose[] {
  const drifting = standing(topics).flatMap((topic) =>
    topic.relations.filter(({ drift }) => drift).map((pair) => ({ pair, figures: topic.figures })),
  );
  if (drifting.length === 0) return [];
  const runs = drifting.slice(0, 3).flatMap(({ pair, figures }, i): Run[] => {
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

function intakeSentence({ documents }: Derived, counts: ReportCounts, asOf: string): Prose {
  const late = documents.filter(({ published }) => published !== null && published > asOf);
  const after =
    late.length === 0
      ? ''
      : ` ${late.length === 1 ? 'One of the documents was' : `${count(late.length, 'document')} of them were`} published after ${writeDate(asOf)}, the day of this report: ${writeList(late.map((document) => `${documentTitle(document)} (${writeDate(document.published ?? asOf)})`))}.`;
  const { refused } = counts;
  return `This report rests on ${count(counts.documents, 'document')} with ${count(counts.claims, 'claim')} by ${count(counts.claimants, 'named claimant')}${
    refused === 0
      ? '.'
      : `; ${count(refused, 'entry', 'entries')} of the dossier ${refused === 1 ? 'was' : 'were'} refused and ${refused === 1 ? 'is' : 'are'} listed in an annex.`
  }${unreadSentence(counts)}${reviewSentence(counts)}${after}`;
}

/** What lies in the documents and nobody has read: said beside the number of claims, which is otherwise taken for all there is. */
function unreadSentence({ unread, partlyRead }: ReportCounts): string {
  if (unread + partlyRead === 0) return '';
  const whole =
    unread === 0 ? [] : [`${numberWord(unread)} ${unread === 1 ? 'is' : 'are'} not read by the program at all`];
  const partly =
    partlyRead === 0 ? [] : [`${numberWord(partlyRead)} ${partlyRead === 1 ? 'is' : 'are'} read only in part`];
  return ` Of the documents, ${writeList([...whole, ...partly])}; an annex says which and why.`;
}

/** Whether a person has looked at what the program read: said on the first page, since nobody reads an annex first. */
function reviewSentence({ claims, unreviewed }: ReportCounts): string {
  if (claims === 0) return '';
  if (unreviewed === claims)
    return ` No person has reviewed ${claims === 1 ? 'this claim' : 'any of these claims'}: ${claims === 1 ? 'it stands' : 'they stand'} as the program read ${claims === 1 ? 'it' : 'them'}.`;
  if (unreviewed === 0) return ' Each claim was reviewed by a person.';
  return ` Of these claims, ${formatDecimal(String(unreviewed))} ${unreviewed === 1 ? 'stands' : 'stand'} as the program read ${unreviewed === 1 ? 'it' : 'them'}; a person has reviewed the rest.`;
}

function documentTitle({ custody, layer }: Derived['documents'][number]): string {
  return custody.origin.title ?? layer.title ?? custody.origin.fileName;
}

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
        { strong: finding.title },
        `: ${lowerFirst(writeDates(finding.statusReason))}`,
        ...finding.dissents.map(({ claim }) => ({ claim })),
      ],
    );
  return [...denied, ...atMost(figures, 'pairs of figures')];
}

/** Findings behind which only one origin stands. */
export function singleSourcePoints(findings: readonly ReportFinding[]): readonly Prose[] {
  return findings
    .filter(({ status }) => status === 'single-source' || status === 'alleged')
    .map(
      (finding): Prose => [
        { strong: finding.title },
        `: ${lowerFirst(writeDates(finding.statusReason))}`,
        ...finding.claims.slice(0, 3).map((claim) => ({ claim })),
      ],
    );
}

/** Figures that may be one figure told anew with another unit, hedge or subject. */
export function driftPoints({ topics }: Derived): readonly Prose[] {
  const points = standing(topics).flatMap((topic) =>
    topic.relations
      .filter(({ drift }) => drift)
      .map((pair): Prose => {
        const [a, b] = [figureOf(topic.figures, pair.a), figureOf(topic.figures, pair.b)];
        return [describeFigure(a), { claim: a.claim.id }, ` beside ${describeFigure(b)}`, { claim: b.claim.id }, '.'];
      }),
  );
  return atMost(points, 'pairs of figures');
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

function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
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
