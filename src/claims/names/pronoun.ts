/** The form of a pronoun as a subject: "it" for "its", "they" for "them"; any other word as it is. */
export function nominative(lower: string): string {
  switch (lower) {
    case 'our':
    case 'my':
      return 'we';
    case 'his':
    case 'him':
      return 'he';
    case 'her':
      return 'she';
    case 'its':
      return 'it';
    case 'their':
    case 'them':
      return 'they';
    default:
      return lower;
  }
}
