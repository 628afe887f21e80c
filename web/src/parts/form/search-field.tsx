import { useEffect, useRef, useState } from 'react';
import { TextField } from './field.tsx';

/** How long nobody writes before it is asked. */
const PAUSE = 200;

/** A search field whose value is asked for a moment after the last letter, not at every one. `f` gives it the focus on a page. */
export function SearchField({
  label = 'Search',
  labelHidden = false,
  placeholder,
  value,
  onChange,
}: {
  readonly label?: string;
  readonly labelHidden?: boolean;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const [text, setText] = useState(value);
  // Whoever is told a moment later is who asks then: the page may be another by that time.
  const stated = useRef(onChange);
  stated.current = onChange;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address changes by Back and by "clear" too; what is being written meanwhile counts more.
  useEffect(() => {
    if (timer.current === undefined) setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const write = (written: string) => {
    setText(written);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      stated.current(written);
    }, PAUSE);
  };
  return (
    <TextField
      label={label}
      labelHidden={labelHidden}
      type="search"
      value={text}
      onChange={write}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  );
}
