import type { CalendarDate } from '../../core/time/calendar.ts';
import type { Hit } from '../../screening/screen.ts';
import type { LoadedLists } from '../lists/screening-index.ts';
import type { Progress } from '../progress.ts';
import type { Workspace, WorkspacePlace } from '../workspace/workspace.ts';
import type { HeldDecision, RememberedDecision } from './screening-decisions.ts';

export type ScreenSettings = {
  /** List files; when there are none, the lists of the workspace are asked. */
  readonly lists: readonly string[];
  readonly limit: number;
  readonly threshold: number;
  readonly match: number;
  readonly asOf?: CalendarDate | undefined;
  /** Where the screening is logged as an act, with the lists by hash; nowhere when left out. */
  readonly workspace?: WorkspacePlace | undefined;
  readonly clock?: string | undefined;
  readonly progress: Progress;
};

/** A hit with what was decided on it before; null where nobody has. */
export type DecidedHit = Hit & {
  readonly decision: RememberedDecision | null;
  /** Set where the list that it comes from is more than a year old. */
  readonly listAge: string | null;
};

/** Where a screening takes place: its lists, and the workspace that remembers it. */
export type ScreeningPlace = {
  readonly lists: LoadedLists;
  readonly workspace: Workspace | null;
  readonly decisions: readonly HeldDecision[];
};
