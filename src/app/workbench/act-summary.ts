import type { Act } from '../../record/log/act.ts';

/**
 * An act in one sentence. A record may come from someone else, so nothing of a body is taken for granted: what is missing
 * is left out of the sentence.
 */
export function summariseAct(act: Act): string {
  const body = open(act.body);
  const summarise = SUMMARIES[act.kind];
  return summarise === undefined ? `An act of kind "${act.kind}".` : summarise(body);
}

const LONGEST = 160;

type Opened = {
  text(...path: string[]): string;
  at(...path: string[]): Opened;
  count(...path: string[]): number;
  has(name: string): boolean;
};

/** A value whose form is not known. */
function open(value: unknown): Opened {
  const reach = (path: readonly string[]): unknown =>
    path.reduce<unknown>(
      (inner, name) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : null),
      value,
    );
  return {
    text: (...path) => {
      const found = reach(path);
      return typeof found === 'string' || typeof found === 'number' ? clip(String(found)) : '';
    },
    at: (...path) => open(reach(path)),
    count: (...path) => {
      const found = reach(path);
      return Array.isArray(found) ? found.length : 0;
    },
    has: (name) => typeof value === 'object' && value !== null && name in value,
  };
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}

function quoted(claim: Opened): string {
  return `${claim.text('claimant', 'name')}: “${claim.text('quote')}”`;
}

function nouns(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function sentence(text: string): string {
  return /[.…?!”]$/.test(text) ? text : `${text}.`;
}

const LINKED: Readonly<Record<string, string>> = {
  same: 'One happening',
  different: 'Different happenings',
  unsure: 'Perhaps one happening',
};

const JUDGED: Readonly<Record<string, string>> = {
  derives: 'one has its statement from the other',
  'common-control': 'both are under one control',
  independent: 'independent of each other',
};

const SUMMARIES: Readonly<Partial<Record<Act['kind'], (body: Opened) => string>>> = {
  acquired: (body) => {
    const origin = body.at('custody', 'origin');
    const name = origin.text('title') || origin.text('fileName') || body.text('document');
    return body.has('list')
      ? sentence(`A version of the list ${body.text('list', 'id')} came in: ${name}`)
      : sentence(`“${name}” came in as a document`);
  },
  refused: (body) => sentence(`Not taken in: ${body.text('name')}: ${body.text('message')}`),
  followed: (body) =>
    sentence(
      body.text('state') === 'good'
        ? `The log of ${body.text('name')} was looked at: ${body.text('size')} acts`
        : `The log of ${body.text('name')} was looked at, and does not hold (${body.text('state')})`,
    ),
  received: (body) => sentence(`An act of ${body.text('from', 'name')} was received`),
  shared: (body) => sentence(`Acts left the workspace (${body.text('publication', 'way') || body.text('to')})`),
  continued: (body) =>
    sentence(`This log goes on where ${body.text('from', 'origin')} ended, at ${body.text('size')} acts`),
  described: (body) =>
    body.has('policy')
      ? sentence('The policy for witnesses was named')
      : body.has('source')
        ? sentence(`The source ${body.text('source', 'name')} was described`)
        : sentence(`The dossier “${body.text('dossier', 'title')}” was described`),
  extracted: (body) =>
    `${body.text('claims')} claims were read in ${nouns(body.count('documents'), 'document')} by extractor ${body.text('extractor')}.`,
  reviewed: (body) =>
    body.has('target')
      ? sentence(
          `${body.text('target') === 'comparison' ? 'Comparison' : 'Finding'} ${body.text('status') === 'left-out' ? 'left out' : body.text('status')}: ${body.text('title') || body.text('id')}`,
        )
      : sentence(`Claim ${body.text('status')}: ${quoted(body.at('claim'))}`),
  graded: (body) => sentence(`Claim graded ${body.text('credibility')}: ${quoted(body.at('claim'))}`),
  linked: (body) => {
    const [a, b] = [body.at('claims', '0'), body.at('claims', '1')];
    return sentence(`${LINKED[body.text('judgement')] ?? 'Linked'}: ${quoted(a)} and ${quoted(b)}`);
  },
  judged: (body) =>
    sentence(
      `${body.text('origins', '0')} and ${body.text('origins', '1')}: ${JUDGED[body.text('judgement')] ?? body.text('judgement')}`,
    ),
  found: (body) => sentence(`A finding was made: ${body.text('finding', 'title')}`),
  replied: (body) =>
    sentence(
      body.text('received') === ''
        ? `${body.text('party')} was written to about “${body.text('finding', 'title')}”`
        : `${body.text('party')} replied about “${body.text('finding', 'title')}”`,
    ),
  challenged: (body) => sentence(`${body.text('from')} challenged “${body.text('finding', 'title')}”`),
  corrected: (body) =>
    body.has('finding')
      ? sentence(`“${body.text('finding', 'title')}” was corrected: ${body.text('reason')}`)
      : sentence(`Facts about the document ${body.text('document').slice(0, 19)} were put right`),
  recommended: (body) => sentence(`Recommended to ${body.text('addressee')}: ${body.text('text')}`),
  undone: (body) => sentence(`${body.text('undoes')} was taken back`),
  screened: (body) =>
    body.has('named')
      ? `${nouns(body.count('named', 'answers'), 'name')} of the claims asked of ${nouns(body.count('named', 'lists'), 'list version')}.`
      : `${nouns(body.count('answers'), 'question')} asked of ${nouns(body.count('lists'), 'list version')}.`,
  decided: (body) =>
    sentence(
      `${DECIDED[body.text('decision')] ?? 'Decided on'} ${body.text('entity', 'caption')} (${body.text('entity', 'id')})`,
    ),
  published: (body) =>
    body.text('symbol') === ''
      ? 'A report left the workspace.'
      : sentence(
          `The report ${body.text('symbol')} was written in ${nouns(body.count('files'), 'format')}, with ${nouns(body.count('findings'), 'finding')}`,
        ),
  redacted: (body) =>
    sentence(
      `${nouns(body.count('acts'), 'act')} and ${nouns(body.count('documents'), 'document')} withheld: ${body.text('reason')}`,
    ),
  'key-named': (body) =>
    sentence(
      `The key ${body.text('vkey').split('+').slice(0, 2).join('+')} signs from here on: ${body.text('reason')}`,
    ),
};

const DECIDED: Readonly<Record<string, string>> = {
  true: 'The one asked for is',
  false: 'The one asked for is not',
  unsure: 'Left open whether the one asked for is',
};
