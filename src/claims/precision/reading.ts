import { quantityWords } from '../lexicon/vocabulary.ts';
import { type Claim, type ClaimPart, type ClaimTime, ROLES, type Role } from '../model/claim.ts';
import type { Quantity } from '../model/quantity.ts';

/** The parts of a claim whose readings are measured; roles are one part, the thing that a figure counts is another. */
export const MEASURED_PARTS = ['claimant', 'relay', 'roles', 'when', 'counts'] as const;
export type MeasuredPart = (typeof MEASURED_PARTS)[number];

/**
 * By what construction a part of a claim was read: the claimant by the rule that understood the source's phrase, roles by the kind
 * of event, a time by its form. A row of a table is a construction of its own, whatever stands in it.
 */
export function readingOf(claim: Pick<Claim, 'rules' | 'predicate' | 'when'>, part: ClaimPart): string {
  if (isOfTable(claim)) return 'table:row';
  if (part === 'claimant') return speakerRule(claim);
  if (part === 'when') return timeForm(claim.when);
  return isRole(part) ? claim.predicate : part;
}

/** By what construction the thing was read that a figure counts. */
export function readingOfFigure(claim: Pick<Claim, 'rules'>, { counts, unit }: Quantity): string {
  if (isOfTable(claim)) return 'table:row';
  if (/^[A-Z]{3}$/.test(counts)) return 'money';
  if (counts === 'percent') return 'percent';
  if (unit !== undefined) return 'measured-thing';
  if (Object.hasOwn(quantityWords().units, counts)) return 'measure';
  return /^(?:person|casualty)\b/.test(counts) ? 'persons' : 'things';
}

/** The measured part to which a part of a claim belongs. */
export function measuredPart(part: ClaimPart): MeasuredPart {
  return part === 'claimant' || part === 'relay' || part === 'when' ? part : 'roles';
}

function isOfTable({ rules }: Pick<Claim, 'rules'>): boolean {
  return rules.includes('table:row');
}

function isRole(part: ClaimPart): part is Role {
  return ROLES.some((role) => role === part);
}

function speakerRule({ rules }: Pick<Claim, 'rules'>): string {
  const speaker = rules.find((rule) => rule.startsWith('speaker:'));
  return speaker === undefined ? rules[0]! : speaker.slice('speaker:'.length);
}

function timeForm({ from, to }: ClaimTime): string {
  if (from === null || to === null) return 'one-bound';
  if (from === to) return 'day';
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return 'year';
  return from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && Number(to.slice(8)) >= 28 ? 'month' : 'stretch';
}
