/** Every act by a person: who and why. */
export type Signed = { readonly by: string; readonly reason?: string | null };

/** `POST /acts/{id}/undo` takes Signed. */
export type ActsDone = { readonly acts: readonly ActLine[]; readonly version: string };

/** `GET /record/acts?kind=&by=&q=&cursor=&limit=` gives a page of these, newest first. */
export type ActLine = {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly by: string;
  /** The act in one sentence. */
  readonly summary: string;
  readonly supersedes: string | null;
  /** True when a later act took it back or replaced it. */
  readonly superseded: boolean;
  /** True where somebody may take it back: a person's word that still counts. */
  readonly canBeUndone: boolean;
  readonly withheld: boolean;
};

/** `GET /record/acts/{id}` */
export type ActDetail = ActLine & { readonly body: unknown; readonly leaf: unknown; readonly index: number };

export type { ActKind } from '../../../record/log/act.ts';
