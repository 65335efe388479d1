-- The general parts: ledger, signing key, jobs. SQL stays within PostgreSQL 15; PGlite runs the same file.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE TABLE ledger (
  seq bigint PRIMARY KEY CHECK (seq >= 1),
  at timestamptz NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  body jsonb NOT NULL,
  previous text NOT NULL,
  hash text NOT NULL UNIQUE CHECK (hash ~ '^sha256:[0-9a-f]{64}$'),
  signature text NOT NULL
);
--> statement-breakpoint
CREATE INDEX ledger_subject ON ledger (subject, seq);
--> statement-breakpoint
CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION ledger_continues() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last_seq bigint;
  last_hash text;
BEGIN
  SELECT seq, hash INTO last_seq, last_hash FROM ledger ORDER BY seq DESC LIMIT 1;
  IF NEW.seq <> coalesce(last_seq, 0) + 1
    OR NEW.previous <> coalesce(last_hash, 'sha256:' || repeat('0', 64))
    OR (NEW.seq = 1) <> (NEW.kind = 'ledger.opened') THEN
    RAISE EXCEPTION 'ledger entry % does not continue entry %', NEW.seq, coalesce(last_seq, 0) USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_chain BEFORE INSERT ON ledger FOR EACH ROW EXECUTE FUNCTION ledger_continues();
--> statement-breakpoint
-- One row at most: the ledger goes on with the key it was opened with.
CREATE TABLE signing_key (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  jwk jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE jobs (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  subject text NOT NULL,
  payload jsonb NOT NULL,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress jsonb,
  cancel_requested boolean NOT NULL DEFAULT false,
  attempts integer NOT NULL DEFAULT 0,
  worker uuid,
  lease_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz,
  failure text,
  CHECK ((state = 'running') = (worker IS NOT NULL)),
  CHECK ((state = 'running') = (lease_until IS NOT NULL)),
  CHECK ((state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL)),
  CHECK ((state = 'failed') = (failure IS NOT NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX jobs_open ON jobs (kind, subject) WHERE state IN ('queued', 'running');
--> statement-breakpoint
CREATE INDEX jobs_subject ON jobs (kind, subject, created_at DESC);
