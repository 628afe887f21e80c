import type { output, ZodType } from 'zod';
import { layoutKey } from '../../claims/tables/column-mapping.ts';
import type { Act, ActKind } from '../../record/log/act.ts';
import type { EventKind } from '../../tracks/detection/event/event.ts';
import { KIND_WORDS } from '../../tracks/words/event-words.ts';
import {
  acquiredBody,
  challengedBody,
  columnsBody,
  correctedBody,
  correctionBody,
  decidedBody,
  dossierBody,
  extractedBody,
  foundBody,
  gradedBody,
  judgedBody,
  judgedDocumentsBody,
  linkedBody,
  namesScreenedBody,
  policyBody,
  proposalReviewBody,
  publishedBody,
  type RefusedBody,
  recommendedBody,
  redactedBody,
  refusedBody,
  repliedBody,
  reviewedBody,
  sourceBody,
  undoneBody,
} from './act-body.ts';
import { eventJudgedBody } from './event-body.ts';
import type { AcquiredDocument, ActStamp, Gathering } from './gathering.ts';
import { heldListOf } from './held-list.ts';
import { type OpenBody, openBody } from './open-body.ts';
import { receivedBody } from './others-review.ts';
import { subjectJudgedBody } from './subject-body.ts';

/** One form that the body of an act may have, and what an act of this form adds to the evidence. */
export type ActForm = {
  readonly schema: ZodType;
  fold(into: Gathering, data: unknown, stamp: ActStamp, by: Act['by']): void;
};

export type ActKindRow = {
  /** Whether it is a person's word, which may be taken back: of all bodies, or by what they say. What came in, left or was withheld cannot. */
  readonly canBeUndone: boolean | ((body: OpenBody) => boolean);
  /** The act in one sentence. */
  summarise(body: OpenBody): string;
  /** Every form that its bodies have and that anything follows from; each is tried. */
  readonly forms: readonly ActForm[];
};

/**
 * All that the program knows of each kind of act: the forms of its body, whether it can be undone, its words, and how it folds
 * into the evidence. Total by type: a new kind of act does not compile before it has its row here.
 */
