import { DocumentError } from '../document-error.ts';

/** A value as Python writes it by `repr`, which is no JSON: nothing of it is ever run. */
export type PythonValue =
  | string
  | number
  | boolean
  | null
  | readonly PythonValue[]
  | { readonly [key: string]: PythonValue };

const DEEPEST = 40;
const MOST_LENGTH = 4_000_000;

/**
 * Reads what `repr` gives of plain values: dictionaries, lists, tuples, sets, texts, numbers, and a call of a class such as
 * `datetime.datetime(2025, 3, 1, tzinfo=datetime.timezone.utc)`, of which a time becomes its ISO form and all others null.
 * @throws DocumentError `corrupt` for all else
 */
export function readPythonLiteral(text: string): PythonValue {
  if (text.length > MOST_LENGTH) throw fault(0, 'it is too long');
  const reader = new LiteralReader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

function fault(at: number, why: string): DocumentError {
  return new DocumentError('corrupt', `no value of Python at character ${at + 1}: ${why}`);
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '0': '\0',
};
const WORDS: Readonly<Record<string, PythonValue>> = { True: true, False: false, None: null };

class LiteralReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): PythonValue {
    if (depth > DEEPEST) throw fault(this.#at, 'it goes too deep');
    this.#blanks();
    const sign = this.#text[this.#at];
    if (sign === '{') return this.#braces(depth);
    if (sign === '[') return this.#list(']', depth);
    if (sign === '(') return this.#list(')', depth);
    const number = this.#match(/[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/iy);
    if (number !== null) return Number(number);
    const quote = this.#match(/[bBrRuU]{0,2}(?=['"])/y);
    if (quote !== null) return this.#string(/r/i.test(quote));
    const name = this.#match(/[A-Za-z_][\w.]*/y);
    if (name === null) throw fault(this.#at, 'a value is missing');
    if (Object.hasOwn(WORDS, name)) return WORDS[name] as PythonValue;
    return this.#call(name, depth);
  }

  end(): void {
    this.#blanks();
    if (this.#at < this.#text.length) throw fault(this.#at, 'something stands behind it');
  }

  #braces(depth: number): PythonValue {
    this.#take('{');
    const entries: [string, PythonValue][] = [];
    const members: PythonValue[] = [];
    while (!this.#has('}')) {
      const key = this.value(depth + 1);
      if (this.#has(':')) {
        entries.push([String(key), this.value(depth + 1)]);
      } else members.push(key);
      if (!this.#has(',')) {
        this.#take('}');
        break;
      }
    }
    // Keys come from outside: none of them is a part of JavaScript's own objects.
    return members.length > 0 ? members : Object.assign(Object.create(null), Object.fromEntries(entries));
  }

  #list(close: ']' | ')', depth: number): readonly PythonValue[] {
    this.#at++;
    const values: PythonValue[] = [];
    while (!this.#has(close)) {
      values.push(this.value(depth + 1));
      if (!this.#has(',')) {
        this.#take(close);
        break;
      }
    }
    return values;
  }

  #call(name: string, depth: number): PythonValue {
    if (!this.#has('(')) return null;
    const numbers: number[] = [];
    let isUtc = false;
    while (!this.#has(')')) {
      const named = this.#match(/\s*[A-Za-z_]\w*\s*=/y);
      const from = this.#at;
      const value = this.value(depth + 1);
      if (named === null && typeof value === 'number') numbers.push(value);
      if (named?.trim().startsWith('tzinfo')) isUtc = /\b(?:utc|UTC)\b/.test(this.#text.slice(from, this.#at));
      if (!this.#has(',')) {
        this.#take(')');
        break;
      }
    }
    return name === 'datetime.datetime' ? isoTime(numbers, isUtc) : null;
  }

  #string(isRaw: boolean): string {
    const quote = this.#text[this.#at] ?? '';
    let out = '';
    for (this.#at++; this.#at < this.#text.length; ) {
      const sign = this.#text[this.#at++] ?? '';
      if (sign === quote) return out;
      if (sign !== '\\' || isRaw) {
        out += sign;
        continue;
      }
      const code = this.#match(/x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}/y);
      if (code !== null) {
        const point = Number.parseInt(code.slice(1), 16);
        out += point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
      } else {
        const next = this.#text[this.#at++] ?? '';
        out += ESCAPES[next] ?? `\\${next}`;
      }
    }
    throw fault(this.#at, 'a text does not end');
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    if (found !== null) this.#at += found.length;
    return found;
  }

  #blanks(): void {
    this.#match(/\s*/y);
  }

  #has(sign: string): boolean {
    this.#blanks();
    if (this.#text[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #take(sign: string): void {
    if (!this.#has(sign)) throw fault(this.#at, `"${sign}" is missing`);
  }
}

/** A time of Python; one without a zone says none. */
function isoTime(numbers: readonly number[], isUtc: boolean): string | null {
  const [year, month = 1, day = 1, hour = 0, minute = 0, second = 0] = numbers;
  if (year === undefined || year < 1 || year > 9999) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${isUtc ? 'Z' : ''}`;
}
