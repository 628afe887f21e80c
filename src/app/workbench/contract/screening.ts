/** `GET /screening?name=&schema=&birthDate=&country=&idNumber=&imoNumber=&threshold=&limit=&asOf=`; looked at only, not logged. */
export type ScreeningAnswer = {
  readonly hits: readonly ScreeningHit[];
  readonly lists: readonly ListSummary[];
  readonly milliseconds: number;
};
export type ScreeningHit = {
  readonly entityId: string;
  readonly dataset: string;
  readonly schema: string;
  readonly caption: string;
  readonly rank: number;
  readonly score: number;
  readonly support: number;
  readonly match: boolean;
  readonly reasons: readonly string[];
  /** Asked and listed name laid side by side, part by part; null where one has none. */
  readonly aligned: readonly { readonly asked: string | null; readonly listed: string | null; readonly how: string }[];
  readonly names: readonly string[];
  readonly birthDates: readonly string[];
  readonly countries: readonly string[];
  readonly numbers: readonly string[];
  readonly listedOn: string | null;
  readonly program: string | null;
  readonly decision: ScreeningDecision | null;
  /** Set where the list that it comes from is more than a year old. */
  readonly listAge: string | null;
};
export type ScreeningDecision = {
  readonly act: string;
  readonly decision: 'true' | 'false' | 'unsure';
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly note: string;
  readonly name: string;
  readonly entityId: string;
  readonly caption: string;
};
/** `POST /screening/decisions`; `question` as the query of `GET /screening`. The screening is logged with it. */
export type DecisionRequest = {
  readonly by: string;
  readonly reason: string;
  readonly decision: ScreeningDecision['decision'];
  readonly entityId: string;
  readonly question: {
    readonly name?: string;
    readonly schema?: string;
    readonly birthDate?: string;
    readonly country?: string;
    readonly idNumber?: string;
    readonly imoNumber?: string;
  };
};
/** `GET /screening/decisions` */
export type DecisionList = { readonly decisions: readonly ScreeningDecision[] };
/** `POST /screening/files` (multipart: `file` CSV, `threshold`, `limit`) answers a Job; the CSV is at `GET /screening/files/{job}`. */
export type ScreenedFile = {
  readonly rows: number;
  readonly withHits: number;
  readonly hits: number;
  readonly faults: readonly string[];
};
/** `GET /lists`, newest version first in each list. */
export type HeldListsView = { readonly lists: readonly ListSummary[] };
export type ListSummary = {
  readonly document: string;
  readonly list: string;
  readonly format: string;
  readonly file: string;
  readonly versionDate: string | null;
  readonly acquired: string;
  readonly entities: number | null;
  readonly newest: boolean;
};
/**
 * `GET /lists/difference?before=DOCUMENT&after=DOCUMENT`. `POST /lists` (multipart `file`) and `POST /lists/sync` answer a Job;
 * that of a sync fails with what to do when no address answers.
 */
export type ListDifferenceView = {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly rows: readonly {
    readonly change: 'added' | 'removed' | 'changed';
    readonly entityId: string;
    readonly caption: string;
    readonly fields: readonly {
      readonly field: string;
      readonly before: readonly string[];
      readonly after: readonly string[];
    }[];
  }[];
};

/** Results of the jobs of `POST /lists` and `POST /lists/sync`. */
export type ListsAdded = {
  readonly added: readonly { readonly file: string }[];
  readonly unchanged: readonly { readonly file: string }[];
  readonly refused: readonly { readonly name: string; readonly message: string }[];
};
export type ListsFetched = {
  readonly outcomes: readonly {
    readonly list: string;
    readonly file: string;
    readonly outcome: 'added' | 'unchanged' | 'skipped' | 'failed';
    readonly message: string | null;
  }[];
};
