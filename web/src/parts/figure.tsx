import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

/**
 * A drawing of `src/figures`, made again for the width there is. Its markup is our own: figure functions escape every text they
 * are given. The drawing names and describes itself; `caption` says what to see in it.
 */
export function Figure({
  draw,
  caption,
  widest = 1100,
}: {
  readonly draw: (width: number) => string;
  readonly caption?: ReactNode;
  readonly widest?: number;
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
  const markup = width === 0 ? '' : draw(width);
  return (
    <figure>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our own figure functions, which escape all text */}
      <div ref={place} className="drawing" dangerouslySetInnerHTML={{ __html: markup }} />
      {caption === undefined ? null : <figcaption>{caption}</figcaption>}
    </figure>
  );
}
