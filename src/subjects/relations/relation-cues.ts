import { z } from 'zod';
import { deepFreeze } from '../../core/json/json.ts';
import { resourceYaml } from '../../core/prepared-yaml.ts';

/** What a text says one subject is of another: the first is the owner, manager ... of the second. */
export const RELATION_KINDS = ['owner', 'manager', 'charterer', 'officer', 'crew', 'parent', 'supplier'] as const;
export type StatedRelationKind = (typeof RELATION_KINDS)[number];

const words = z.array(z.string().min(3)).min(1);
const shape = z.strictObject({
  nouns: z.array(z.string().min(2)).min(1),
  cues: z.array(z.strictObject({ kind: z.enum(RELATION_KINDS), forward: words, backward: words })).min(1),
});

export type RelationCue = { readonly kind: StatedRelationKind; readonly turned: boolean };

type Cues = { readonly nouns: readonly string[]; readonly byWords: ReadonlyMap<string, RelationCue> };
let loaded: Cues | undefined;

/** The words between two names that say what one is of the other, and the nouns that may stand before the second. */
export function relationCues(): Cues {
  if (loaded !== undefined) return loaded;
  const { nouns, cues } = shape.parse(resourceYaml('subjects/relations/relation-cues.yaml'));
  const byWords = new Map<string, RelationCue>();
  for (const { kind, forward, backward } of cues) {
    for (const cue of forward) byWords.set(cue, { kind, turned: false });
    for (const cue of backward) byWords.set(cue, { kind, turned: true });
  }
  // Longer nouns first: "oil tanker" ends in "tanker".
  loaded = deepFreeze({ nouns: [...nouns].sort((a, b) => b.length - a.length), byWords });
  return loaded;
}
