/** Where a list is searched: by Enter, and when the field is left. */
import { type FormEvent, useState } from "react";
import { Field, Input } from "./Field.js";

/** What is typed here, as a form of its own can submit it. */
export interface SearchTyped {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  /** For `onSubmit` of the form around it. */
  readonly find: (event: FormEvent) => void;
}

/**
 * The state of a search field.
 * @param found what the list is searched by now; absent: it is not
 * @param search takes what is typed, without spaces around it; absent: nothing is typed
 */
export function useSearchTyped(
  found: string | undefined,
  search: (wanted: string | undefined) => void,
): SearchTyped {
  const [typed, setTyped] = useState(found ?? "");
  const find = (event: FormEvent) => {
    event.preventDefault();
    search(typed.trim() === "" ? undefined : typed.trim());
  };
  return { typed, setTyped, find };
}

/** The field. */
export function SearchField({ label, typed, setTyped, find }: SearchTyped & { readonly label: string }) {
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          type="search"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={find}
        />
      )}
    </Field>
  );
}
