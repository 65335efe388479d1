/** Why the system refused to read or write, in words. */

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  EISDIR: "is a folder, a file is needed",
  ENOTDIR: "a part of its path is a file, not a folder",
  EEXIST: "a part of its path is a file, not a folder",
  EACCES: "may not be opened (permissions)",
  EROFS: "its disk can only be read",
  ENOSPC: "its disk is full",
};

/** The reason of a failed read or write; for what has no words of its own the message as it is. */
export function reasonOf(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException).code ?? "";
  return reasons[code] ?? (cause instanceof Error ? cause.message : String(cause));
}
