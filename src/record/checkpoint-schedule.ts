/** Tiles and checkpoint follow the acts at most this long, or this many acts, later. */
const PUBLISH_AFTER_MS = 1000;
const PUBLISH_AFTER_ACTS = 4096;

/** When the next checkpoint is written. One that fails loses nothing: that is said, and the acts are covered at the next opening. */
export class CheckpointSchedule {
  readonly #publish: () => Promise<unknown>;
  readonly #onMessage: (text: string) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(publish: () => Promise<unknown>, onMessage: (text: string) => void) {
    this.#publish = publish;
    this.#onMessage = onMessage;
  }

  /** Has acts covered before long; `behind` is how many no checkpoint covers yet. */
  publishSoon(behind: number): void {
    if (behind >= PUBLISH_AFTER_ACTS) void this.publishNow();
    else this.#timer ??= setTimeout(() => void this.publishNow(), PUBLISH_AFTER_MS).unref();
  }

  async publishNow(): Promise<void> {
    this.stop();
    try {
      await this.#publish();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#onMessage(`${why}. The acts are safe; the checkpoint follows when the workspace is next opened.`);
    }
  }

  /** Nothing is due any more: a checkpoint is being written. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
