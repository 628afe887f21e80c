import { formatDecimal } from '../../core/decimal.ts';
import { writeDate } from '../../figures/words.ts';
import type { Figure } from '../../findings/model/comparison.ts';
import type { Finding } from '../../findings/model/finding.ts';
import { type ReplyState, replyState } from '../../findings/model/hearing.ts';
import { stanceOf } from '../../findings/model/reply-stance.ts';
import { expertMandates, lastEnded } from '../../report/composition/compose-regime.ts';
import type { Prose, RegimeStatus, Run } from '../../report/model/model.ts';
import {
  findingStatusWords,
  numberWord,
  withArticle,
  writeCount,
  writeDates,
  writeList,
} from '../../report/model/words.ts';
import type { Derived } from '../derivation/derive.ts';

/** The report's first page in sentences: what is alleged, what the law says of it, who watches, what is contested, what may have drifted, and on what it rests. */
export function summaryOf(derived: Derived, regimes: readonly RegimeStatus[], asOf: string): readonly Prose[] {
  return [
    ...allegationSentences(derived),
    ...lawSentences(derived),
    ...regimes.flatMap((regime) => watchSentences(regime, asOf)),
    ...contestedSentences(derived),
    ...driftSentences(derived),
    ...hearingSentences(derived, asOf),
    intakeSentence(derived, asOf),
  ];
}

function allegationSentences({ findings }: Derived): readonly Prose[] {
  if (findings.length === 0) return ['The sources make no allegation that could be tested against the measures.'];
  const titles = findings.map(({ title }) => `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`);
  const counts = new Map<string, number>();
  for (const { status } of findings) counts.set(status, (counts.get(status) ?? 0) + 1);
  const statuses = [...counts].map(
    ([status, number]) => `${numberWord(number)} ${standingWords(status, number === 1)}`,
  );
  const standing =
    findings.length === 1
      ? `This allegation ${standingWords(findings[0]?.status ?? '', true)}.`
      : `Of these ${writeCount(findings.length, 'allegation')}, ${writeList(statuses)}.`;
  return [
    `The sources allege ${titles.length > 1 ? titles.slice(0, -1).join('; ') : titles.join('')}${titles.length > 1 ? `; and ${titles.at(-1)}` : ''}. ${standing}`,
  ];
}

/** "are contested", "rests on a single source". */
function standingWords(status: string, one: boolean): string {
  if (status === 'single-source') return `${one ? 'rests' : 'rest'} on a single source`;
  return `${one ? 'is' : 'are'} ${findingStatusWords(status).toLowerCase()}`;
}

