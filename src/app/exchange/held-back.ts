import type { DocumentId } from '../../core/hash.ts';
import type { JsonObject } from '../../core/json/json.ts';
import { guardNames, holdsName } from '../../interchange/protected-names.ts';
import type { Act } from '../../record/log/act.ts';
import type { Derived } from '../derivation/derive.ts';
import { openPart } from '../derivation/open-part.ts';
import { type ChosenLine, describedSource } from './chosen-lines.ts';
import { documentsOf } from './spoken-documents.ts';

/**
 * An encrypted file is opened by whoever has it in the end: a source that is to be kept from outsiders goes into none unasked. Nor do
 * acts that speak of what follows from its documents: a judgement of a person whom it names, a letter about a finding that
 * rests on it.
 */
export function heldBack(chosen: readonly ChosenLine[], whole: Derived): ChosenLine[] {
  const { derived, protectedNames } = openPart(whole);
  const { evidence, documents: texts } = derived;
  const open = new Set<string>([...texts, ...evidence.trackFiles].map(({ document }) => document));
  const guard = guardNames(protectedNames);
  const { documents: all, trackFiles } = whole.evidence;
  const here = new Set<string>([...all, ...trackFiles].map(({ document }) => document));
  // Others speak of documents, too, that never came here: nobody here has promised anything of those.
  const isHeldBack = (id: DocumentId, act: Act | null) => !open.has(id) && (act?.kind !== 'received' || here.has(id));
  const closed = closedIds(whole, derived);
  const sources = new Set(
    [...whole.evidence.sources.values()].flatMap(({ id, protection = 'open' }) => (protection === 'open' ? [] : [id])),
  );
  return chosen.filter(
    ({ act, line }) =>
      documentsOf(act).some((id) => isHeldBack(id, act)) ||
      describedSource(act).some((id) => sources.has(id)) ||
      holdsName(line, guard) ||
      speaksOf(line, closed),
  );
}

/** Ids of what is in the whole and not in the part that may leave: of documents, claims, and what follows from them. */
function closedIds(whole: Derived, part: Derived): ReadonlySet<string> {
  // Where nothing is protected the part is the whole, and nothing need be worked out.
  if (part === whole) return new Set();
  const open = new Set(idsOf(part));
  return new Set(idsOf(whole).filter((id) => !open.has(id)));
}

function idsOf({ evidence, documents, claims, incidents, topics, findings, leads }: Derived): string[] {
  return [
    ...[...documents, ...evidence.documents, ...evidence.trackFiles, ...evidence.lists].map(({ document }) => document),
    ...[...claims, ...incidents, ...topics, ...findings, ...leads].map(({ id }) => id),
    ...evidence.found.map(({ finding }) => finding.id),
  ];
}

const ID = /sha256:[0-9a-f]{64}|\b[a-z]{1,4}-[0-9a-f]{6,64}\b/g;

function speaksOf(line: JsonObject, ids: ReadonlySet<string>): boolean {
  return ids.size > 0 && (JSON.stringify(line).match(ID) ?? []).some((id) => ids.has(id));
}
