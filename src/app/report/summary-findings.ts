import type { ReplyState } from '../../findings/model/hearing.ts';
import { verdictStretches } from '../../findings/model/verdict-stretch.ts';
import type { Prose, ProseRun, ReportFinding } from '../../report/model/model.ts';
import { stretchWords } from '../../report/model/verdict-words.ts';
import {
  capitalise,
  findingStatusWords,
  lowerFirst,
  numberWord,
  writeCount,
  writeList,
} from '../../report/model/words.ts';

export function findingSentences(findings: readonly ReportFinding[]): readonly Prose[] {
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

/** What nobody has reviewed, distinguished on the first page: no verdict stands beside it. */
export function proposalSentences(proposed: readonly ReportFinding[], found: number): readonly Prose[] {
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
export function lawSentences(findings: readonly ReportFinding[]): readonly Prose[] {
  const grave: readonly (readonly [ReportFinding['assessment']['verdict'], string])[] = [
    ['prohibited', 'prohibited'],
    ['cap-exceeded', 'above the cap'],
    ['approval-required', 'subject to approval of the Committee'],
    ['notice-required', 'subject to notice'],
  ];
  const steady = findings.filter((finding) => verdictStretches(finding).length === 1);
  const varied = findings
    .filter((finding) => !steady.includes(finding))
    .map(
      (finding): Prose =>
        `The measures changed in the time alleged for ${withArticle(finding.title)}: if it took place, ${verdictStretches(finding).map(stretchWords).join('; ')}.`,
    );
  const sentences = grave.flatMap(([verdict, words]): Prose[] => {
    const meant = steady.filter(({ assessment }) => assessment.verdict === verdict);
    if (meant.length === 0) return [];
    const cited = commonGrounds(meant, verdict);
    const under: ProseRun[] = cited.flatMap((provision, i) => [
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
  const open = steady.filter(({ assessment }) => assessment.verdict === 'undetermined');
  if (open.length === 0) return [...sentences, ...varied];
  return [
    ...sentences,
    ...varied,
    `For ${writeList(open.map(({ title }) => withArticle(title)))}, the law gives no answer yet: a fact that the test needs is missing, and the finding names it.`,
  ];
}

/** A title inside a sentence: whoever made the finding may have begun it with the article. */
function withArticle(title: string): string {
  return `the ${lowerFirst(title.replace(/^the\s+/i, ''))}`;
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

/** How many of those who were written to are named on the first page. */
const MOST_ASKED = 4;

/** Who was given time to reply, and who let it pass (S/2006/997, paragraph 28). */
export function hearingSentences(findings: readonly ReportFinding[]): readonly Prose[] {
  const replies = findings.flatMap((finding) => finding.replies);
  if (replies.length === 0) return [];
  const inState = (state: ReplyState) => replies.filter((reply) => reply.state === state);
  const overdue = [...new Set(inState('overdue').map(({ party }) => party))];
  const [came, awaited] = [inState('received').length, inState('awaited').length];
  const late = overdue.length === 0 ? '' : ` The deadline passed without a reply from ${writeList(overdue)}.`;
  const parties = [...new Set(replies.map(({ party }) => party))];
  const asked = parties.length > MOST_ASKED ? `${numberWord(parties.length)} of those named` : writeList(parties);
  return [
    `${capitalise(writeCount(replies.length, 'letter'))} asked ${asked} to reply. ${capitalise(came === 1 ? 'one reply' : `${numberWord(came)} replies`)} came in${awaited === 0 ? '' : `, and ${numberWord(awaited)} ${awaited === 1 ? 'is' : 'are'} awaited`}.${late}`,
  ];
}
