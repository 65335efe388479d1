-- The fund: rounds with their applications, decisions with their awards. All of it is written once and never changed.

CREATE TABLE rounds (
  id text COLLATE "C" PRIMARY KEY,
  fund_id text,
  title text NOT NULL,
  rule text NOT NULL,
  trial boolean NOT NULL,
  example boolean NOT NULL,
  unit text NOT NULL,
  application_count integer NOT NULL,
  requested bigint NOT NULL,
  budget bigint NOT NULL,
  -- The canonical round without its applications.
  terms jsonb NOT NULL,
  -- Applications and requested units per tag value.
  tags jsonb NOT NULL,
  -- The canonical round, byte for byte as it was hashed.
  document text NOT NULL,
  round_hash text NOT NULL,
  created_at timestamptz NOT NULL,
  ledger_seq bigint NOT NULL UNIQUE REFERENCES ledger (seq),
  UNIQUE NULLS NOT DISTINCT (round_hash, rule, fund_id, trial)
);
--> statement-breakpoint
-- Documents are large and read whole: compressing them would cost more time than it saves space.
ALTER TABLE rounds ALTER COLUMN document SET STORAGE EXTERNAL;
--> statement-breakpoint
CREATE INDEX rounds_newest ON rounds (created_at DESC, id);
--> statement-breakpoint
CREATE INDEX rounds_of_fund ON rounds (fund_id, created_at DESC, id);
--> statement-breakpoint
CREATE TABLE applications (
  round_id text COLLATE "C" NOT NULL REFERENCES rounds (id) DEFERRABLE INITIALLY DEFERRED,
  -- Place in the canonical round, from 0: the order of ids.
  position integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  title text,
  score bigint NOT NULL,
  requested bigint NOT NULL,
  amounts jsonb NOT NULL,
  tags jsonb NOT NULL,
  option_count integer NOT NULL,
  -- Id and title without case and accents.
  search text NOT NULL,
  PRIMARY KEY (round_id, position),
  UNIQUE (round_id, id)
);
--> statement-breakpoint
CREATE INDEX applications_by_score ON applications (round_id, score DESC, position);
--> statement-breakpoint
CREATE INDEX applications_by_requested ON applications (round_id, requested DESC, position);
--> statement-breakpoint
CREATE TABLE decisions (
  round_id text COLLATE "C" PRIMARY KEY REFERENCES rounds (id),
  hash text NOT NULL,
  level text CHECK (level IN ('A', 'B', 'C')),
  awarded bigint NOT NULL,
  seconds double precision NOT NULL,
  summary jsonb NOT NULL,
  -- The decision document, byte for byte as it was hashed.
  document text NOT NULL,
  at timestamptz NOT NULL,
  ledger_seq bigint NOT NULL UNIQUE REFERENCES ledger (seq)
);
--> statement-breakpoint
ALTER TABLE decisions ALTER COLUMN document SET STORAGE EXTERNAL;
--> statement-breakpoint
CREATE TABLE awards (
  round_id text COLLATE "C" NOT NULL REFERENCES decisions (round_id) DEFERRABLE INITIALLY DEFERRED,
  position integer NOT NULL,
  funded boolean NOT NULL,
  awarded bigint NOT NULL,
  option text,
  -- Null when the decision compares with no other rule.
  funded_other boolean,
  -- The decision's explanation of an unfunded application.
  explanation jsonb,
  PRIMARY KEY (round_id, position)
);
--> statement-breakpoint
CREATE TRIGGER rounds_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rounds
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER applications_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON applications
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER decisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER awards_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON awards
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
