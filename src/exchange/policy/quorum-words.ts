import type { Standing } from './quorum.ts';

/** A policy in words: how many are enough, who can block it, who could split it, and what is wrong with it. */
export type QuorumWords = { readonly lines: readonly string[]; readonly warnings: readonly string[] };

export function describeQuorum({ policy, blocking, splitting, counted }: Standing): QuorumWords {
  if (policy.quorum === 'none')
    return {
      lines: ['No cosignature is asked for.'],
      warnings: ['Whoever holds the log’s key can show each reader another history. Name witnesses and a quorum.'],
    };
  const blocks = blocking[0]?.length ?? 0;
  const splits = splitting[0]?.length ?? 0;
  const lines = [
    enough(policy, counted),
    blocks === 1
      ? `Each of these can block it alone: ${names(blocking)}.`
      : `No one can block it alone: ${blocks} must refuse (${examples(blocking)}).`,
    splits === 0
      ? 'It can be split without a dishonest witness: two halves of them suffice for two histories.'
      : `${count(splits, 'witness', 'witnesses')} and the keeper of the log would have to collude to certify two histories (${examples(splitting)}).`,
  ];
  const warnings: string[] = [];
  if (blocks === 1) warnings.push(`A veto: nothing passes without ${names(blocking)}.`);
  if (splits === 0) warnings.push('Raise the number that is asked for: it is not more than half of the witnesses.');
  if (splits === 1)
    warnings.push(
      `One dishonest witness is enough to certify two histories (${names(splitting)}); 3 of 4 is the smallest number that bears one, 5 of 7 bears two.`,
    );
  const left = policy.witnesses.map(({ name }) => name).filter((name) => !counted.includes(name));
  if (left.length > 0) warnings.push(`These witnesses do not count towards the quorum: ${left.join(', ')}.`);
  return { lines, warnings };
}

function enough({ groups, quorum }: Standing['policy'], counted: readonly string[]): string {
  const group = groups.find(({ name }) => name === quorum);
  if (group === undefined) return `The cosignature of ${quorum} is asked for.`;
  const [k, n] = [group.threshold, group.members.length];
  const isFlat = group.members.every((member) => counted.includes(member));
  const what = isFlat ? `these ${n}` : `these ${n} groups and witnesses`;
  return k === n
    ? `All of ${what} are asked for: ${group.members.join(', ')}.`
    : `Any ${k} of ${what} are enough: ${group.members.join(', ')}.`;
}

function names(sets: Standing['blocking']): string {
  return [...new Set(sets.flat())].join(', ');
}

const MOST_EXAMPLES = 3;

function examples(sets: Standing['blocking']): string {
  const shown = sets.slice(0, MOST_EXAMPLES).map((set) => set.join(' + '));
  return shown.join('; ') + (sets.length > MOST_EXAMPLES ? `; in all ${sets.length} such sets` : '');
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
