/** `1 act`, `2 acts`, `1,200 acts`. */
export function countWords(number: number, what: string): string {
  return `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
}