export const ACT_TABLE: { readonly [Kind in ActKind]: ActKindRow } = {
  acquired: {
    canBeUndone: false,
    summarise: (body) => {
      const origin = body.at('custody', 'origin');
      const name = origin.text('title') || origin.text('fileName') || body.text('document');
      return body.has('list')
        ? sentence(`A version of the list ${body.text('list', 'id')} came in: ${name}`)
        : body.has('tracks')
          ? sentence(`“${name}” came in as a file of ships' positions`)
          : sentence(`“${name}” came in as a document`);
    },
    forms: [
      form(acquiredBody, (into, { list, tracks, ...acquired }, { act, at }) => {
        const { document, custody } = acquired;
        if (list !== undefined) {
          const held = into.lists.get(document) ?? heldListOf({ act, ...acquired }, list, at);
          if (held !== null) into.lists.set(document, held);
          return;
        }
        if (tracks !== undefined) {
          if (!into.trackFiles.has(document)) into.trackFiles.set(document, { act, ...acquired, form: tracks.form });
        } else if (!into.documents.has(document)) into.documents.set(document, { act, ...acquired });
        into.refusals.delete(custody.origin.fileName);
        if (custody.origin.place !== null) into.refusals.delete(custody.origin.place);
      }),
    ],
  },
  refused: {
    canBeUndone: false,
    summarise: (body) => sentence(`Not taken in: ${body.text('name')}: ${body.text('message')}`),
    forms: [form(refusedBody, (into, body, { act }) => into.refusals.set(refusalKey(body), { ...body, act }))],
  },
  described: {
    // What columns are is one person's reading of headings; a source, a dossier or a policy is described again instead.
    canBeUndone: (body) => body.has('columns'),
    summarise: (body) =>
      body.has('columns')
        ? sentence(
            `The columns of a table were named: ${body.text('columns', 'headings', '0')} and ${nouns(body.count('columns', 'headings') - 1, 'more')}`,
          )
        : body.has('policy')
          ? sentence('The policy for witnesses was named')
          : body.has('source')
            ? sentence(`The source ${body.text('source', 'name')} was described`)
            : sentence(`The dossier “${body.text('dossier', 'title')}” was described`),
    forms: [
      form(policyBody, (into, { policy }) => {
        into.policy = policy.text;
      }),
      form(columnsBody, (into, { columns }) => into.columns.set(layoutKey(columns.headings), columns)),
      form(sourceBody, (into, { source }, _stamp, by) => {
        into.sources.set(source.id, source);
        if ('program' in by) into.statedSources.set(source.id, source);
      }),
      form(dossierBody, (into, { dossier }, { act }) => {
        if (into.dossier?.title !== dossier.title) into.dossierSince = act;
        into.dossier = dossier;
      }),
    ],
  },
  extracted: {
    canBeUndone: false,
    summarise: (body) =>
      `${body.text('claims')} claims were read in ${nouns(body.count('documents'), 'document')} by extractor ${body.text('extractor')}.`,
    forms: [form(extractedBody, () => undefined)],
  },
  reviewed: {
    canBeUndone: true,
    summarise: (body) =>
      body.has('target')
        ? sentence(
            `${body.text('target') === 'comparison' ? 'Comparison' : 'Finding'} ${body.text('status') === 'left-out' ? 'left out' : body.text('status')}: ${body.text('title') || body.text('id')}`,
          )
        : sentence(`Claim ${body.text('status')}: ${quoted(body.at('claim'))}`),
    forms: [
      form(reviewedBody, (into, body, stamp) => into.reviews.push({ ...body, ...stamp })),
      form(proposalReviewBody, (into, body, stamp) => into.proposalReviews.push({ ...body, ...stamp })),
    ],
  },
  graded: {
    canBeUndone: true,
    summarise: (body) => sentence(`Claim graded ${body.text('credibility')}: ${quoted(body.at('claim'))}`),
    forms: [form(gradedBody, (into, body, stamp) => into.grades.push({ ...body, ...stamp }))],
  },
  linked: {
    canBeUndone: true,
    summarise: (body) => {
      const [a, b] = [body.at('claims', '0'), body.at('claims', '1')];
      return sentence(`${LINKED[body.text('judgement')] ?? 'Linked'}: ${quoted(a)} and ${quoted(b)}`);
    },
    forms: [form(linkedBody, (into, body, stamp) => into.links.push({ ...body, ...stamp }))],
  },
  judged: {
    canBeUndone: true,
    summarise: (body) =>
      body.has('documents')
        ? sentence(
            `The documents ${body.text('documents', '0').slice(0, 19)} and ${body.text('documents', '1').slice(0, 19)}: ${JUDGED[body.text('judgement')] ?? body.text('judgement')}`,
          )
        : sentence(
            `${body.text('origins', '0')} and ${body.text('origins', '1')}: ${JUDGED[body.text('judgement')] ?? body.text('judgement')}`,
          ),
    forms: [
      form(judgedBody, (into, body, stamp) => into.judgements.push({ ...body, ...stamp })),
      form(judgedDocumentsBody, (into, body, stamp) => into.judgedDocuments.push({ ...body, ...stamp })),
    ],
  },
  'subject-judged': {
    canBeUndone: true,
    summarise: (body) =>
      sentence(
        `${SUBJECTS[body.text('judgement')] ?? 'Judged'}: ${named(body.at('named', '0'))} and ${named(body.at('named', '1'))}`,
      ),
    forms: [form(subjectJudgedBody, (into, body, stamp) => into.subjectJudgements.push({ ...body, ...stamp }))],
  },
  'event-judged': {
    canBeUndone: true,
    summarise: (body) => {
      const event = body.at('event');
      const ships = event.text('vessels', '0', 'mmsi');
      const other = event.text('vessels', '1', 'mmsi');
      return sentence(
        `Judged ${body.text('judgement')}: ${KIND_WORDS[event.text('kind') as EventKind] ?? 'event'}, MMSI ${ships}${other === '' ? '' : ` and ${other}`}, ${event.text('from')} to ${event.text('to')}`,
      );
    },
    forms: [form(eventJudgedBody, (into, body, stamp) => into.eventJudgements.set(body.key, { ...body, ...stamp }))],
  },
  found: {
    canBeUndone: true,
    summarise: (body) => sentence(`A finding was made: ${body.text('finding', 'title')}`),
    forms: [form(foundBody, (into, body, stamp) => into.found.push({ ...body, ...stamp }))],
  },
  replied: {
    canBeUndone: true,
    summarise: (body) =>
      sentence(
        body.text('received') === ''
          ? `${body.text('party')} was written to about “${body.text('finding', 'title')}”`
          : `${body.text('party')} replied about “${body.text('finding', 'title')}”`,
      ),
    forms: [form(repliedBody, (into, body, stamp) => into.replies.push({ ...body, ...stamp }))],
  },
  challenged: {
    canBeUndone: true,
    summarise: (body) => sentence(`${body.text('from')} challenged “${body.text('finding', 'title')}”`),
    forms: [form(challengedBody, (into, body, stamp) => into.challenges.push({ ...body, ...stamp }))],
  },
  corrected: {
    canBeUndone: true,
    summarise: (body) =>
      body.has('finding')
        ? sentence(`“${body.text('finding', 'title')}” was corrected: ${body.text('reason')}`)
        : sentence(`Facts about the document ${body.text('document').slice(0, 19)} were put right`),
    forms: [
      form(correctionBody, (into, body, stamp) => into.corrections.push({ ...body, ...stamp })),
      form(correctedBody, (into, body) => {
        const [known, tracks] = [into.documents.get(body.document), into.trackFiles.get(body.document)];
        const corrected = <Held extends AcquiredDocument>(held: Held): Held => ({
          ...held,
          custody: { ...held.custody, origin: { ...held.custody.origin, ...body.origin } },
        });
        if (known !== undefined) into.documents.set(known.document, corrected(known));
        if (tracks !== undefined) into.trackFiles.set(tracks.document, corrected(tracks));
      }),
    ],
  },
  recommended: {
    canBeUndone: true,
    summarise: (body) => sentence(`Recommended to ${body.text('addressee')}: ${body.text('text')}`),
    forms: [form(recommendedBody, (into, body, stamp) => into.recommendations.push({ ...body, ...stamp }))],
  },
  undone: {
    canBeUndone: true,
    summarise: (body) => sentence(`${body.text('undoes')} was taken back`),
    // What it takes back, the act itself says by what it supersedes (superseded-acts.ts).
    forms: [form(undoneBody, () => undefined)],
  },
  screened: {
    canBeUndone: false,
    summarise: (body) =>
      body.has('named')
        ? `${nouns(body.count('named', 'answers'), 'name')} of the claims asked of ${nouns(body.count('named', 'lists'), 'list version')}.`
        : `${nouns(body.count('answers'), 'question')} asked of ${nouns(body.count('lists'), 'list version')}.`,
    forms: [form(namesScreenedBody, (into, body, stamp) => into.namesScreened.push({ ...body, ...stamp }))],
  },
  decided: {
    canBeUndone: true,
    summarise: (body) =>
      sentence(
        `${DECIDED[body.text('decision')] ?? 'Decided on'} ${body.text('entity', 'caption')} (${body.text('entity', 'id')})`,
      ),
    forms: [form(decidedBody, (into, body, stamp) => into.decisions.push({ ...body, ...stamp }))],
  },
  published: {
    canBeUndone: false,
    summarise: (body) =>
      body.text('symbol') === ''
        ? 'A report left the workspace.'
        : sentence(
            `The report ${body.text('symbol')} was written in ${nouns(body.count('files'), 'format')}, with ${nouns(body.count('findings'), 'finding')}`,
          ),
    forms: [form(publishedBody, () => undefined)],
  },
  redacted: {
    canBeUndone: false,
    summarise: (body) =>
      sentence(
        `${nouns(body.count('acts'), 'act')} and ${nouns(body.count('documents'), 'document')} withheld: ${body.text('reason')}`,
      ),
    forms: [
      form(redactedBody, (into, { documents }, { act }) => {
        for (const document of documents) into.withheld.set(document, act);
      }),
    ],
  },
  followed: {
    canBeUndone: false,
    summarise: (body) =>
      sentence(
        body.text('state') === 'good'
          ? `The log of ${body.text('name')} was looked at: ${body.text('size')} acts`
          : `The log of ${body.text('name')} was looked at, and does not hold (${body.text('state')})`,
      ),
    // Another's word is no evidence here (app/exchange/).
    forms: [],
  },
  received: {
    canBeUndone: false,
    summarise: (body) => sentence(`An act of ${body.text('from', 'name')} was received`),
    // Another's word is no evidence here; what others think of a claim is told next to it.
    forms: [form(receivedBody, (into, body, { act }) => into.othersActs.push({ act, received: body }))],
  },
  shared: {
    canBeUndone: false,
    summarise: (body) =>
      body.has('export')
        ? sentence(
            `An export (${body.text('export', 'format')}) of ${nouns(body.count('export', 'documents'), 'document')} left the workspace`,
          )
        : sentence(`Acts left the workspace (${body.text('publication', 'way') || body.text('to')})`),
    forms: [],
  },
  continued: {
    canBeUndone: false,
    summarise: (body) =>
      sentence(`This log goes on where ${body.text('from', 'origin')} ended, at ${body.text('size')} acts`),
    forms: [],
  },
  'key-named': {
    canBeUndone: false,
    summarise: (body) =>
      sentence(
        `The key ${body.text('vkey').split('+').slice(0, 2).join('+')} signs from here on: ${body.text('reason')}`,
      ),
    // The record itself reads it (record/keys/key-history.ts).
    forms: [],
  },
};

