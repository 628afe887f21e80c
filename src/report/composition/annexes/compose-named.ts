import { printableText } from '../../../figures/drawing/markup.ts';
import { writeDate } from '../../../figures/drawing/words.ts';
import { claimantName } from '../../../findings/model/claimant-name.ts';
import type { ReportEntry, ReportLetter, ReportRelations, ReportSubject } from '../../model/named.ts';
import { writeDates, writeList } from '../../model/words.ts';
import { type Inline, type ManuscriptBlock, textOf } from '../manuscript.ts';
import { documentAnchor, documentNumber, type Writer } from '../writer.ts';

/** Whom and what the findings and proposals name: numbers, lists, and whether they were written to. */
export function composeNamed(
  subjects: readonly ReportSubject[],
  relations: ReportRelations | undefined,
  writer: Writer,
): readonly ManuscriptBlock[] {
  return [
    {
      kind: 'paragraph',
      number: null,
      text: textOf(
        'Names that the claims behind the findings and proposals of this report give to persons, entities, vessels and aircraft, as the documents write them. To stand here says nothing of what anybody did. Several spellings are one only where a person judged them to be; the same name in two documents may be that of two, and where one document gives a name with numbers or years of birth that differ, each stands in a row of its own.',
      ),
      aside: null,
    },
    {
      kind: 'table',
      dense: true,
      caption: 'Names, with numbers, entries of lists and letters',
      head: ['Name', 'Numbers', 'Lists', 'Letters'],
      rows: subjects.map((subject) => [
        [
          { kind: 'strong', text: printableText(subject.names[0] ?? '') },
          ...textOf(
            subject.names
              .slice(1)
              .map((name) => `; ${printableText(name)}`)
              .join(''),
          ),
          ...textOf(describeJudgements(subject.judgedBy)),
          ...subject.claims.map((claim) => writer.claimNote(claim)),
        ],
        describeNumbers(subject, writer),
        describeEntries(subject.entries, writer),
        textOf(describeLetters(subject.letters, writer.model.asOf)),
      ]),
    },
    ...(relations === undefined ? [] : composeRelations(relations, writer)),
  ];
}

/** By whose judgement several namings are one. */
function describeJudgements(judgedBy: ReportSubject['judgedBy']): string {
  const words = new Set(judgedBy.map(({ by, on }) => `${by} on ${writeDate(on)}`));
  return words.size === 0 ? '' : ` (judged to be one by ${printableText(writeList([...words]))})`;
}

const RELATIONS = 'What these claims say of pairs of names';

/** The relations drawn, and each in a row with the passages that state it. */
function composeRelations({ names, edges, leftOut }: ReportRelations, writer: Writer): readonly ManuscriptBlock[] {
  const nodes = names.map((name) => ({ name: printableText(name) }));
  return [
    writer.figure(RELATIONS, { kind: 'network', input: { title: RELATIONS, nodes, edges } }),
    {
      kind: 'table',
      dense: true,
      caption: 'The relations of the figure, each with the passages that state it',
      head: ['No.', 'Relation', 'Claims'],
      rows: edges.map(({ from, to, words, denied, claims }, at) => [
        textOf(String(at + 1)),
        textOf(
          `${printableText(names[from] ?? '')}: ${words} ${printableText(names[to] ?? '')}${denied ? ' (denied by somebody)' : ''}`,
        ),
        claims.flatMap((id, i): Inline[] => [
          ...textOf(`${i === 0 ? '' : ' '}${claimantName(writer.claim(id).claimant)}`),
          writer.claimNote(id),
        ]),
      ]),
    },
    ...(leftOut === 0
      ? []
      : [
          writer.paragraph(
            `${leftOut} more ${leftOut === 1 ? 'relation' : 'relations'} of others who are named ${leftOut === 1 ? 'is' : 'are'} not printed: one figure holds ${names.length} names.`,
          ),
        ]),
  ];
}

function describeNumbers({ identifiers }: ReportSubject, { model }: Writer): readonly Inline[] {
  return identifiers.flatMap(({ words, fault, documents }, at): Inline[] => [
    ...textOf(`${at === 0 ? '' : '; '}${words}${fault === null ? '' : ` (${fault})`} by `),
    ...documents.flatMap((document, i): Inline[] => [
      ...textOf(i === 0 ? '' : ', '),
      { kind: 'link', target: documentAnchor(document), text: documentNumber(document, model) },
    ]),
  ]);
}

function describeEntries(entries: readonly ReportEntry[], writer: Writer): readonly Inline[] {
  return entries.flatMap((entry, at): Inline[] => [
    ...textOf(at === 0 ? '' : ' '),
    ...textOf(`${decisionWords(entry)}.`),
    ...(entry.listing === null || entry.decision?.word !== 'true' || entry.decision.ofNameAlone
      ? []
      : listingWords(entry.listing, writer)),
  ]);
}

function decisionWords({ id, caption, decision, another, telling = [] }: ReportEntry): string {
  const entry = `${printableText(caption)} (${id})`;
  const told = telling.length === 0 ? '' : `: ${printableText(writeDates(telling.join('; ')))}`;
  if (decision === null && another)
    return `Another of this name than ${entry}, unless a number or date is wrong${told}`;
  if (decision === null) return `Nobody has decided whether it is ${entry}${told}`;
  const { word, ofNameAlone, isChanged } = decision;
  const by = `${ofNameAlone ? 'for the name alone ' : ''}by ${decision.by} on ${writeDate(decision.on)}`;
  const since = isChanged ? ', which has changed since' : '';
  switch (word) {
    case 'true':
      return `Decided ${by} to be ${entry}${since}`;
    case 'false':
      return `Decided ${by} not to be ${entry}${since}`;
    case 'unsure':
      return `Left open ${by} whether it is ${entry}${since}`;
  }
}

function listingWords(
  { from, to, paragraphs }: NonNullable<ReportEntry['listing']>,
  writer: Writer,
): readonly Inline[] {
  return [
    ...textOf(` That entry is listed from ${writeDate(from)}${to === null ? '' : ` to ${writeDate(to)}`}, under `),
    ...paragraphs.flatMap((paragraph, at): Inline[] => [
      ...textOf(at === 0 ? '' : ', '),
      ...writer.provision(paragraph),
    ]),
    ...textOf('.'),
  ];
}

const STANCES = { denies: ', and denies what is alleged', accepts: ', and accepts what is alleged', neither: '' };

function describeLetters(letters: readonly ReportLetter[], asOf: string): string {
  if (letters.length === 0) return 'No letter to this name is recorded.';
  return letters
    .map(({ sent, received, state, stance, shared }) => {
      const answer = {
        received: `replied on ${writeDate(received ?? '')}${stance === null ? '' : STANCES[stance]}`,
        overdue: `no reply by ${writeDate(asOf)}, after the deadline`,
        awaited: 'no reply yet',
      }[state];
      // By its name alone: whom of several that bear it a letter went to, the record does not say.
      const whose = shared ? ', which others bear too,' : '';
      return `A letter to this name${whose} was sent on ${writeDate(sent)}; ${answer}.`;
    })
    .join(' ');
}
