import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { droppedFiles } from './dropped-files.ts';
import './file-drop.css';

/** A place that takes files: dropped onto it, or chosen by its button. */
export function FileDrop({
  label,
  hint,
  accept,
  multiple = false,
  disabled = false,
  onFiles,
}: {
  readonly label: string;
  readonly hint?: ReactNode;
  /** As the `accept` of a file field; dropped files are not held to it, the server says what it cannot read. */
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const described = useId();
  const take = (files: Iterable<File> | null) => {
    const given = [...(files ?? [])].slice(0, multiple ? undefined : 1);
    if (given.length > 0 && !disabled) onFiles(given);
  };
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside && !disabled);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an addition for the mouse; the button does the same by keyboard
    <div
      className={over ? 'file-drop over' : 'file-drop'}
      onDragEnter={(event) => drag(event, true)}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        void droppedFiles(event.dataTransfer).then(take);
      }}
    >
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-hidden="true"
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          take(event.target.files);
          // The same file chosen again is a change too.
          event.target.value = '';
        }}
      />
      <Button
        disabled={disabled}
        onClick={() => input.current?.click()}
        aria-describedby={hint === undefined ? undefined : described}
      >
        {label}
      </Button>
      <span className="file-drop-or">or drop {multiple ? 'them' : 'it'} here</span>
      {hint === undefined ? null : (
        <div className="hint" id={described}>
          {hint}
        </div>
      )}
    </div>
  );
}
