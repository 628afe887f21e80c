import { useEffect, useState } from 'react';
import { droppedFiles } from '../parts/dropped-files.ts';
import './documents.css';

/** Takes files dropped anywhere on the page, so that a missed target does not make the browser leave it. */
export function DropAnywhere({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hold = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      // The place marked for files took them already.
      if (event.defaultPrevented || !carriesFiles(event)) return;
      event.preventDefault();
      void droppedFiles(event.dataTransfer).then((files) => {
        if (files.length > 0) onFiles(files);
      });
    };
    const options = [
      ['dragenter', enter],
      ['dragleave', leave],
      ['dragover', hold],
      ['drop', drop],
    ] as const;
    for (const [name, handler] of options) window.addEventListener(name, handler);
    return () => {
      for (const [name, handler] of options) window.removeEventListener(name, handler);
    };
  }, [onFiles]);
  return over ? (
    <div className="drop-veil" aria-hidden="true">
      Drop the files to add them as documents
    </div>
  ) : null;
}
