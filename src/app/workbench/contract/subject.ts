import { z } from 'zod';
import { IDENTIFIER_SCHEMES, SUBJECT_KINDS } from '../../../subjects/model/mention.ts';
import { SUBJECT_JUDGEMENTS } from '../../../subjects/model/subject.ts';
import { RELATION_KINDS } from '../../../subjects/relations/relation-cues.ts';
import { claimRow, findingName } from './claim.ts';
import { get, post } from './endpoint.ts';
import { page } from './page.ts';
import { actLine, actsDone } from './record/act.ts';
import { day, emptyAsNone, filter, idParameter, pageQuery, signed } from './request.ts';
import { decisionRequest, questionFields, screeningDecision, screeningHit } from './screening.ts';
import { list, maybeText, text, texts } from './shape.ts';

const TAG = 'Subjects';

/** By a text's own words, by whose account it is, and by what claims say that they did. */
const RELATIONS = [...RELATION_KINDS, 'account', 'recipient', 'ship-to-ship', 'financier'] as const;

const kind = z.enum(SUBJECT_KINDS);
const identifier = z.object({ scheme: z.enum(IDENTIFIER_SCHEMES), value: text, valid: z.boolean().nullable() });

/** Who or what the documents name, as `panel subjects --json` prints it, with what a table shows beside it. */
const subjectRow = z
  .object({
    id: text,
    kind,
    names: texts,
    identifiers: list(identifier),
    mentions: z.int(),
    listed: list(z.object({ list: text, entityId: text, decision: screeningDecision.shape.decision.nullable() })),
    documents: z.int(),
    /** Claims that it makes or passes on. */
    claims: z.int(),
    /** Hits on which somebody has to look. */
    toDecide: z.int(),
  })
  .meta({ id: 'NamedSubjectRow' });
export type NamedSubjectRow = z.infer<typeof subjectRow>;

const facet = list(z.object({ value: text, count: z.int() }));

const subjectPage = page(subjectRow).extend({
  facets: z.object({ kind: facet }),
  /** Documents in which nobody was sought: finding names in them passed a limit of time or memory. */
  unread: z.int(),
});
export type SubjectPage = z.infer<typeof subjectPage>;

/** A place where a document names a subject, with the text around it. */
const passage = z.object({
  document: text,
  title: text,
  source: text,
  published: maybeText,
  start: z.int(),
  end: z.int(),
  before: text,
  text: text,
  after: text,
});
export type SubjectPassageView = z.infer<typeof passage>;

const proposalSide = z.object({
  /** The naming that is judged. */
  leaf: text,
  subject: text,
  kind,
  names: texts,
  identifiers: list(identifier),
  documents: z.int(),
  mentions: z.int(),
  /** A few of its passages. */
  passages: list(passage),
});
export type ProposalSide = z.infer<typeof proposalSide>;

/** Two subjects that may be one. */
const subjectProposal = z
  .object({
    id: text,
    reason: z.enum(['identifier', 'spelling', 'short-form', 'part-of-name', 'former-name', 'list-entry']),
    score: z.number(),
    words: text,
    sides: z.tuple([proposalSide, proposalSide]).readonly(),
  })
  .meta({ id: 'SubjectProposal' });
export type SubjectProposal = z.infer<typeof subjectProposal>;

const proposalPage = page(subjectProposal).extend({ facets: z.object({ reason: facet }) });
export type ProposalPage = z.infer<typeof proposalPage>;

const listing = z.object({
  authority: text,
  program: text,
  reference: text,
  listedOn: maybeText,
  delistedOn: maybeText,
  paragraphs: texts,
  days: list(z.object({ day: text, state: z.enum(['listed', 'not-yet', 'no-longer', 'no-day']) })),
});

/** An entry of a list that a subject may be, with the question that it answers and what was decided. */
const subjectHit = z.object({
  hit: screeningHit,
  question: z.object(questionFields),
  /** Whether somebody has to look at it: nobody has decided, or what was decided on has changed since. */
  open: z.boolean(),
  listing: listing.nullable(),
});
export type SubjectHitView = z.infer<typeof subjectHit>;

const queuedHit = subjectHit.extend({
  id: text,
  subject: z.object({ id: text, kind, names: texts, documents: z.int() }),
  passages: list(passage),
});
export type QueuedHit = z.infer<typeof queuedHit>;

const hitPage = page(queuedHit).extend({
  /** False where the workspace has no lists: then nobody was screened. */
  lists: z.boolean(),
  counts: z.object({ open: z.int(), decided: z.int() }),
});
export type HitPage = z.infer<typeof hitPage>;

const listVersion = z.object({ document: text, versionDate: maybeText });

/** What the last update of each list means for the subjects of this workspace. */
const listNews = z.object({
  updates: list(
    z.object({
      list: text,
      before: listVersion,
      after: listVersion,
      /** Entries that changed at all, whoever they are. */
      added: z.int(),
      removed: z.int(),
      changed: z.int(),
      /** Those of them that subjects may be, or were decided to be. */
      rows: list(
        z.object({
          change: z.enum(['added', 'removed', 'changed']),
          entityId: text,
          caption: text,
          fields: texts,
          subjects: list(
            z.object({
              id: text,
              name: text,
              decision: screeningDecision.shape.decision.nullable(),
              open: z.boolean(),
            }),
          ),
        }),
      ),
    }),
  ),
});
export type ListNews = z.infer<typeof listNews>;

const dated = z.object({
  from: text,
  to: maybeText,
  what: z.enum(['claim', 'document', 'listing']),
  words: text,
  /** Of the claim, document or entry. */
  id: text,
});
export type DatedFact = z.infer<typeof dated>;

