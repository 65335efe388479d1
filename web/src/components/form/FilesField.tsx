/** Files that belong to an answer. Where they are kept is the page's business; this shows and asks. */
import type { Attachment, Question } from "@voorsprong/call-form";
import { useState } from "react";
import { useFormTexts } from "../../i18n/form.js";
import { useFormat } from "../../i18n/format.js";
import { useAnnounce } from "../../shell/Announcer.js";
import { Alert } from "../Alert.js";
import { Button } from "../Button.js";
import { FileDrop } from "../FileDrop.js";
import { Loading } from "../Loading.js";
import "./form.css";

/** How the page keeps files. */
export interface FileKeeper {
  /** Stores a file and tells what it is stored as. Rejects with an error whose message is for people. */
  readonly store: (question: string, file: File) => Promise<Attachment>;
  /** Takes a stored file away. */
  readonly remove: (question: string, file: Attachment) => Promise<void>;
  /** Where a stored file can be opened; null when it cannot. */
  readonly href: (file: Attachment) => string | null;
}

/** Kinds of files by their usual ending, for people. */
const KINDS: Readonly<Record<string, string>> = {
  "application/pdf": "PDF",
  "image/png": "PNG",
  "image/jpeg": "JPEG",
  "text/csv": "CSV",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
};

/** What is accepted where the question does not say. */
export const ACCEPTED = { mediaTypes: Object.keys(KINDS), maxBytes: 10_000_000 } as const;

/** The stored files of an answer and a place to add one. */
export function FilesField(props: {
  question: Question;
  label: string;
  files: readonly Attachment[];
  most: number;
  error?: string | undefined;
  keeper: FileKeeper;
  onChange: (files: readonly Attachment[]) => void;
}) {
  const { question, files, keeper } = props;
  const t = useFormTexts();
  const f = useFormat();
  const announce = useAnnounce();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<{ name: string; reason: string } | null>(null);
  const { mediaTypes, maxBytes } = question.accept ?? ACCEPTED;

  async function store(file: File) {
    setFailure(null);
    setBusy(file.name);
    announce(t.file.uploading(file.name));
    try {
      const stored = await keeper.store(question.id, file);
      props.onChange([...files, stored]);
      announce(t.file.stored(stored.name));
    } catch (error) {
      setFailure({ name: file.name, reason: error instanceof Error ? error.message : String(error) });
    } finally {
      setBusy(null);
    }
  }
  async function remove(file: Attachment) {
    setFailure(null);
    try {
      await keeper.remove(question.id, file);
      props.onChange(files.filter(({ id }) => id !== file.id));
      announce(t.file.removed(file.name));
    } catch (error) {
      setFailure({ name: file.name, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  const kinds = f.list(mediaTypes.map((type) => KINDS[type] ?? type));
  return (
    <div className="stack">
      {files.length > 0 && (
        <ul className="files">
          {files.map((file) => (
            <li key={file.id}>
              <FileName file={file} href={keeper.href(file)} />
              <Button purpose="subtle" onClick={() => void remove(file)}>
                {t.file.remove(file.name)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {busy !== null && <Loading />}
      {failure !== null && (
        <Alert kind="danger" live title={t.file.failed(failure.name)}>
          <p>{failure.reason}</p>
        </Alert>
      )}
      {files.length < props.most && busy === null && (
        <FileDrop
          label={props.label}
          hint={t.file.kinds(kinds, f.number(maxBytes / 1_000_000, 1))}
          accept={mediaTypes.join(",")}
          error={props.error}
          onFile={(file) => void store(file)}
        />
      )}
    </div>
  );
}

/** A stored file with its size, as a link where it can be opened. */
export function FileName({ file, href }: { file: Attachment; href: string | null }) {
  const t = useFormTexts();
  const f = useFormat();
  return (
    <span>
      {href === null ? file.name : <a href={href}>{file.name}</a>}{" "}
      <span className="small soft">({t.file.size(f.number(Math.ceil(file.bytes / 1000)))})</span>
    </span>
  );
}
