-- Deciding by two people: proposals, what was decided about each application, letters, objections, the reserve list.

-- A round that takes the place of an earlier one of the same call: the re-decision after an objection.
ALTER TABLE rounds ADD COLUMN supersedes text COLLATE "C" REFERENCES rounds (id);
--> statement-breakpoint
CREATE TABLE proposals (
  id uuid PRIMARY KEY,
  call_id text COLLATE "C" NOT NULL REFERENCES calls (id),
  fund_id text NOT NULL,
  -- 1, 2, 3, … within the call.
  number integer NOT NULL CHECK (number >= 1),
  -- `call`: the decision on the call. `objection`: on one objection. `reserve`: the next of the reserve list.
  kind text NOT NULL CHECK (kind IN ('call', 'objection', 'reserve')),
  -- `proposed`: waits for the second person. `returned`: sent back with a reason. `approved`: the engine decides.
  -- `decided`: outcomes and letters are there.
  state text NOT NULL CHECK (state IN ('proposed', 'returned', 'approved', 'decided')),
  -- Format voorsprong-proposal/1, byte for byte as it was hashed (RFC 8785): exactly this is approved.
  document text NOT NULL,
  hash text NOT NULL,
  -- What lists show: counts and amounts.
  summary jsonb NOT NULL,
  note text NOT NULL DEFAULT '',
  round_id text COLLATE "C" REFERENCES rounds (id),
  proposed_by uuid NOT NULL REFERENCES people (id),
  proposed_at timestamptz NOT NULL,
  answered_by uuid REFERENCES people (id),
  answered_at timestamptz,
  -- Why it was sent back.
  answer text,
  decided_at timestamptz,
  UNIQUE (call_id, number),
  -- Four eyes.
  CHECK (answered_by IS NULL OR answered_by <> proposed_by),
  CHECK ((state = 'proposed') = (answered_at IS NULL)),
  CHECK ((state = 'returned') = (answer IS NOT NULL)),
  CHECK ((state = 'decided') = (decided_at IS NOT NULL))
);
--> statement-breakpoint
ALTER TABLE proposals ALTER COLUMN document SET STORAGE EXTERNAL;
--> statement-breakpoint
CREATE UNIQUE INDEX proposals_one_open ON proposals (call_id) WHERE state IN ('proposed', 'approved');
--> statement-breakpoint
CREATE INDEX proposals_of_round ON proposals (round_id);
--> statement-breakpoint
-- What was decided about an application. The latest line counts; nothing is overwritten.
CREATE TABLE outcomes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  application_id text COLLATE "C" NOT NULL REFERENCES grant_applications (id),
  call_id text COLLATE "C" NOT NULL REFERENCES calls (id),
  proposal_id uuid NOT NULL REFERENCES proposals (id),
  kind text NOT NULL CHECK (kind IN ('awarded', 'refused')),
  -- Why it was refused; null for an award.
  ground text CHECK (ground IN ('incomplete', 'ineligible', 'below-threshold', 'ceiling', 'other')),
  article text,
  reason jsonb,
  awarded bigint NOT NULL CHECK (awarded >= 0),
  -- Cents by budget.
  amounts jsonb NOT NULL,
  -- Place on the reserve list, from 1: refused for the ceiling only.
  reserve integer CHECK (reserve >= 1),
  at timestamptz NOT NULL,
  UNIQUE (proposal_id, application_id),
  CHECK ((kind = 'refused') = (ground IS NOT NULL)),
  CHECK (kind = 'awarded' OR awarded = 0),
  CHECK (reserve IS NULL OR ground = 'ceiling')
);
--> statement-breakpoint
CREATE INDEX outcomes_of_application ON outcomes (application_id, id DESC);
--> statement-breakpoint
CREATE INDEX outcomes_of_call ON outcomes (call_id, kind, application_id);
--> statement-breakpoint
CREATE TRIGGER outcomes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON outcomes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TABLE letters (
  id uuid PRIMARY KEY,
  -- The order in which letters were sent.
  seq bigint GENERATED ALWAYS AS IDENTITY,
  application_id text COLLATE "C" NOT NULL REFERENCES grant_applications (id),
  call_id text COLLATE "C" NOT NULL REFERENCES calls (id),
  kind text NOT NULL CHECK (kind IN ('award', 'refusal', 'objection-receipt', 'objection-decision', 'reserve-award')),
  proposal_id uuid REFERENCES proposals (id),
  objection_id uuid,
  -- The day on which it was sent: objection terms are counted from it.
  sent_on date NOT NULL,
  -- Format voorsprong-letter/1 (RFC 8785): the text in Dutch and English, as it was hashed. Null once erased under the
  -- retention rule; the hash stays.
  document text,
  hash text NOT NULL,
  sent_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX letters_of_application ON letters (application_id, seq DESC);
--> statement-breakpoint
CREATE INDEX letters_of_call ON letters (call_id, kind, application_id);
--> statement-breakpoint
CREATE INDEX letters_of_proposal ON letters (proposal_id, application_id);
--> statement-breakpoint
CREATE TABLE objections (
  id uuid PRIMARY KEY,
  call_id text COLLATE "C" NOT NULL REFERENCES calls (id),
  fund_id text NOT NULL,
  -- 1, 2, 3, … within the call.
  number integer NOT NULL CHECK (number >= 1),
  application_id text COLLATE "C" NOT NULL REFERENCES grant_applications (id),
  -- The letter it is against.
  letter_id uuid NOT NULL REFERENCES letters (id),
  organisation_id text COLLATE "C" NOT NULL REFERENCES organisations (id),
  state text NOT NULL CHECK (state IN ('open', 'prepared', 'decided', 'withdrawn')),
  -- In the objector's words; personal data may stand in it. Null once erased.
  grounds text,
  -- Why it is late, in the objector's words (Awb 6:11).
  excuse text,
  filed_by uuid REFERENCES people (id),
  filed_at timestamptz NOT NULL,
  -- The last day of the term for objecting (Awb 6:7), and whether it was kept (6:9).
  term_ends date NOT NULL,
  timely boolean NOT NULL,
  -- An independent committee advises: twelve weeks instead of six (Awb 7:10, 7:13).
  committee boolean NOT NULL DEFAULT false,
  adjourned boolean NOT NULL DEFAULT false,
  agreed_until date,
  closed_at timestamptz,
  UNIQUE (call_id, number),
  CHECK ((state IN ('decided', 'withdrawn')) = (closed_at IS NOT NULL))
);
--> statement-breakpoint
ALTER TABLE letters ADD FOREIGN KEY (objection_id) REFERENCES objections (id);
--> statement-breakpoint
CREATE UNIQUE INDEX objections_one_open ON objections (application_id) WHERE state IN ('open', 'prepared');
--> statement-breakpoint
CREATE INDEX objections_of_call ON objections (call_id, state, number);
--> statement-breakpoint
CREATE INDEX objections_of_organisation ON objections (organisation_id, filed_at DESC);
--> statement-breakpoint
-- The file of an objection: what happened, in order. Never changed.
CREATE TABLE objection_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  objection_id uuid NOT NULL REFERENCES objections (id),
  kind text NOT NULL CHECK (kind IN ('filed', 'excuse-accepted', 'excuse-rejected', 'committee', 'advice', 'hearing-held',
    'hearing-waived', 'adjourned', 'agreed', 'suspended', 'resumed', 'prepared', 'sent-back', 'decided', 'withdrawn')),
  -- What there is to say about it, and its own day where it has one.
  note text,
  day date,
  by_person uuid REFERENCES people (id),
  at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX objection_events_of_objection ON objection_events (objection_id, id);
--> statement-breakpoint
-- The decision on an objection, as it is prepared by one person and taken by another who had no part in the first one.
CREATE TABLE objection_decisions (
  objection_id uuid NOT NULL REFERENCES objections (id),
  version integer NOT NULL CHECK (version >= 1),
  outcome text NOT NULL CHECK (outcome IN ('inadmissible', 'unfounded', 'founded')),
  reason jsonb NOT NULL,
  -- What is corrected where it is founded: [{what, from, to, reason}].
  corrections jsonb NOT NULL,
  -- The proposal that re-decides the round; null where nothing is decided again.
  proposal_id uuid REFERENCES proposals (id),
  prepared_by uuid NOT NULL REFERENCES people (id),
  prepared_at timestamptz NOT NULL,
  decided_by uuid REFERENCES people (id),
  decided_at timestamptz,
  -- Why it was sent back instead.
  answer text,
  -- Who changed, from what to what, why, and what it means; null before it is decided or where nothing is decided again.
  difference jsonb,
  ledger_seq bigint UNIQUE REFERENCES ledger (seq),
  PRIMARY KEY (objection_id, version),
  CHECK (decided_by IS NULL OR decided_by <> prepared_by)
);
--> statement-breakpoint
-- Money that came back, and from which grant: what the reserve list is offered.
CREATE TABLE reserve_returns (
  proposal_id uuid NOT NULL REFERENCES proposals (id),
  application_id text COLLATE "C" NOT NULL REFERENCES grant_applications (id),
  amounts jsonb NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (proposal_id, application_id)
);
