import { editionOn, movesOf } from '../codes/hs-code.ts';
import type { TradeRow } from '../model/row.ts';
import type { Mark } from './mark.ts';

/** Which paragraphs cover a code, whatever its length, and in which edition they are written. */
export type Coverage = (
  code: string,
  row: TradeRow,
) => readonly { readonly provision: string; readonly edition: string }[];

/**
 * Marks codes that are none of their month's edition, and codes that took goods over from headings which the paragraph does not name, or
 * whose goods came from headings that it does: the paragraph is written in the codes of its own year.
 */
export function editionMark(row: TradeRow, coverage: Coverage): Mark | null {
  if (row.hs === null) return null;
  const month = editionOn(row.period.to);
  const reasons: string[] = [];
  if (row.edition !== null && row.edition > editionOn(row.period.to))
    reasons.push(`The code is declared in ${row.edition}, which was not in force in ${row.period.label}.`);
  for (const move of movesOf(row.hs)) {
    if (move.since !== null && month < move.since)
      reasons.push(
        `${move.code} (${move.note}) came with ${move.since}; in ${row.period.label} ${month} was in force.`,
      );
    if (move.ended !== null && editionOn(row.period.from) > move.ended)
      reasons.push(
        `${move.code} (${move.note}) ended with ${move.ended}; in ${row.period.label} ${month} was in force.`,
      );
    if (move.since !== null && month >= move.since) reasons.push(...movedReasons(row, row.hs, move, coverage));
  }
  return reasons.length === 0 ? null : { mark: 'hs-edition', level: 'note', reasons };
}

function movedReasons(
  row: TradeRow,
  hs: string,
  move: { readonly code: string; readonly since: string | null; readonly before: readonly string[] },
  coverage: Coverage,
): readonly string[] {
  const now = coverage(hs, row);
  const then = move.before.map((code) => ({ code, provisions: coverage(code, row) }));
  const isLater = ({ edition }: { edition: string }): boolean => move.since !== null && move.since > edition;
  const gained = now.filter(isLater).flatMap(({ provision }) => {
    const outside = then
      .filter(({ provisions }) => !provisions.some((one) => one.provision === provision))
      .map(({ code }) => code);
    return outside.length === 0
      ? []
      : [`${move.code} took goods over from ${outside.join(', ')}, which ${provision} does not name.`];
  });
  const lost = new Map<string, string[]>();
  for (const { code, provisions } of then)
    for (const one of provisions)
      if (isLater(one) && !now.some(({ provision }) => provision === one.provision))
        lost.set(one.provision, [...(lost.get(one.provision) ?? []), code]);
  return [
    ...gained,
    ...[...lost].map(
      ([provision, codes]) => `${move.code} took goods over from ${codes.join(', ')}, which ${provision} names.`,
    ),
  ];
}
