import iconv from 'iconv-lite';

/** A paragraph of a rich text, or a cell of a table in it. */
export type RtfPart = {
  readonly kind: 'paragraph' | 'cell';
  readonly text: string;
  /** Row of a cell, counted over the whole text; its place in the row. */
  readonly row: number;
  readonly column: number;
};

/** Groups whose text is none of the document's: tables of fonts and styles, pictures, fields' own code, what is not known. */
const SILENT = new Set(
  'fonttbl colortbl stylesheet info pict object themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl generator xmlnstbl header headerl headerr headerf footer footerl footerr footerf fldinst template filetbl revtbl pgptbl userprops docvar bkmkstart bkmkend'.split(
    ' ',
  ),
);
/** Windows charsets of fonts (RTF 1.9.1, \fcharset). */
const PAGES: Readonly<Record<number, string>> = {
  0: 'cp1252',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'cp1253',
  162: 'cp1254',
  177: 'cp1255',
  178: 'cp1256',
  186: 'cp1257',
  204: 'cp1251',
  222: 'cp874',
  238: 'cp1250',
};
const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  '~': '\u00a0',
  _: '\u2011',
  '-': '',
};

type State = { readonly silent: boolean; readonly hidden: boolean; readonly skip: number; readonly page: string };

/**
 * The words of a rich text (RTF 1.9.1) in their order. Hidden text, headers, fields' code and objects are left out. Groups
 * may be nested to any depth: they cost a place in a list each.
 */
export function textOfRtf(bytes: Uint8Array): readonly RtfPart[] {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const parts: RtfPart[] = [];
  const fonts = new Map<number, string>();
  const stack: State[] = [];
  let state: State = { silent: false, hidden: false, skip: 1, page: 'cp1252' };
  let whole = 'cp1252';
  let font: number | null = null;
  let inFonts = false;
  let pending: number[] = [];
  let text = '';
  let left = 0;
  let row = 0;
  let column = 0;
  let inTable = false;

  const flush = () => {
    if (pending.length === 0) return;
    if (!state.silent && !state.hidden) text += iconv.decode(Buffer.from(pending), state.page);
    pending = [];
  };
  const write = (words: string) => {
    flush();
    if (!state.silent && !state.hidden) text += words;
  };
  const end = (kind: RtfPart['kind']) => {
    flush();
    const own = text.replace(/[ \t]+/g, ' ').trim();
    text = '';
    if (own !== '') parts.push({ kind, text: own, row, column });
  };
  const byte = (value: number) => {
    // What stands after \u is for programs that do not know it.
    if (left > 0) left--;
    else pending.push(value);
  };

  const word = (name: string, value: number | null) => {
    if (name !== 'u') flush();
    if (SILENT.has(name)) {
      state = { ...state, silent: true };
      inFonts ||= name === 'fonttbl';
    } else if (name === 'ansicpg' && value !== null) {
      const page = iconv.encodingExists(`cp${value}`) ? `cp${value}` : 'cp1252';
      whole = page;
      state = { ...state, page };
    } else if (name === 'f' && value !== null) {
      font = value;
      if (!inFonts) state = { ...state, page: fonts.get(value) ?? whole };
    } else if (name === 'fcharset' && value !== null) {
      const page = PAGES[value];
      if (inFonts && font !== null && page !== undefined && value !== 0) fonts.set(font, page);
    } else if (name === 'plain') state = { ...state, hidden: false, page: whole };
    else if (name === 'v') state = { ...state, hidden: value !== 0 };
    else if (name === 'uc') state = { ...state, skip: Math.max(0, Math.min(value ?? 1, 16)) };
    else if (name === 'u' && value !== null) {
      write(String.fromCharCode(value & 0xffff));
      left = state.skip;
    } else if (name === 'par' || name === 'sect' || name === 'page') {
      if (inTable) write('\n');
      else end('paragraph');
    } else if (name === 'pard') inTable = false;
    else if (name === 'intbl') inTable = true;
    else if (name === 'cell' || name === 'nestcell') {
      end('cell');
      column++;
    } else if (name === 'row' || name === 'nestrow') {
      row++;
      column = 0;
    } else if (SIGNS[name] !== undefined) write(SIGNS[name]);
  };

  const control = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))/y;
  for (let at = 0; at < source.length; ) {
    const code = source.charCodeAt(at);
    if (code === 0x7b) {
      flush();
      stack.push(state);
      at++;
    } else if (code === 0x7d) {
      flush();
      const outer = stack.pop();
      if (outer === undefined) break;
      if (state.silent && !outer.silent) inFonts = false;
      state = outer;
      left = 0;
      at++;
      if (stack.length === 0) break;
    } else if (code === 0x5c) {
      control.lastIndex = at;
      const match = control.exec(source);
      if (match === null) break;
      const [found, name, value, hex, sign] = match;
      at = control.lastIndex;
      if (hex !== undefined) byte(Number.parseInt(hex, 16));
      else if (name === 'bin') at += Math.max(0, Number(value ?? 0));
      else if (name !== undefined) word(name, value === undefined ? null : Number(value));
      else if (sign === '*') {
        flush();
        state = { ...state, silent: true };
      } else if (sign === '\n' || sign === '\r') word('par', null);
      else if (sign === '\\' || sign === '{' || sign === '}') byte(sign.charCodeAt(0));
      else if (sign !== undefined && SIGNS[sign] !== undefined) write(SIGNS[sign]);
      else if (found === '') break;
    } else {
      if (code !== 0x0a && code !== 0x0d && code !== 0) byte(code);
      at++;
    }
  }
  end('paragraph');
  return parts;
}
