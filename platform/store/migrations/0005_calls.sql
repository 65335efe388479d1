-- Calls: drafts that can change, and versions that cannot.

CREATE TABLE calls (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'),
  fund_id text NOT NULL,
  -- `draft` until it is opened; then its period tells whether it is coming, open or closed.
  state text NOT NULL CHECK (state IN ('draft', 'published', 'cancelled')),
  -- The latest published version, or 0.
  version integer NOT NULL DEFAULT 0 CHECK (version >= 0),
  -- The draft, or the definition of the latest version (format voorsprong-call/1).
  definition jsonb NOT NULL,
  -- Counts changes to a draft, so that two editors cannot undo each other's work unseen.
  revision integer NOT NULL DEFAULT 1,
  title jsonb NOT NULL,
  opens timestamptz NOT NULL,
  closes timestamptz NOT NULL,
  -- From the programme's files, or made in the pages.
  origin text NOT NULL CHECK (origin IN ('programme', 'pages', 'archive')),
  example boolean NOT NULL DEFAULT false,
  created_by uuid REFERENCES people (id),
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  CHECK ((state = 'draft') = (version = 0)),
  CHECK (closes > opens)
);
--> statement-breakpoint
CREATE INDEX calls_of_fund ON calls (fund_id, opens DESC, id);
--> statement-breakpoint
CREATE TABLE call_versions (
  call_id text COLLATE "C" NOT NULL REFERENCES calls (id),
  version integer NOT NULL CHECK (version >= 1),
  -- The definition, byte for byte as it was hashed (RFC 8785).
  document text NOT NULL,
  hash text NOT NULL,
  -- Why it was changed; null for version 1.
  reason jsonb,
  published_by uuid REFERENCES people (id),
  published_at timestamptz NOT NULL,
  ledger_seq bigint NOT NULL UNIQUE REFERENCES ledger (seq),
  PRIMARY KEY (call_id, version),
  CHECK ((version = 1) = (reason IS NULL))
);
--> statement-breakpoint
CREATE TRIGGER call_versions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON call_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
