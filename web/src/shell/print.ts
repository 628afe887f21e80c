/** What is folded for want of room on a screen, and holds nothing to press. */
const FOLDED = 'details[data-prints]:not([open])';

/** Unfolds for the time of printing what a page folds to save room: paper has no key for it. Returns what ends this. */
export function unfoldForPrint(): () => void {
  let unfolded: HTMLDetailsElement[] = [];
  const unfold = () => {
    const folded = [...document.querySelectorAll<HTMLDetailsElement>(FOLDED)];
    for (const one of folded) one.open = true;
    unfolded = [...unfolded, ...folded];
  };
  const fold = () => {
    for (const one of unfolded) one.open = false;
    unfolded = [];
  };
  window.addEventListener('beforeprint', unfold);
  window.addEventListener('afterprint', fold);
  return () => {
    window.removeEventListener('beforeprint', unfold);
    window.removeEventListener('afterprint', fold);
  };
}
