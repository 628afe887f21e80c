/**
 * Limits on what is read. Documents come from outside and may be made to harm; these are far above what reports, pages and
 * statements need (the longest Panel report, 615 pages, has under 2 million characters).
 */
export type ReadingLimits = {
  /** Bytes of a file of any kind. */
  readonly fileBytes: number;
  /** Bytes of a table kept as text, which is read piece by piece. */
  readonly tableBytes: number;
  /** UTF-16 code units of a text layer. */
  readonly textLength: number;
  readonly pages: number;
  /** Of one picture. A page of A4 at 600 dots an inch has 35 million. */
  readonly pixels: number;
  /** Pages of one document whose text is read off their pictures, which takes a second or two each. */
  readonly recognisedPages: number;
  /** Depth of nested elements; browsers stop at 512 too. */
  readonly depth: number;
  readonly elements: number;
  readonly zipEntries: number;
  /** Bytes of all parts of a DOCX together once inflated. */
  readonly zipBytes: number;
  /** Inflated bytes for one compressed byte, for parts above 1 MiB. DEFLATE cannot exceed 1032. */
  readonly zipRatio: number;
  /** Cells with something in them of one spreadsheet or CSV file, on all its sheets. */
  readonly cells: number;
  /** What one mail, archive or capture holds and what lies in that, each a document of its own. */
  readonly members: number;
  /** Wall-clock time for one document; where it tells how far it is, from one word of it to the next. */
  readonly milliseconds: number;
  /** Memory of one reading, on the heap and outside it. */
  readonly memoryMegabytes: number;
};

export const READING_LIMITS: ReadingLimits = Object.freeze({
  fileBytes: 256 * 1024 * 1024,
  tableBytes: 4 * 1024 * 1024 * 1024,
  textLength: 16 * 1024 * 1024,
  pages: 5_000,
  pixels: 40_000_000,
  recognisedPages: 1_000,
  depth: 512,
  elements: 400_000,
  zipEntries: 4_096,
  zipBytes: 256 * 1024 * 1024,
  zipRatio: 150,
  cells: 250_000,
  members: 2_000,
  milliseconds: 60_000,
  memoryMegabytes: 800,
});

/** Told how far a reading is that takes long, page by page. */
export type ReadingProgress = (done: number, total: number) => void;
