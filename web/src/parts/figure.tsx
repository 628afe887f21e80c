import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';

/**
 * A drawing of `src/figures`, made again for the width there is. Its markup is our own: figure functions escape every text they
 * are given. The drawing names and describes itself; `caption` says what to see in it.
 */
export function Figure({
  draw,
  caption,
  widest = 1100,
  scrolls,
  onMark,
}: {
  readonly draw: (width: number) => string;
  readonly caption?: ReactNode;
  readonly widest?: number;
  /** Of a drawing that may be wider than asked: it keeps its size and is scrolled under this name, so that it can be read. */
  readonly scrolls?: string;
  /** Told which mark of the drawing (`data-mark`) was pressed. What it leads to must be reached without the drawing too. */
  readonly onMark?: (mark: string) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => setWidth(Math.min(widest, Math.floor(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [widest]);
  const told = useRef(onMark);
  told.current = onMark;
  useEffect(() => {
    const element = place.current;
    const pressed = (event: MouseEvent) => {
      const mark = event.target instanceof Element ? event.target.closest('[data-mark]') : null;
      if (mark instanceof SVGElement) told.current?.(mark.dataset.mark ?? '');
    };
    element?.addEventListener('click', pressed);
    return () => element?.removeEventListener('click', pressed);
  }, []);
  const markup = width === 0 ? '' : draw(width);
  return (
    <figure>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our own figure functions, which escape all text */}
      <div ref={place} className="drawing" {...scrolling(scrolls)} dangerouslySetInnerHTML={{ __html: markup }} />
      {caption === undefined ? null : <figcaption>{caption}</figcaption>}
    </figure>
  );
}

/** What scrolls must be reachable by keyboard. */
function scrolling(label: string | undefined) {
  return label === undefined ? {} : { role: 'group', 'aria-label': label, tabIndex: 0, 'data-scrolls': '' };
}
