/** `GET /record` */
export type RecordView = {
  readonly origin: string;
  readonly acts: number;
  readonly documents: number;
  readonly withheld: number;
  readonly checkpoint: string | null;
  readonly checkpointAt: string | null;
  /** How many acts the checkpoint covers: it follows the acts a second later. */
  readonly covered: number;
  readonly vkey: string;
};
/** `POST /record/verifications` answers a Job with this result; `POST /record/checkpoint` signs anew and answers RecordView. */
export type VerificationResult = {
  readonly whole: boolean;
  readonly summary: string;
  readonly faults: readonly {
    readonly path: string;
    readonly offset: number | null;
    readonly code: string;
    readonly message: string;
  }[];
};
/** `GET /record/proofs/{id}` (act, claim or document) gives the proof as text, to be kept beside what it proves. */
export type ProofText = string;
