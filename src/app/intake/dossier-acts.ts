import { EXTRACTOR_VERSION } from '../../claims/extraction.ts';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import type { Dossier } from '../../documents/dossier/dossier.ts';
import type { ActDraft, ActId } from '../../record/log/act.ts';
import { jsonOf, refusedDraft } from '../acts/acquire.ts';
import type { RefusedBody } from '../acts/act-body.ts';
import type { Evidence } from '../acts/evidence.ts';
import type { Derived } from '../derivation/derive.ts';
import { PROGRAM } from '../version.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a dossier says of itself, unless the record says it already. */
export function dossierDraft(dossier: Dossier, evidence: Evidence): ActDraft | null {
  const facts = { title: dossier.title, summary: dossier.summary, period: dossier.period };
  if (evidence.dossier !== null && canonicalJson(evidence.dossier) === canonicalJson(facts)) return null;
  return { kind: 'described', by: PROGRAM, body: jsonOf({ dossier: facts }) };
}

/** Logs refusals that the record does not hold yet. */
export async function logNew(
  workspace: Workspace,
  refusals: readonly RefusedBody[],
  offered: NonNullable<RefusedBody['offered']>,
  evidence: Evidence,
): Promise<void> {
  await logAll(
    workspace,
    refusals.map((refused) => refusedDraft(refused, offered, evidence)),
  );
}

/** Refusals that no longer hold are taken back: a fault of the dossier that was mended, a file that can be read again. */
export async function logMended(
  workspace: Workspace,
  problems: readonly RefusedBody[],
  read: ReadonlySet<string>,
): Promise<void> {
  const { refusals } = await workspace.evidence();
  const isMended = ({ name, code, message }: RefusedBody): boolean =>
    code === 'bad-dossier' ? !problems.some((one) => one.name === name && one.message === message) : read.has(name);
  await logAll(
    workspace,
    refusals.filter(isMended).map(({ act, name }) => ({
      kind: 'undone',
      by: PROGRAM,
      body: jsonOf({ undoes: act, reason: `${name} is in order now.` }),
      supersedes: act as ActId,
    })),
  );
}

/** The run of an extractor is one act: its version and counts. The same run over the same documents is not logged again. */
export async function logExtraction(
  workspace: Workspace,
  acts: Awaited<ReturnType<Workspace['acts']>>,
  derived: Derived,
): Promise<void> {
  const body = jsonOf({
    extractor: EXTRACTOR_VERSION,
    documents: derived.documents.map(({ document, layer }) => ({ document, reader: layer.reader })),
    claims: derived.claims.length,
    quantities: derived.claims.reduce((sum, claim) => sum + claim.quantities.length, 0),
  });
  const last = acts.filter(({ kind }) => kind === 'extracted').at(-1);
  if (last !== undefined && canonicalJson(last.body) === canonicalJson(body)) return;
  await workspace.record.append([{ kind: 'extracted', by: PROGRAM, body }]);
}

/** Logs drafts as one batch; those that there is no need for are null. */
export async function logAll(workspace: Workspace, drafts: readonly (ActDraft | null)[]): Promise<void> {
  const real = drafts.filter((draft) => draft !== null);
  if (real.length > 0) await workspace.record.append(real);
}