/**
 * An act in one sentence. A record may come from someone else, so nothing of a body is taken for granted: what is missing
 * is left out of the sentence.
 */
export function summariseAct({ kind, body }: Act): string {
  return rowOf(kind)?.summarise(openBody(body)) ?? `An act of kind "${kind}".`;
}

export function canBeUndone({ kind, body }: Act): boolean {
  const can = rowOf(kind)?.canBeUndone ?? false;
  return typeof can === 'boolean' ? can : can(openBody(body));
}

/** The row of a kind; undefined for kinds that a later program may have logged. */
export function rowOf(kind: string): ActKindRow | undefined {
  return Object.hasOwn(ACT_TABLE, kind) ? ACT_TABLE[kind as ActKind] : undefined;
}

function form<Schema extends ZodType>(
  schema: Schema,
  fold: (into: Gathering, data: output<Schema>, stamp: ActStamp, by: Act['by']) => unknown,
): ActForm {
  return { schema, fold: (into, data, stamp, by) => void fold(into, data as output<Schema>, stamp, by) };
}

/** A file is refused for one reason at a time; a line of a dossier may have several faults. */
function refusalKey({ name, code, message }: RefusedBody): string {
  return code === 'bad-dossier' ? `${name}\n${message}` : name;
}

function quoted(claim: OpenBody): string {
  return `${claim.text('claimant', 'name')}: “${claim.text('quote')}”`;
}

function named(subject: OpenBody): string {
  return subject.text('name') === ''
    ? `${subject.text('identifiers', '0', 'scheme')} ${subject.text('identifiers', '0', 'value')}`
    : `“${subject.text('name')}”`;
}

function nouns(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function sentence(text: string): string {
  return /[.…?!”]$/.test(text) ? text : `${text}.`;
}

const LINKED: Readonly<Record<string, string>> = {
  same: 'One event',
  different: 'Different events',
  unsure: 'Perhaps one event',
};

const SUBJECTS: Readonly<Record<string, string>> = {
  same: 'One subject',
  different: 'Different subjects',
  unsure: 'Perhaps one subject',
};

const JUDGED: Readonly<Record<string, string>> = {
  derives: 'one has its statement from the other',
  'common-control': 'both are under one control',
  independent: 'independent of each other',
};

const DECIDED: Readonly<Record<string, string>> = {
  true: 'The one asked for is',
  false: 'The one asked for is not',
  unsure: 'Left open whether the one asked for is',
};
