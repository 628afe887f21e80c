import { plainName } from '../../core/plain-name.ts';
import { isProtection, PROTECTIONS } from '../../documents/custody/protection.ts';
import { openReader } from '../../documents/reader.ts';
import type { TextLayer, Unread } from '../../documents/text/text-layer.ts';
import type { ActRecord } from '../../record/record.ts';
import { personName } from '../act-builders/act-builder.ts';
import { describedSource } from '../act-builders/source-acts.ts';
import { heldAs, isAcquired, type Offered, refusedDraft, sourceDraft } from '../acts/acquire.ts';
import { acquireAll } from '../acts/acquire-members.ts';
import type { RefusedBody, SourceFacts } from '../acts/act-body.ts';
import { keepContent } from '../acts/document-content.ts';
import type { Evidence } from '../acts/evidence.ts';
import { claimantOf } from '../derivation/reading/extract.ts';
import { AppError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { type Workspace, type WorkspacePlace, withWorkspace } from '../workspace/workspace.ts';
import { describedOffers } from './described-offers.ts';
import { fetchDocument } from './fetch-document.ts';
import { intakeWatch } from './intake-watch.ts';
import { offeredFiles } from './offered-files.ts';

export type AddRequest = {
  readonly targets: readonly string[];
  readonly workspace: WorkspacePlace;
  readonly source: string;
  readonly kind?: string | undefined;
  readonly country?: string | undefined;
  /** Of the source: what it gives, and its name, stay in the workspace. */
  readonly protection?: string | undefined;
  /** Of the source: its reliability with the reason, and who could have made it say so. */
  readonly grade?: string | undefined;
  readonly gradeReason?: string | undefined;
  readonly controls?: readonly string[] | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  /** Paths or patterns: of archives, mails and captures only what is called so is taken in. */
  readonly members?: readonly string[] | undefined;
  /** Hosts of addresses that may lie on this machine or in a network that is not public. */
  readonly allowHosts?: readonly string[] | undefined;
  readonly clock?: string | undefined;
  readonly progress: Progress;
};

export type AddResult = {
  readonly added: readonly {
    readonly document: string;
    readonly name: string;
    readonly act: string;
    readonly unread: readonly Unread[];
    /** Set of a file of ships' positions, which is read for what ships did. */
    readonly tracks?: true;
  }[];
  readonly unchanged: readonly { readonly document: string; readonly name: string; readonly tracks?: true }[];
  readonly refused: readonly RefusedBody[];
  /** Offered again although their bytes were withheld: not taken in, and not logged as refused. */
  readonly withheld: readonly RefusedBody[];
};

/** Acquires files, folders or addresses. What is refused is listed; the rest goes on. @throws AppError as `offeredFiles` */
export async function addDocuments(request: AddRequest): Promise<AddResult> {
  checkSource(request);
  const { targets, progress } = request;
  const offers = targets
    .filter((target) => !isAddress(target))
    .flatMap((target) => describedOffers(offeredFiles(target)));
  return await withWorkspace({ ...request, command: 'panel add' }, async (workspace) => {
    const refused: RefusedBody[] = [];
    const cleanUps: (() => void)[] = [];
    try {
      progress.step('Taking documents in');
      const fetched: FileOffer[] = [];
      for (const address of targets.filter(isAddress)) {
        const within = workspace.record.temporaryFolder();
        const download = await fetchDocument(address, { within, allowHosts: request.allowHosts });
        if ('refused' in download) refused.push(download.refused);
        else {
          cleanUps.push(download.remove);
          const { file, address: url, request: capture } = download;
          fetched.push({ file, within, url, method: 'download', request: capture });
        }
      }
      return await takeInTurn(workspace, () => takeOffers(workspace, request, [...offers, ...fetched], refused));
    } finally {
      for (const remove of cleanUps) remove();
    }
  });
}

/** Acquires files that somebody sent: each lies in a folder of ours under a name of ours. */
export async function addSentFiles(
  request: Omit<AddRequest, 'targets'> & {
    readonly by: string;
    readonly within: string;
    readonly files: readonly {
      readonly file: string;
      readonly called: string;
      readonly chosen?: readonly number[] | undefined;
    }[];
  },
): Promise<AddResult> {
  checkSource(request);
  const { within, files } = request;
  const by = personName(request.by);
  return await withWorkspace({ ...request, command: 'panel add' }, async (workspace) => {
    request.progress.step('Taking documents in');
    const offers = files.map(
      ({ file, called, chosen }): FileOffer => ({ file, within, called, chosen, by, method: 'hand-over' }),
    );
    return await takeInTurn(workspace, () => takeOffers(workspace, request, offers, [], by));
  });
}

/** What is known of one file besides what the request says of all. */
type FileOffer = Pick<Offered, 'file' | 'within' | 'method'> &
  Partial<Pick<Offered, 'called' | 'by' | 'url' | 'title' | 'checks' | 'chosen' | 'request'>>;

/** What a record that goes on being held takes in at this moment. */
const takenIn = new WeakMap<ActRecord, Promise<unknown>>();

/** One request after the other, so that each knows what came in with those before it: two may bring the same document. */
function takeInTurn<T>({ record }: Workspace, take: () => Promise<T>): Promise<T> {
  const taken = (takenIn.get(record) ?? Promise.resolve()).then(take);
  takenIn.set(
    record,
    taken.catch(() => undefined),
  );
  return taken;
}

async function takeOffers(
  workspace: Workspace,
  request: Omit<AddRequest, 'targets'>,
  offers: readonly FileOffer[],
  refusedBefore: readonly RefusedBody[],
  by?: string,
): Promise<AddResult> {
  const { progress, published = null, url = null, members } = request;
  const evidence = await workspace.evidence();
  const source = sourceFacts(request, evidence);
  const described = sourceDraft(source, evidence, by === undefined ? undefined : { person: by });
  if (described !== null) await workspace.record.append([described]);
  const added: AddResult['added'][number][] = [];
  const unchanged: AddResult['unchanged'][number][] = [];
  const refused: RefusedBody[] = [...refusedBefore];
  const withheld: RefusedBody[] = [];
  const reader = workspace.readings.inFrontOf(openReader());
  try {
    const all = offers.map(
      (offer): Offered => ({ source: source.id, published, url, language: null, title: null, members, ...offer }),
    );
    let at = 0;
    const taken = acquireAll(all, reader, workspace.clock, evidence.withheld, intakeWatch(progress));
    for await (const { offered, result: acquired } of taken) {
      progress.advance(offered.inside === undefined ? at++ : at, offers.length);
      if (progress.signal?.aborted === true) {
        progress.note('cancelled: what was taken in until then stays, and the rest was not taken in');
        break;
      }
      if ('refused' in acquired) {
        refused.push(acquired.refused);
        continue;
      }
      const { document, name } = acquired.taken;
      const withheldBy = evidence.withheld.get(document);
      if (withheldBy !== undefined) {
        const message = `its bytes were withheld from this record by ${withheldBy}`;
        progress.note(`not taken in: ${name}: ${message}`);
        withheld.push({ name, code: 'withheld', message });
        continue;
      }
      if (isAcquired(document, evidence) || added.some((one) => one.document === document)) {
        unchanged.push({ document, name, ...asTracks(acquired.layer) });
        const other = otherSource(document, source, evidence);
        if (other !== null)
          progress.note(
            `${name}: the record has this document from ${other} already; that ${source.name} has it too is not recorded`,
          );
        continue;
      }
      const changed = await keepContent(workspace.record, acquired.taken);
      if (changed !== null) {
        refused.push(changed);
        continue;
      }
      const [act] = await workspace.record.append([acquired.draft]);
      if (acquired.layer !== null) workspace.readings.keepText(document, name);
      added.push({
        document,
        name,
        act: act?.id ?? '',
        unread: acquired.layer?.unread ?? [],
        ...asTracks(acquired.layer),
      });
    }
    progress.advance(offers.length, offers.length);
    const refusals = refused.map((one) => refusedDraft(one, 'added', evidence)).filter((draft) => draft !== null);
    if (refusals.length > 0) await workspace.record.append(refusals);
  } finally {
    await reader.close();
  }
  // A server goes on with the texts that were just read.
  if (workspace.isKept) await workspace.snapshot(progress);
  return { added, unchanged, refused, withheld };
}

/** A file without a text layer is one of ships' positions. */
function asTracks(layer: TextLayer | null): { readonly tracks?: true } {
  return layer === null ? { tracks: true } : {};
}

/** The name of the source from which the record has a document, when it is another one. */
function otherSource(document: string, source: SourceFacts, evidence: Evidence): string | null {
  const known = heldAs(document, evidence)?.custody.origin.source ?? null;
  return known === null || known === source.id ? null : (evidence.sources.get(known)?.name ?? known);
}

export type OfferedSource = Pick<
  AddRequest,
  'source' | 'kind' | 'country' | 'protection' | 'grade' | 'gradeReason' | 'controls'
>;

/** Faults of the words are told before the work. @throws AppError `bad-option` */
export function checkSource({ source, kind, country, protection }: OfferedSource): void {
  claimantOf(source, kind, country);
  if (protection !== undefined && !isProtection(protection))
    throw new AppError('bad-option', `"${protection}" is no protection; there is ${PROTECTIONS.join(', ')}`, {
      place: '--protection',
    });
  if (sourceId(source) === '' || plainName(source) === undefined)
    throw new AppError('bad-option', `"${source}" is no name of a source`, { place: '--source' });
}

/**
 * The source that is meant: one that the record describes under this id or name, as it is described there, unless the
 * request says otherwise; else a new one.
 */
export function sourceFacts(offered: OfferedSource, { sources }: Evidence): SourceFacts {
  const { source, kind, country, protection, grade, gradeReason, controls } = offered;
  const known = sources.get(source) ?? [...sources.values()].find(({ name }) => name === source);
  const said = [kind, country, protection, grade, gradeReason, controls];
  if (known !== undefined && said.every((one) => one === undefined)) return known;
  const claimant = claimantOf(
    known?.name ?? plainName(source) ?? source,
    kind ?? known?.kind,
    country ?? known?.country ?? undefined,
  );
  const facts: SourceFacts = {
    id: known?.id ?? sourceId(source),
    name: claimant.name,
    kind: claimant.kind,
    country: claimant.country ?? null,
    reliability: known?.reliability ?? null,
    controls: known?.controls ?? [],
    parent: known?.parent ?? null,
    ...protectionOf(protection, known),
  };
  return describedSource(facts, { grade, gradeReason, controls }, sources);
}

/** A source is never opened by being left unsaid; only by a word that says so. */
function protectionOf(said: string | undefined, known: SourceFacts | undefined): Pick<SourceFacts, 'protection'> {
  const protection = said !== undefined && isProtection(said) ? said : known?.protection;
  return protection === undefined || protection === 'open' ? {} : { protection };
}

function sourceId(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function isAddress(target: string): boolean {
  return /^https?:\/\//i.test(target);
}
