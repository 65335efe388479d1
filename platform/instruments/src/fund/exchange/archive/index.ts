/** A call as one archive that another installation can check and keep. */
export {
  type ArchiveFile,
  type ArchiveKind,
  archiveFormat,
  archiveKinds,
  LedgerExtract,
  ListedFile,
  ledgerPath,
  Manifest,
  manifestPath,
  safeName,
  signaturePath,
} from "./format.js";
export { type ArchiveFault, type CheckedArchive, type ReadArchive, readArchive } from "./read.js";
export { type ManifestHead, sha256Of, writeArchive } from "./write.js";
