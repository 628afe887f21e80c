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

/** A scheme and slashes of either kind, then what stands before an @: "http:/user:word@host", "http:\\user:word@host". */
const MEANT = /((?:[a-z][a-z0-9+.-]*:[/\\]*|[/\\]{2,}))[^/\\?#\s]*@/gi;
