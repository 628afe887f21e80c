import { z } from 'zod';
import { PREDICATES, type Predicate } from '../../claims/model/claim.ts';
import { deepFreeze } from '../../core/json/json.ts';
import { resourceYaml } from '../../core/prepared-yaml.ts';
import { FindingsError } from '../errors.ts';

const role = z.enum(['agent', 'recipient', 'object', 'instrument', 'vessel']);

const actRule = z.strictObject({
  predicate: z.enum(PREDICATES),
  act: z.string(),
  noun: z.string(),
  from: role.optional(),
  to: role.optional(),
  things: z.array(role),
  /** The side that the origin of the thing stands for where no role names that side. */
  origin: z.enum(['from', 'to']).optional(),
  /** The act that it is when what moved are workers. */
  workers: z.string().optional(),
  /** Why that follows, where the claim tells of their moving alone. */
  workersInfer: z.string().optional(),
  /** What moves are people and no goods. */
  people: z.boolean().optional(),
  infers: z.string().optional(),
});

/** How a predicate becomes an act of the regime's vocabulary. */
export type ActRule = z.infer<typeof actRule>;

let rules: ReadonlyMap<Predicate, ActRule> | undefined;

/** The rule of a predicate, from `acts.yaml`; undefined for predicates that allege no act (vetoed, said). */
export function actRuleOf(predicate: Predicate): ActRule | undefined {
  rules ??= loadRules();
  return rules.get(predicate);
}

/** Whether claims can tell of an act: persons may state others too. */
export function isActOfRules(act: string): boolean {
  rules ??= loadRules();
  return [...rules.values()].some((rule) => rule.act === act || rule.workers === act);
}

/** The act as a noun for titles; the act's own id where no rule names it. */
export function actNoun(act: string): string {
  rules ??= loadRules();
  return [...rules.values()].find((rule) => rule.act === act)?.noun ?? act;
}

function loadRules(): ReadonlyMap<Predicate, ActRule> {
  const file = 'findings/naming/acts.yaml';
  const parsed = z.array(actRule).safeParse(resourceYaml(file));
  if (!parsed.success) throw new FindingsError('rules-invalid', z.prettifyError(parsed.error), { place: file });
  return new Map(parsed.data.map((rule) => [rule.predicate, deepFreeze(rule)]));
}
