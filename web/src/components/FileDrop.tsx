/** A file that is chosen or dropped. */
import "@nl-design-system-candidate/button-css/button.css";
import { type DragEvent, type ReactNode, useId, useState } from "react";
import { useShellTexts } from "../i18n/shell.js";
import "./FileDrop.css";

/**
 * A file input that also takes a dropped file. The browser's own button would speak the browser's language, so the
 * input's label is drawn as the button; the input keeps its place in the tab order.
 * @param accept file name endings, for instance `.json,.csv`
 */
export function FileDrop(props: {
  label: string;
  hint?: ReactNode;
  accept?: string;
  error?: string | undefined;
  onFile: (file: File) => void;
}) {
  const t = useShellTexts();
  const id = useId();
  const [over, setOver] = useState(false);
  function take(file: File | null | undefined) {
    if (file) props.onFile(file);
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files.item(0));
  }
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(" ");
  return (
    // Dropping is an extra for the mouse; the input inside does the same for everyone.
    // biome-ignore lint/a11y/noStaticElementInteractions: the input inside is the control
    <div
      className={over ? "file-drop file-drop--over" : "file-drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p id={`${id}-label`} className="file-drop__label">
        {props.label}
      </p>
      {props.hint && (
        <div id={`${id}-hint`} className="small soft">
          {props.hint}
        </div>
      )}
      {props.error && (
        <p id={`${id}-error`} className="field__error">
          {props.error}
        </p>
      )}
      <div className="row">
        <input
          id={id}
          type="file"
          className="visually-hidden"
          accept={props.accept}
          aria-labelledby={`${id}-button ${id}-label`}
          aria-describedby={described === "" ? undefined : described}
          aria-invalid={props.error ? true : undefined}
          onChange={(event) => {
            take(event.target.files?.item(0));
            // The same file can be chosen again after it was mended.
            event.target.value = "";
          }}
        />
        <label id={`${id}-button`} htmlFor={id} className="nl-button nl-button--secondary">
          {t.drop.choose}
        </label>
        <span className="small soft" aria-hidden="true">
          {t.drop.or}
        </span>
      </div>
    </div>
  );
}
