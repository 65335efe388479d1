/** A list whose entries can be added, moved and taken away, with a keyboard as well as with a pointer. */
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "../../../components/Button.js";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { useAnnounce } from "../../../shell/Announcer.js";

/** Where focus goes after a change: the entry itself, one of its buttons, or the button that adds. */
type Focus = { readonly index: number; readonly on: "entry" | "up" | "down" } | "add";

/** Keys of entries: an entry keeps its own when it is moved, whatever is changed in it. */
function useKeys(count: number) {
  const kept = useRef<{ keys: number[]; last: number }>({ keys: [], last: 0 });
  const { current } = kept;
  current.keys.length = Math.min(current.keys.length, count);
  while (current.keys.length < count) current.keys.push(++current.last);
  return {
    of: (index: number) => current.keys[index],
    move(from: number, to: number) {
      current.keys.splice(to, 0, ...current.keys.splice(from, 1));
    },
    remove(index: number) {
      current.keys.splice(index, 1);
    },
  };
}

/** The list. */
export function ListEditor<T>(props: {
  /** What the list holds, for who cannot see it. */
  label: string;
  items: readonly T[];
  /** What an entry is called, also in the names of its buttons. */
  nameOf: (item: T, index: number) => string;
  children: (item: T, index: number, change: (next: T) => void) => ReactNode;
  onChange: (items: readonly T[]) => void;
  /** A new entry; absent: none can be added here. */
  make?: (() => T) | undefined;
  addLabel: string;
  /** Entries of a small kind stand closer together and have no heading. */
  small?: boolean;
}) {
  const { items, nameOf, onChange } = props;
  const { list: t } = useCallEditTexts();
  const announce = useAnnounce();
  const frame = useRef<HTMLDivElement>(null);
  const next = useRef<Focus | null>(null);
  const keys = useKeys(items.length);
  useEffect(() => {
    const focus = next.current;
    next.current = null;
    if (focus === null || frame.current === null) return;
    if (focus === "add") {
      frame.current.querySelector<HTMLElement>(":scope > .list-editor__add button")?.focus();
      return;
    }
    const entry = frame.current.querySelector(`:scope > ol > li:nth-child(${focus.index + 1})`);
    const button =
      focus.on === "entry" ? null : entry?.querySelector<HTMLElement>(`[data-move="${focus.on}"] button`);
    (button ?? (entry as HTMLElement | null))?.focus();
  });

  function move(index: number, by: -1 | 1) {
    const to = index + by;
    const moved = [...items];
    const [item] = moved.splice(index, 1);
    if (item === undefined || to < 0 || to >= items.length) return;
    moved.splice(to, 0, item);
    keys.move(index, to);
    // At an end of the list the button that goes on does nothing any more, so the other one takes focus.
    const atEnd = to === (by === -1 ? 0 : items.length - 1);
    next.current = { index: to, on: (by === -1) !== atEnd ? "up" : "down" };
    announce(t.moved(nameOf(item, index), String(to + 1), String(items.length)));
    onChange(moved);
  }
  function remove(index: number) {
    const item = items[index] as T;
    next.current = items.length === 1 ? "add" : { index: Math.min(index, items.length - 2), on: "entry" };
    keys.remove(index);
    announce(t.removed(nameOf(item, index)));
    onChange(items.filter((_, each) => each !== index));
  }
  function add(make: () => T) {
    next.current = { index: items.length, on: "entry" };
    announce(t.added);
    onChange([...items, make()]);
  }
  return (
    <div ref={frame} className="list-editor">
      <ol aria-label={props.label} className={props.small ? "list-editor__small" : undefined}>
        {items.map((item, index) => {
          const name = nameOf(item, index);
          return (
            <li key={keys.of(index)} tabIndex={-1} aria-label={name}>
              <div className="list-editor__entry">
                {props.children(item, index, (changed) =>
                  onChange(items.map((each, at) => (at === index ? changed : each))),
                )}
              </div>
              <div className="row list-editor__buttons">
                <span data-move="up">
                  <Button
                    purpose="subtle"
                    disabled={index === 0}
                    aria-label={t.up(name)}
                    onClick={() => move(index, -1)}
                  >
                    ↑
                  </Button>
                </span>
                <span data-move="down">
                  <Button
                    purpose="subtle"
                    disabled={index === items.length - 1}
                    aria-label={t.down(name)}
                    onClick={() => move(index, 1)}
                  >
                    ↓
                  </Button>
                </span>
                <Button purpose="subtle" aria-label={t.remove(name)} onClick={() => remove(index)}>
                  {t.removeShort}
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      {props.make && (
        <div className="list-editor__add">
          <Button onClick={() => add(props.make as () => T)}>{props.addLabel}</Button>
        </div>
      )}
    </div>
  );
}