const relationPassage = passage.extend({ claim: text, claimant: text, denied: z.boolean() });

/** Whom claims relate to a subject; `from` and `to` are places in `nodes`, the subject itself is the first. */
const subjectNetwork = z.object({
  nodes: list(z.object({ id: text, name: text, kind })),
  edges: list(
    z.object({ kind: z.enum(RELATIONS), words: text, from: z.int(), to: z.int(), passages: list(relationPassage) }),
  ),
  leftOut: z.int(),
});
export type SubjectNetworkView = z.infer<typeof subjectNetwork>;

const subjectDetail = z.object({
  row: subjectRow,
  /** Every spelling with how often and in how many documents it stands; 0 where only a claim's speaker is written so. */
  names: list(z.object({ name: text, mentions: z.int(), documents: z.int() })),
  identifiers: list(identifier.extend({ places: list(passage.extend({ claimants: texts })) })),
  parts: list(z.object({ leaf: text, document: text, title: text, name: maybeText, mentions: z.int() })),
  passages: list(passage),
  /** How many passages there are; the first of them come. */
  passagesInAll: z.int(),
  /** `no-lists`: the workspace has none; `not-asked`: nothing of it can be asked of a list, such as a person's family name alone. */
  screened: z.enum(['asked', 'not-asked', 'no-lists']),
  hits: list(subjectHit),
  claimsBy: list(claimRow),
  claimsAbout: list(claimRow),
  incidents: list(z.object({ id: text, title: text, from: maybeText, to: maybeText })),
  findings: list(findingName),
  accountOf: list(z.object({ id: text, name: text })),
  accounts: list(z.object({ id: text, name: text })),
  flags: list(z.object({ country: text, passages: list(relationPassage) })),
  network: subjectNetwork,
  timeline: list(dated),
  /** Judgements on its parts, and what took them back, in order. */
  history: list(actLine),
});
export type SubjectDetail = z.infer<typeof subjectDetail>;

/** A letter that is drafted; what is still to be filled in stands in brackets. */
const subjectLetter = z.object({
  date: text,
  to: text,
  opening: texts,
  statements: texts,
  closing: texts,
  from: text,
  /** What it may be about. */
  findings: list(findingName),
});
export type SubjectLetter = z.infer<typeof subjectLetter>;

/** Also of `GET /subjects/{id}/letter.docx`. */
export const letterQuery = z.object({ finding: filter, from: filter, deadline: emptyAsNone.pipe(day.optional()) });

/** Pairs of one act each; a key pressed on a selection makes as many. */
const MOST_PAIRS = 1000;

const subjectJudgementRequest = z.object({
  ...signed,
  pairs: z
    .array(z.object({ a: z.string().max(200), b: z.string().max(200) }))
    .min(1)
    .max(MOST_PAIRS)
    .readonly(),
  judgement: z.enum(SUBJECT_JUDGEMENTS),
});
export type SubjectJudgementRequest = z.input<typeof subjectJudgementRequest>;

export const SUBJECT_SORTS = ['mentions', 'documents', 'name'] as const;
const SORTS = [...SUBJECT_SORTS, ...SUBJECT_SORTS.map((name) => `-${name}` as const)] as const;

export const subjectEndpoints = {
  page: get('/subjects', {
    tag: TAG,
    summary: 'Who and what the documents name',
    query: z.object({
      kind: filter,
      q: filter,
      document: filter,
      /** Those that a claim names, or that make it. */
      claim: filter,
      /** The same for all claims that a finding, or an incident, rests on. */
      finding: filter,
      incident: filter,
      /** `open`: with a hit to look at; `listed`: decided to be on a list; `none`: asked of the lists, and no hit. */
      listed: z
        .enum(['', 'open', 'listed', 'none'])
        .transform((value) => (value === '' ? undefined : value))
        .optional(),
      sort: z.enum(SORTS).optional(),
      ...pageQuery,
    }),
    answer: subjectPage,
  }),
  proposals: get('/subjects/proposals', {
    tag: TAG,
    summary: 'What may be one subject and is not decided, the surest first',
    query: z.object({ reason: filter, kind: filter, subject: filter, ...pageQuery }),
    answer: proposalPage,
  }),
  hits: get('/subjects/hits', {
    tag: TAG,
    summary: 'Entries of the lists that subjects may be',
    query: z.object({ state: z.enum(['open', 'decided']).optional(), kind: filter, ...pageQuery }),
    answer: hitPage,
  }),
  news: get('/subjects/list-news', {
    tag: TAG,
    summary: 'What the last update of each list means for the subjects',
    answer: listNews,
  }),
  judge: post('/subjects/judgements', {
    tag: TAG,
    summary: 'Judges whether subjects are one, pair by pair; nothing is joined without it',
    body: subjectJudgementRequest,
    answer: actsDone,
  }),
  detail: get('/subjects/{id}', {
    tag: TAG,
    summary: 'One subject with its passages, identifiers, hits and claims',
    parameters: idParameter,
    answer: subjectDetail,
  }),
  letter: get('/subjects/{id}/letter', {
    tag: TAG,
    summary: 'A letter to a subject, drafted from what claims say of it; nothing is logged',
    parameters: idParameter,
    query: letterQuery,
    answer: subjectLetter,
  }),
  decide: post('/subjects/{id}/decisions', {
    tag: TAG,
    summary: 'Decides whether a subject is an entry of a list; the screening is logged with it',
    parameters: idParameter,
    body: decisionRequest,
    answer: actsDone,
  }),
};

export type { SubjectKind } from '../../../subjects/model/mention.ts';
