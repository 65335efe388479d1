/**
 * Files for PGlite that reach the disk before a commit is acknowledged.
 *
 * PGlite starts PostgreSQL with `fsync` off, and its file system for Node has no `fsync` at all: a commit survives the
 * end of the process, but not a loss of power. This adds the missing operation and turns `fsync` on.
 */
import { fsyncSync, mkdirSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

interface NodeStream {
  /** The file descriptor of the open file. */
  readonly nfd: number;
}

interface Module {
  readonly FS: { readonly filesystems: { readonly NODEFS: { stream_ops: Record<string, unknown> } } };
}

/** The parameters PGlite starts with, with `fsync` on; its `fdatasync`, which the log would use, does nothing either. */
export const durableStart: string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  "-c",
  "fsync=on",
  "-c",
  "wal_sync_method=fsync",
];

class DurableNodeFS extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS["init"]>) {
    const { emscriptenOpts } = await super.init(pg, options);
    const addFsync = (module: Module) => {
      module.FS.filesystems.NODEFS.stream_ops.fsync = (stream: NodeStream) => {
        fsyncSync(stream.nfd);
        return 0;
      };
    };
    const preRun = [...[emscriptenOpts.preRun ?? []].flat(), addFsync as unknown as () => void];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } as typeof emscriptenOpts };
  }
}

/** The file system of a PGlite database in `directory`, readable by its owner only. */
export function durableFiles(directory: string): NodeFS {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return new DurableNodeFS(directory);
}
