/** As much of the library's interface as is used here; what is published of its types leaves the options out. */
declare module 'word-extractor' {
  type Options = { readonly filterUnicode?: boolean };
  type Extracted = {
    getBody(options?: Options): string;
    getFootnotes(options?: Options): string;
    getEndnotes(options?: Options): string;
    getAnnotations(options?: Options): string;
    getTextboxes(options?: Options): string;
  };
  export default class WordExtractor {
    extract(source: Buffer): Promise<Extracted>;
  }
}
