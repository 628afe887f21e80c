/**
 * An address as it may be written down, on a screen too: without the name and password in it. What is no address, such as one
 * with a slash too few, loses what stands before its last @ all the same: it was meant as one.
 */
export function withoutCredentials(text: string, base?: string): string {
  if (URL.canParse(text, base)) {
    const url = new URL(text, base);
    if (url.username === '' && url.password === '' && !/^https?:/i.test(url.protocol)) return text.replace(MEANT, '$1');
    url.username = '';
    url.password = '';
    return url.href;
  }
  return text.replace(MEANT, '$1');
}

/** Words that may hold addresses, such as what a library says of one, without the names and passwords in them. */
export function withoutCredentialsIn(words: string): string {
  return words.replace(MEANT, '$1');
}

/** What a server asks for that an address opens with a name and password (RFC 7617); null for an address without. */
export function basicCredentials({ username, password }: URL): string | null {
  if (username === '' && password === '') return null;
  return `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;
}

/** A scheme and slashes of either kind, then what stands before an @: "http:/user:word@host", "http:\\user:word@host". */
const MEANT = /((?:[a-z][a-z0-9+.-]*:[/\\]*|[/\\]{2,}))[^/\\?#\s]*@/gi;
