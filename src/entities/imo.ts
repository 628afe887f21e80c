/**
 * IMO numbers: seven digits, the last a check digit: the first six by the weights 7 to 2, summed, modulo 10
 * (IMO resolution A.1117(30)). The scheme for ships and the one for companies share the length, not the check digit rule.
 */

/** True for seven digits with the right check digit for a ship. */
export function isShipNumber(digits: string): boolean {
  if (!/^\d{7}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 6; i++) sum += Number(digits[i]) * (7 - i);
  return sum % 10 === Number(digits[6]) && digits !== '0000000';
}

/**
 * The IMO numbers a text states: after the letters IMO in any usual writing (`IMO 8916293`, `IMO No. 8916293`, `IMO: 891 6293`),
 * with or without a right check digit, and without the letters when the seven digits stand alone and check.
 */
export function findImoNumbers(text: string): string[] {
  // Most names have no digit, and what is asked below is slow.
  if (!/[0-9]|[^\x20-\x7e]/.test(text)) return [];
  const found = new Set<string>();
  const plain = plainDigits(text.normalize('NFKC'));
  const said =
    /\bI\.?\s?M\.?\s?O\.?(?:\s*\))?(?:\s*(?:ship|vessel|company|identification|id|registration|reg|number|numbers|no|nr|num|#|№|n°|nº)\.?)*\s*[:#=.()-]*\s*(\d[\d .-]{5,10}\d|\d{7})(?!\d)/gi;
  for (const match of plain.matchAll(said)) {
    const digits = (match[1] ?? '').replace(/\D/g, '');
    if (digits.length === 7) found.add(digits);
  }
  for (const match of plain.matchAll(/\bIMO(\d{7})(?!\d)/gi)) found.add(match[1] ?? '');
  for (const match of plain.matchAll(/(?<![\dA-Za-z])(\d{7})(?![\dA-Za-z])/g)) {
    const digits = match[1] ?? '';
    if (isShipNumber(digits)) found.add(digits);
  }
  return [...found];
}

/** Arabic, Persian and Devanagari digits as the usual ones. */
function plainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) =>
    String((digit.charCodeAt(0) - (digit < '\u0966' ? 0 : 6)) & 0xf),
  );
}

/**
 * Ship numbers that a repainted hull may hide: the number with each of its 3s and 8s turned into the other, one or
 * several at a time, that have a right check digit. The number itself is not among them.
 */
export function repaintNeighbours(digits: string): string[] {
  const places: number[] = [];
  for (let i = 0; i < digits.length; i++) if (digits[i] === '3' || digits[i] === '8') places.push(i);
  const neighbours: string[] = [];
  for (let mask = 1; mask < 1 << places.length; mask++) {
    const chars = [...digits];
    places.forEach((place, bit) => {
      if ((mask >> bit) & 1) chars[place] = chars[place] === '3' ? '8' : '3';
    });
    const other = chars.join('');
    if (isShipNumber(other)) neighbours.push(other);
  }
  return neighbours;
}
