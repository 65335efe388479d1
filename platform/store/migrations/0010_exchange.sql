-- Exchange: imports with their preview, what imported applications are called elsewhere, archives from other
-- installations; and what the public reported about the register.

CREATE TABLE imports (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('organisations', 'applications')),
  -- The call that applications are imported into, and its fund; null for organisations.
  call_id text COLLATE "C" REFERENCES calls (id),
  fund_id text,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  -- The file, until it is read.
  bytes bytea,
  state text NOT NULL CHECK (state IN ('reading', 'ready', 'refused', 'confirming', 'done', 'failed', 'discarded')),
  -- How the file was read: format, encoding, separator or sheet; columns that are not used.
  source jsonb,
  -- Rows read so far, and how many of them are new, changed, unchanged or not right.
  counts jsonb NOT NULL,
  -- Why it failed, in both languages.
  failure jsonb,
  created_by uuid NOT NULL REFERENCES people (id),
  created_at timestamptz NOT NULL,
  confirmed_by uuid REFERENCES people (id),
  finished_at timestamptz,
  CHECK ((kind = 'applications') = (call_id IS NOT NULL)),
  CHECK ((call_id IS NULL) = (fund_id IS NULL))
);
--> statement-breakpoint
CREATE INDEX imports_newest ON imports (created_at DESC, id);
--> statement-breakpoint
-- The preview: one row per row of the file. They go once the import is done or discarded.
CREATE TABLE import_rows (
  import_id uuid NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  -- Place in the file, from 1, and the row as a spreadsheet counts it.
  position integer NOT NULL,
  line integer NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('new', 'changed', 'unchanged', 'error')),
  title text NOT NULL,
  cells jsonb NOT NULL,
  -- What is there already: its id, and per column what it would become.
  target text,
  changes jsonb NOT NULL,
  errors jsonb NOT NULL,
  PRIMARY KEY (import_id, position)
);
--> statement-breakpoint
CREATE INDEX import_rows_by_outcome ON import_rows (import_id, outcome, position);
--> statement-breakpoint
-- What an imported application is called where it came from: the same reference again is the same application.
CREATE TABLE application_references (
  call_id text COLLATE "C" NOT NULL REFERENCES calls (id),
  reference text NOT NULL,
  application_id text COLLATE "C" NOT NULL UNIQUE REFERENCES grant_applications (id),
  -- What was imported last, column by column.
  cells jsonb NOT NULL,
  PRIMARY KEY (call_id, reference)
);
--> statement-breakpoint
-- Archives of calls of other installations (docs/formats/archive.md), kept as they came until their retention ends. A
-- change would show: each file has its hash, and the ledger has that of the list.
CREATE TABLE archives (
  -- Hash of the manifest.
  hash text PRIMARY KEY,
  manifest jsonb NOT NULL,
  key_id text NOT NULL,
  call_id text NOT NULL,
  title jsonb NOT NULL,
  file_count integer NOT NULL,
  size bigint NOT NULL,
  taken_in_by uuid REFERENCES people (id),
  taken_in_at timestamptz NOT NULL,
  ledger_seq bigint NOT NULL UNIQUE REFERENCES ledger (seq)
);
--> statement-breakpoint
CREATE TABLE archive_files (
  archive text NOT NULL REFERENCES archives (hash) ON DELETE CASCADE,
  position integer NOT NULL,
  path text NOT NULL,
  kind text NOT NULL,
  about text NOT NULL,
  title text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (archive, position),
  UNIQUE (archive, path)
);
--> statement-breakpoint
-- What visitors reported about the register. A report holds no name: who reports gets a number to ask about it.
CREATE TABLE register_reports (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  fund_id text NOT NULL,
  -- The award or the call it is about.
  subject text NOT NULL,
  reason text NOT NULL CHECK (reason IN ('personal-data', 'wrong', 'other')),
  text text NOT NULL,
  reported_at timestamptz NOT NULL,
  closed_at timestamptz,
  closed_by uuid REFERENCES people (id),
  answer text,
  CHECK ((closed_at IS NULL) = (answer IS NULL))
);
--> statement-breakpoint
CREATE INDEX register_reports_open ON register_reports (fund_id, reported_at) WHERE closed_at IS NULL;
