/**
 * Escaping of text from outside for HTML and SVG. Everything that a source, a file name or an analyst wrote passes through
 * here before it stands in a figure or a report; nothing else in these rooms writes text into markup.
 */

/** Finished markup. A brand, so that a plain string cannot be put where escaped text is expected. */
export type Markup = string & { readonly markup: true };

/** Markup that this program wrote itself. Never call it on anything from outside. */
export function trustedMarkup(text: string): Markup {
  return text as Markup;
}

export const NO_MARKUP: Markup = trustedMarkup('');

/**
 * What neither XML 1.0 (section 2.2) nor a reader can take: controls other than tab and line ends, non-characters, the object
 * replacement character's neighbours. They become U+FFFD, so that something is seen to have stood there.
 */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]/gu;

/**
 * Characters that change the order or hide the presence of others (Unicode bidirectional controls, zero-width space, tags).
 * A quotation must not read otherwise than its bytes, so they are shown by their number instead of taking effect.
 */
const DECEPTIVE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** The text as it may be shown to a reader: well-formed, without controls, with deceptive characters made visible. */
export function printableText(text: string): string {
  return text
    .toWellFormed()
    .replace(UNPRINTABLE, '\ufffd')
    .replace(DECEPTIVE, (character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return `[U+${code}]`;
    });
}

/** Text from outside as markup, safe as element content and inside a double-quoted attribute. */
export function escapeMarkup(text: string): Markup {
  return trustedMarkup(
    printableText(text)
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      .replace(/'/g, '&#39;'),
  );
}

export type AttributeValue = string | number | boolean | null | undefined;

/**
 * One element. Attribute values are escaped, numbers rounded to two places; null, undefined and false leave the attribute
 * out. Element and attribute names come from this program alone.
 *
 * @throws RangeError for a number that is not finite: a figure with a hole in it must not be published
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>> = {},
  ...children: readonly Markup[]
): Markup {
  let out = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (value === true) out += ` ${key}`;
    else out += ` ${key}="${typeof value === 'number' ? formatCoordinate(value) : escapeMarkup(value)}"`;
  }
  return trustedMarkup(`${out}>${children.join('')}</${name}>`);
}

export function joinMarkup(parts: readonly Markup[], separator = ''): Markup {
  return trustedMarkup(parts.join(separator));
}

/** A coordinate with at most two places, the same on every machine. */
export function formatCoordinate(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('a figure cannot have a coordinate that is not a number');
  const rounded = Math.round(value * 100) / 100;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}
