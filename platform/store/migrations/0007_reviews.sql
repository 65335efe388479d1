-- Review: who reviews what, conflicts of interest, scores, the panel, and the scores that a round is decided on.

-- Messages to people. A mail service may take them from here; they are shown in the pages in any case.
CREATE TABLE outbox (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people (id),
  -- What it is, for instance `review.reminder`.
  kind text NOT NULL,
  -- Title and text in both languages, without names or addresses of others.
  title jsonb NOT NULL,
  text jsonb NOT NULL,
  -- Path of the page it is about.
  path text NOT NULL,
  made_at timestamptz NOT NULL,
  sent_at timestamptz
);
--> statement-breakpoint
CREATE INDEX outbox_of_person ON outbox (person_id, made_at DESC);
--> statement-breakpoint
CREATE INDEX outbox_unsent ON outbox (made_at) WHERE sent_at IS NULL;
--> statement-breakpoint
CREATE TABLE reviewers (
  call_id text COLLATE "C" NOT NULL REFERENCES calls (id),
  person_id uuid NOT NULL REFERENCES people (id),
  -- What applicants, the ledger and frozen scores know the reviewer as: random, so it tells nothing.
  alias text COLLATE "C" NOT NULL,
  capacity integer NOT NULL CHECK (capacity BETWEEN 0 AND 100000),
  -- Level (0 to 3) per theme of the fund.
  expertise jsonb NOT NULL,
  -- Organisations the reviewer has a stake in, beside those the reviewer is a member of.
  interests text[] NOT NULL,
  added_by uuid NOT NULL REFERENCES people (id),
  added_at timestamptz NOT NULL,
  -- Null while the reviewer takes part; afterwards nothing new is assigned.
  ended_at timestamptz,
  PRIMARY KEY (call_id, person_id),
  UNIQUE (call_id, alias)
);
--> statement-breakpoint
-- A proposal of who reviews what, made by the engine and adapted by hand until it is confirmed. One per call.
CREATE TABLE review_proposals (
  call_id text COLLATE "C" PRIMARY KEY REFERENCES calls (id),
  -- Counts changes, so that two people cannot undo each other's work unseen.
  revision integer NOT NULL DEFAULT 1,
  -- Loads and shortages as the engine gave them.
  summary jsonb NOT NULL,
  made_by uuid NOT NULL REFERENCES people (id),
  made_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE review_proposal_rows (
  call_id text COLLATE "C" NOT NULL REFERENCES review_proposals (call_id) ON DELETE CASCADE,
  application_id text COLLATE "C" NOT NULL REFERENCES grant_applications (id),
  person_id uuid NOT NULL REFERENCES people (id),
  match integer NOT NULL,
  -- Null: by the engine. Otherwise why somebody put it here by hand, and who.
  reason text,
  put_by uuid REFERENCES people (id),
  PRIMARY KEY (call_id, application_id, person_id),
  CHECK ((reason IS NULL) = (put_by IS NULL))
);
--> statement-breakpoint
CREATE TABLE reviews (
  id uuid PRIMARY KEY,
  call_id text COLLATE "C" NOT NULL REFERENCES calls (id),
  application_id text COLLATE "C" NOT NULL REFERENCES grant_applications (id),
  person_id uuid NOT NULL REFERENCES people (id),
  -- `assigned`: nothing declared yet, the file is closed. `open`: declared free of conflict. `submitted`: locked.
  -- `conflict`: the file never opens for this person. `released`: taken off by the fund manager.
  state text NOT NULL CHECK (state IN ('assigned', 'open', 'submitted', 'conflict', 'released')),
  -- By the engine, by hand, or in place of somebody with a conflict.
  origin text NOT NULL CHECK (origin IN ('engine', 'hand', 'replacement')),
  assigned_by uuid NOT NULL REFERENCES people (id),
  assigned_at timestamptz NOT NULL,
  due date NOT NULL,
  -- When the reviewer declared to have no conflict, or one.
  declared_at timestamptz,
  -- Points per criterion, and the reason for each; what is not filled in yet is absent.
  scores jsonb NOT NULL DEFAULT '{}',
  reasons jsonb NOT NULL DEFAULT '{}',
  -- Category of research per work package, with the reason (ECLI:NL:CBB:2022:719).
  classes jsonb NOT NULL DEFAULT '{}',
  revision integer NOT NULL DEFAULT 1,
  changed_at timestamptz,
  submitted_at timestamptz,
  -- Which version of the application was reviewed.
  application_version integer,
  -- Weighted total in hundredths of a point.
  total integer CHECK (total BETWEEN 0 AND 10000),
  UNIQUE (application_id, person_id),
  CHECK (state IN ('assigned', 'released', 'conflict') OR declared_at IS NOT NULL),
  CHECK ((state = 'submitted') = (submitted_at IS NOT NULL)),
  CHECK ((submitted_at IS NULL) = (total IS NULL)),
  CHECK ((submitted_at IS NULL) = (application_version IS NULL))
);
--> statement-breakpoint
CREATE INDEX reviews_of_person ON reviews (person_id, state, due, application_id);
--> statement-breakpoint
-- Holds what lists and counts of a call look at, so that they need not read the reviews themselves.
CREATE INDEX reviews_of_call ON reviews (call_id, application_id, state, due, person_id);
--> statement-breakpoint
-- What was submitted stays as it was: a panel changes the outcome by a consensus with a reason, never a review.
CREATE FUNCTION refuse_submitted_review_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a submitted review is locked' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER reviews_locked BEFORE UPDATE ON reviews
  FOR EACH ROW WHEN (OLD.state = 'submitted' AND (
    NEW.state IS DISTINCT FROM OLD.state OR NEW.scores IS DISTINCT FROM OLD.scores
    OR NEW.total IS DISTINCT FROM OLD.total OR NEW.submitted_at IS DISTINCT FROM OLD.submitted_at
    OR NEW.person_id IS DISTINCT FROM OLD.person_id OR NEW.application_id IS DISTINCT FROM OLD.application_id))
  EXECUTE FUNCTION refuse_submitted_review_change();
--> statement-breakpoint
-- What happened to assignments, with the reason: by hand, by a conflict, by release. Never changed.
CREATE TABLE review_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  call_id text COLLATE "C" NOT NULL REFERENCES calls (id),
  application_id text COLLATE "C" REFERENCES grant_applications (id),
  -- The reviewer it is about.
  person_id uuid REFERENCES people (id),
  kind text NOT NULL CHECK (kind IN ('assigned', 'released', 'declared-free', 'conflict', 'submitted', 'reminded',
    'panel-opened', 'consensus', 'scores-frozen')),
  -- Why; null once erased where it was personal.
  reason text,
  -- Of a conflict: declared, own-organisation or partner-organisation.
  ground text CHECK (ground IN ('declared', 'own-organisation', 'partner-organisation')),
  by_person uuid REFERENCES people (id),
  at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX review_events_of_application ON review_events (application_id, id);
--> statement-breakpoint
CREATE INDEX review_events_of_call ON review_events (call_id, id);
--> statement-breakpoint
-- When each reviewer was reminded last, without reading everything that happened in a call.
CREATE INDEX review_events_reminders ON review_events (call_id, person_id, at) WHERE kind = 'reminded';
--> statement-breakpoint
-- Who may never see which application; outlives assignments.
CREATE TABLE review_conflicts (
  application_id text COLLATE "C" NOT NULL REFERENCES grant_applications (id),
  person_id uuid NOT NULL REFERENCES people (id),
  ground text NOT NULL CHECK (ground IN ('declared', 'own-organisation', 'partner-organisation')),
  -- In the reviewer's words; personal, erased with the person.
  explanation text,
  declared_at timestamptz NOT NULL,
  PRIMARY KEY (application_id, person_id)
);
--> statement-breakpoint
CREATE INDEX review_conflicts_of_person ON review_conflicts (person_id);
--> statement-breakpoint
CREATE TABLE review_panels (
  call_id text COLLATE "C" PRIMARY KEY REFERENCES calls (id),
  -- When an application must be discussed, published with the panel.
  rule jsonb NOT NULL,
  opened_by uuid NOT NULL REFERENCES people (id),
  opened_at timestamptz NOT NULL,
  -- Why it was opened while reviews were missing; null when all were there.
  reason text,
  -- Counts submissions and consensus, so that what was computed is known to be fresh.
  revision integer NOT NULL DEFAULT 1
);
--> statement-breakpoint
-- What a panel agreed on in place of the reviews, with the reason; a later one takes the place of an earlier one.
CREATE TABLE review_consensus (
  application_id text COLLATE "C" NOT NULL REFERENCES grant_applications (id),
  version integer NOT NULL CHECK (version >= 1),
  call_id text COLLATE "C" NOT NULL REFERENCES calls (id),
  scores jsonb NOT NULL,
  -- Category per work package, where the panel settled it.
  classes jsonb NOT NULL,
  total integer NOT NULL CHECK (total BETWEEN 0 AND 10000),
  -- The total before: of the reviews, or of the consensus before.
  previous integer,
  reason text NOT NULL CHECK (reason <> ''),
  -- Who was there, by role: [{"role": "chair", "count": 1}].
  present jsonb NOT NULL,
  held_on date NOT NULL,
  recorded_by uuid NOT NULL REFERENCES people (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (application_id, version)
);
--> statement-breakpoint
CREATE INDEX review_consensus_of_call ON review_consensus (call_id, application_id, version DESC);
--> statement-breakpoint
CREATE TRIGGER review_consensus_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON review_consensus
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TABLE frozen_score_sets (
  call_id text COLLATE "C" PRIMARY KEY REFERENCES calls (id),
  -- Format voorsprong-scores/1, byte for byte as it was hashed (RFC 8785).
  document text NOT NULL,
  hash text NOT NULL,
  -- Why it was frozen while reviews were missing; null when all were there.
  reason text,
  frozen_by uuid NOT NULL REFERENCES people (id),
  frozen_at timestamptz NOT NULL,
  ledger_seq bigint NOT NULL UNIQUE REFERENCES ledger (seq)
);
--> statement-breakpoint
ALTER TABLE frozen_score_sets ALTER COLUMN document SET STORAGE EXTERNAL;
--> statement-breakpoint
CREATE TRIGGER frozen_score_sets_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON frozen_score_sets
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TABLE frozen_scores (
  call_id text COLLATE "C" NOT NULL REFERENCES frozen_score_sets (call_id) DEFERRABLE INITIALLY DEFERRED,
  application_id text COLLATE "C" NOT NULL REFERENCES grant_applications (id),
  -- Hundredths of a point: the score that counts, and the mean of raw totals beside it.
  score integer NOT NULL CHECK (score >= 0),
  raw integer,
  passed boolean NOT NULL,
  source text NOT NULL CHECK (source IN ('reviews', 'consensus')),
  reasons jsonb NOT NULL,
  PRIMARY KEY (call_id, application_id)
);
--> statement-breakpoint
CREATE TRIGGER frozen_scores_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON frozen_scores
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
