import type { ActKind } from '../../../src/app/workbench/contract/record/act.ts';

/** What people and programs do to evidence (docs/formats-record.md), in words. Complete by type. */
export const ACT_KINDS: Readonly<Record<ActKind, string>> = {
  acquired: 'Document acquired',
  refused: 'File refused',
  described: 'Source or dossier described',
  extracted: 'Claims extracted',
  reviewed: 'Claim reviewed',
  graded: 'Claim graded',
  linked: 'Claims linked',
  judged: 'Origins judged',
  'subject-judged': 'Subjects judged',
  'event-judged': 'Ship event judged',
  found: 'Finding made',
  replied: 'Reply asked or received',
  challenged: 'Finding challenged',
  corrected: 'Corrected',
  recommended: 'Recommended',
  undone: 'Act taken back',
  screened: 'Names screened',
  decided: 'Hit decided',
  published: 'Report published',
  redacted: 'Text withheld',
  followed: 'Another log looked at',
  received: 'Act of others received',
  shared: 'Acts shared',
  continued: 'Log continued',
  'key-named': 'Key named',
};

export function kindWords(kind: string): string {
  return ACT_KINDS[kind as ActKind] ?? kind;
}
