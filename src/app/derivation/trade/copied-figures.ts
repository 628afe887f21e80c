import type { FigureSource } from './figure-sources.ts';

/**
 * Documents that say what figures that ship with the regime say, by the id of those: the same bytes, or the same rows of the same form.
 * Beside them a copy would look like a second source that agrees.
 */
export function copiesOfShipped(sources: readonly FigureSource[]): ReadonlyMap<string, FigureSource> {
  const shipped = sources.filter(({ origin }) => origin === 'regime');
  const copies = new Map<string, FigureSource>();
  for (const source of sources) {
    if (source.origin !== 'document') continue;
    const original = shipped.find((one) => saysTheSame(one, source));
    if (original !== undefined) copies.set(source.id, original);
  }
  return copies;
}

/** The sources less the copies of what ships, where that stands among them. */
export function withoutCopies(sources: readonly FigureSource[]): readonly FigureSource[] {
  const copies = copiesOfShipped(sources);
  return copies.size === 0 ? sources : sources.filter(({ id }) => !copies.has(id));
}

function saysTheSame({ reading: a }: FigureSource, { reading: b }: FigureSource): boolean {
  if (a.report.sha256 === b.report.sha256) return true;
  if (a.report.form !== b.report.form || a.rows.length !== b.rows.length || a.rows.length === 0) return false;
  // A row that was refused may say something else.
  if (a.unread.length + b.unread.length + a.report.refused.length + b.report.refused.length > 0) return false;
  const [own, other] = [factsIn(a), factsIn(b)];
  return own.every((facts, at) => facts === other[at]);
}

function factsIn({ rows }: FigureSource['reading']): readonly string[] {
  return rows.map(({ fingerprint }) => fingerprint).sort();
}
