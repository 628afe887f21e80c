import type { ActLine } from '../../../src/app/workbench/contract/record/act.ts';

/** What became of an act since, beside it in a history: a letter that was answered is not one that was taken back. */
export function sinceWords({ kind, since }: Pick<ActLine, 'kind' | 'since'>): string | null {
  if (since === null) return null;
  if (since === 'taken-back') return 'taken back';
  return kind === 'replied' ? 'answered or completed since' : 'a later act stands in its place';
}
