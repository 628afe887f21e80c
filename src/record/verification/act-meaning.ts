import { type DocumentId, isDocumentId } from '../../core/hash.ts';
import type { JsonObject } from '../../core/json/json.ts';
import { redactionOf } from '../documents/redaction.ts';
import { RecordError } from '../errors.ts';
import { appendNaming, type NamedKey } from '../keys/key-history.ts';
import { type ActKind, actIndex } from '../log/act.ts';
import type { FaultCode } from './verification.ts';

/** What acts say that other files, or later acts, must bear out. */
export type Statements = {
  history: NamedKey[];
  /** Leaf of the latest act by which each document came in. */
  readonly acquired: Map<DocumentId, number>;
  /** Documents that acts of other records speak of. */
  readonly received: Set<DocumentId>;
  /** Leaf of the act that removed each redacted document. */
  readonly removed: Map<DocumentId, number>;
  /** Redacted acts by the act that redacts them. */
  readonly redacted: Map<number, number>;
};

/** A body that cannot say what its kind says. */
export type Misstatement = { readonly code: FaultCode; readonly message: string };

/** Notes what the body of the act of this leaf says; the body is undefined where it was withheld. */
type NoteMeaning = (body: JsonObject | undefined, said: Statements, leaf: number) => Misstatement | undefined;

/** Of the other kinds the form is enough: nothing else has to bear them out. */
const FORM_ALONE = null;

/** Total by type: a new kind does not compile before it is said here whether something must bear it out. */
const MEANINGS: Readonly<Record<ActKind, NoteMeaning | null>> = {
  acquired(body, said, leaf) {
    if (body === undefined) return undefined;
    const { document } = body;
    if (typeof document !== 'string' || !isDocumentId(document))
      return { code: 'bad-line', message: 'this act says that a document came in and names none' };
    said.acquired.set(document, leaf);
    return undefined;
  },
  refused: FORM_ALONE,
  described: FORM_ALONE,
  extracted: FORM_ALONE,
  reviewed: FORM_ALONE,
  graded: FORM_ALONE,
  linked: FORM_ALONE,
  judged: FORM_ALONE,
  'subject-judged': FORM_ALONE,
  'event-judged': FORM_ALONE,
  found: FORM_ALONE,
  replied: FORM_ALONE,
  challenged: FORM_ALONE,
  corrected: FORM_ALONE,
  recommended: FORM_ALONE,
  undone: FORM_ALONE,
  screened: FORM_ALONE,
  decided: FORM_ALONE,
  published: FORM_ALONE,
  redacted(body, said, leaf) {
    if (body === undefined) return undefined;
    const redaction = redactionOf(body);
    if (redaction === undefined) return { code: 'bad-redaction', message: 'this redaction does not say of what' };
    for (const id of redaction.acts) said.redacted.set(actIndex(id)!, leaf);
    for (const id of redaction.documents) said.removed.set(id, leaf);
    return undefined;
  },
  followed: FORM_ALONE,
  received(body, said) {
    // A document that came with the act of another record may be here; whether it is, they have decided.
    for (const document of documentsIn(body?.line)) said.received.add(document);
    return undefined;
  },
  shared: FORM_ALONE,
  continued: FORM_ALONE,
  // The naming of a key cannot be withheld: without its body it is a fault.
  'key-named'(body, said, leaf) {
    try {
      said.history = appendNaming(said.history, body, leaf);
      return undefined;
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      return { code: 'bad-key-act', message: error.message };
    }
  },
};

/** What notes the meaning of a kind; null for those of which the form is enough, and those that a later program has logged. */
export function meaningOf(kind: string): NoteMeaning | null {
  return Object.hasOwn(MEANINGS, kind) ? MEANINGS[kind as ActKind] : null;
}

/** Documents that a line of another record says came in there, however often it was carried over. */
function documentsIn(line: unknown): DocumentId[] {
  const { document, line: carried } = ((line as { body?: { body?: object } } | undefined)?.body?.body ?? {}) as {
    document?: unknown;
    line?: unknown;
  };
  if (carried !== undefined) return documentsIn(carried);
  return typeof document === 'string' && isDocumentId(document) ? [document] : [];
}