/** Findings of one verdict in one sentence, with the paragraphs on which most of them rest. */
function lawSentences({ findings }: Derived): readonly Prose[] {
  const grave: readonly (readonly [Finding['assessment']['verdict'], string])[] = [
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
function commonGrounds(findings: readonly Finding[], verdict: string): readonly string[] {
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
function deniedSentences(findings: Derived['findings'], claims: Derived['claims']): string {
  const denials = new Set(claims.filter(({ polarity }) => polarity === 'denies').map(({ id }) => id));
  const deniersOf = ({ dissents, hearing }: Derived['findings'][number]): readonly string[] => [
    ...dissents.filter(({ claim }) => denials.has(claim)).map(({ by }) => by),
    ...hearing.replies.filter((reply) => stanceOf(reply) === 'denies').map(({ party }) => party),
  ];
  const groups = new Map<string, { readonly verb: string; readonly numbers: number[] }>();
  for (const [at, finding] of findings.entries()) {
    const deniers = [...new Set(deniersOf(finding))];
    if (deniers.length === 0) continue;
    const group = groups.get(writeList(deniers)) ?? { verb: deniers.length === 1 ? 'denies' : 'deny', numbers: [] };
    group.numbers.push(at + 1);
    groups.set(writeList(deniers), group);
  }
  return [...groups]
    .map(([deniers, { verb, numbers }]) => `${deniers} ${verb} what is alleged in ${writeNumbers(numbers)}. `)
    .join('');
}

function writeNumbers(numbers: readonly number[]): string {
  return `${numbers.length === 1 ? 'finding' : 'findings'} ${writeList(numbers.map(String))}`;
}

function contestedSentences({ topics, checks, findings, claims }: Derived): readonly Prose[] {
  const accepted = topics.filter(({ review }) => review === 'accepted');
  const contradicting = accepted
    .flatMap(({ relations }) => relations)
    .filter(({ relation }) => relation === 'contradicts');
  const denied = deniedSentences(findings, claims);
  const contradicted = checks.filter(({ relation }) => relation === 'contradicts').length;
  const figures =
    accepted.length === 0
      ? ''
      : `Of the figures on ${count(accepted.length, 'matter')} that a person laid side by side, ${contradicting.length === 0 ? 'no two exclude each other' : `${writeCount(contradicting.length, 'pair')} cannot both be right`}. `;
  const tested =
    checks.length === 0
      ? ''
      : `Of ${writeCount(checks.length, 'statement')} about decisions, votes and mandates, ${contradicted === 0 ? 'none is' : `${writeCount(contradicted, 'statement').split(' ')[0]} ${contradicted === 1 ? 'is' : 'are'}`} contradicted by the regime’s own data.`;
  const text = `${denied}${figures}${tested}`.trim();
  return text === '' ? [] : [text];
}

/** Who was given time to reply, and who let it pass (S/2006/997, paragraph 28). */
function hearingSentences({ findings }: Derived, asOf: string): readonly Prose[] {
  const replies = findings.flatMap(({ hearing }) => hearing.replies);
  if (replies.length === 0) return [];
  const inState = (state: ReplyState) => replies.filter((reply) => replyState(reply, asOf) === state);
  const overdue = [...new Set(inState('overdue').map(({ party }) => party))];
  const [came, awaited] = [inState('received').length, inState('awaited').length];
  const late = overdue.length === 0 ? '' : ` The deadline passed without a reply from ${writeList(overdue)}.`;
  return [
    `${count(replies.length, 'letter')} asked those named to reply: ${came === 0 ? 'no reply' : count(came, 'reply', 'replies')} came in${awaited === 0 ? '' : `, ${awaited} ${awaited === 1 ? 'is' : 'are'} awaited`}.${late}`,
  ];
}

/** Comparisons that nobody left out. */
function shown(topics: Derived['topics']): Derived['topics'] {
  return topics.filter(({ review }) => review !== 'left-out');
}

function driftSentences({ topics }: Derived): readonly Prose[] {
  const drifting = shown(topics).flatMap((topic) =>
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

function intakeSentence({ documents, claims, evidence }: Derived, asOf: string): Prose {
  const claimants = new Set(
    claims.filter(({ claimant }) => claimant.kind !== 'unnamed').map(({ claimant }) => claimant.name),
  );
  const refused = evidence.refusals.length;
  const late = documents.filter(({ published }) => published !== null && published > asOf);
  const after =
    late.length === 0
      ? ''
      : ` ${late.length === 1 ? 'One of the documents was' : `${count(late.length, 'document')} of them were`} published after ${writeDate(asOf)}, the day of this report: ${writeList(late.map((document) => `${documentTitle(document)} (${writeDate(document.published ?? asOf)})`))}.`;
  return `This report rests on ${count(documents.length, 'document')} with ${count(claims.length, 'claim')} by ${count(claimants.size, 'named claimant')}${
    refused === 0
      ? '.'
      : `; ${count(refused, 'entry', 'entries')} of the dossier ${refused === 1 ? 'was' : 'were'} refused and ${refused === 1 ? 'is' : 'are'} listed in an annex.`
  }${reviewSentence(claims)}${after}`;
}

/** Whether a person has looked at what the program read: said on the first page, since nobody reads an annex first. */
function reviewSentence(claims: Derived['claims']): string {
  const unread = claims.filter(({ status }) => status === 'proposed').length;
  if (claims.length === 0) return '';
  if (unread === claims.length)
    return ` No person has reviewed ${unread === 1 ? 'this claim' : 'any of these claims'}: ${unread === 1 ? 'it stands' : 'they stand'} as the program read ${unread === 1 ? 'it' : 'them'}.`;
  if (unread === 0) return ' Each claim was reviewed by a person.';
  return ` Of these claims, ${formatDecimal(String(unread))} ${unread === 1 ? 'stands' : 'stand'} as the program read ${unread === 1 ? 'it' : 'them'}; a person has reviewed the rest.`;
}

function documentTitle({ custody, layer }: Derived['documents'][number]): string {
  return custody.origin.title ?? layer.title ?? custody.origin.fileName;
}

/** Pairs of figures that exclude each other, and findings that a party denies. */
export function contestedPoints({ topics, findings }: Derived): readonly Prose[] {
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
  const denied = findings
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
export function singleSourcePoints({ findings }: Derived): readonly Prose[] {
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
  const points = shown(topics).flatMap((topic) =>
    topic.relations
      .filter(({ drift }) => drift)
      .map((pair): Prose => {
        const [a, b] = [figureOf(topic.figures, pair.a), figureOf(topic.figures, pair.b)];
        return [describeFigure(a), { claim: a.claim.id }, ` beside ${describeFigure(b)}`, { claim: b.claim.id }, '.'];
      }),
  );
  return atMost(points, 'pairs of figures');
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
