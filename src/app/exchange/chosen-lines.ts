import type { JsonObject } from '../../core/json/json.ts';
import { continuedLogOf, lineObjectOf, originalOf, receivedBodyOf } from '../../exchange/package/received-act.ts';
import type { Act } from '../../record/log/act.ts';
import { traitsOf } from '../../record/log/kind-traits.ts';
import { readActLines } from '../../record/read-record.ts';
import { layoutOf } from '../../record/storage/layout.ts';
import { AppError } from '../errors.ts';
import { documentsOf, originalAct } from './spoken-documents.ts';

/** A line of the record that somebody has chosen to hand over. */
export type ChosenLine = { readonly index: number; readonly line: JsonObject; readonly act: Act | null };

export function idOf({ index }: ChosenLine): string {
  return `a-${index}`;
}

/** The chosen lines in order, with the acts by which the documents came in that they speak of and that describe their sources, and those that prove them. */
export async function chooseLines(folder: string, ids: readonly string[]): Promise<ChosenLine[]> {
  const all: ChosenLine[] = [];
  for await (const { line, act, lineText } of readActLines(layoutOf(folder), 0))
    all.push({ index: line.index, line: lineObjectOf(lineText), act });
  const wanted = new Set(ids);
  const isChosen = (one: ChosenLine) =>
    wanted.has(idOf(one)) ||
    (one.act !== null &&
      traitsOf(one.act.kind).carriesOver &&
      ((wanted.has('all') && isOfTheMatter(one.act)) || documentsOf(one.act).some((id) => wanted.has(id))));
  const chosen = all.filter(isChosen);
  const there = new Set<string>(all.flatMap((one) => [idOf(one), ...documentsOf(one.act)]));
  for (const id of wanted)
    if (id !== 'all' && !there.has(id))
      throw new AppError(
        'no-such-act',
        `there is no act ${id.slice(0, 40)} in the record, and no document of that id`,
        { place: '--acts' },
      );
  if (chosen.length === 0) throw nothingChosen();
  const documents = new Set(chosen.flatMap(({ act }) => documentsOf(act)));
  const custody = all.filter(
    ({ act }) => originalAct(act)?.kind === 'acquired' && documentsOf(act).some((id) => documents.has(id)),
  );
  // How its source is to be protected, and what it is, must be known wherever a document is read.
  const from = new Set([...chosen, ...custody].flatMap(({ act }) => sourceOf(act)));
  const sources = all.filter(({ act }) => describedSource(act).some((one) => from.has(one)));
  // What stands in a log because it goes on for another is believed of none that does not say so.
  const isUnproven = [...chosen, ...custody, ...sources].some(({ act }) => isHeldUnproven(act));
  const continuations = isUnproven ? all.filter(({ act }) => continuedLogOf(originalAct(act)) !== undefined) : [];
  return [...new Set([...chosen, ...custody, ...sources, ...continuations])].sort((a, b) => a.index - b.index);
}

/** Of a document: the id or the name of its source. */
function sourceOf(act: Act | null): string[] {
  const { custody } = (originalAct(act)?.body ?? {}) as { custody?: { origin?: { source?: unknown } } };
  const source = custody?.origin?.source;
  return typeof source === 'string' ? [source] : [];
}

/** The id and the name of the source that an act describes. */
export function describedSource(act: Act | null): string[] {
  const { source } = (originalAct(act)?.body ?? {}) as { source?: { id?: unknown; name?: unknown } };
  return [source?.id, source?.name].filter((one) => typeof one === 'string');
}

/** Whom this record asks to witness it, and files that were offered and not taken in, are its keeper's affair. */
function isOfTheMatter(act: Act): boolean {
  const made = originalAct(act);
  return made === null || (made.kind !== 'refused' && !(made.kind === 'described' && 'policy' in made.body));
}

/** Nobody has said what is to go, or all of it has to stay. */
export function nothingChosen(): AppError {
  return new AppError('bad-option', 'say which acts: --acts a-1,a-2, or --acts all', { place: '--acts' });
}

/** Whether an act came from another log without its proof, here or in the hands of whoever passed it on. */
function isHeldUnproven(act: Act | null): boolean {
  const received = act?.kind === 'received' ? receivedBodyOf(act.body) : undefined;
  return received !== undefined && (received.proof === null || !originalOf(received).isProven);
}
