/** What people and programs do to evidence (docs/formats-record.md), in words. */
export const ACT_KINDS: Readonly<Record<string, string>> = {
  acquired: 'Document acquired',
  refused: 'File refused',
  described: 'Source or dossier described',
  extracted: 'Claims extracted',
  reviewed: 'Claim reviewed',
  graded: 'Claim graded',
  linked: 'Claims linked',
  judged: 'Origins judged',
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
  return ACT_KINDS[kind] ?? kind;
}

const TAKEN_BACK = new Set([
  'reviewed',
  'graded',
  'linked',
  'judged',
  'found',
  'replied',
  'challenged',
  'corrected',
  'recommended',
  'decided',
  'undone',
]);

/** Whether an act is a person's word that can be taken back; what came in, left or was withheld cannot. */
export function canBeTakenBack({ kind, silenced }: { readonly kind: string; readonly silenced: boolean }): boolean {
  return TAKEN_BACK.has(kind) && !silenced;
}
