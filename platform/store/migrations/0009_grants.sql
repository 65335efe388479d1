-- After the decision: grants with their agreements, payments, reports, changes, settlement and recovery; calendar links.

CREATE TABLE grants (
  application_id text COLLATE "C" PRIMARY KEY REFERENCES grant_applications (id),
  fund_id text NOT NULL,
  call_id text COLLATE "C" NOT NULL REFERENCES calls (id),
  -- The organisation that leads and is paid.
  organisation_id text COLLATE "C" NOT NULL REFERENCES organisations (id),
  dossier text NOT NULL,
  title text NOT NULL,
  -- The round whose decision it rests on; null where it was awarded by a decision of its own.
  round_id text COLLATE "C" REFERENCES rounds (id),
  decision_hash text,
  example boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'settling', 'settled', 'withdrawn')),
  -- The latest agreement, and what it makes the grant: kept beside it in the same transaction.
  agreement_version integer NOT NULL CHECK (agreement_version >= 1),
  granted bigint NOT NULL CHECK (granted >= 0),
  -- Day the decision was sent, and day of settlement.
  granted_on date NOT NULL,
  settled_on date,
  -- Dossier, title and organisation without case and accents.
  search text NOT NULL,
  CHECK ((state = 'settled') = (settled_on IS NOT NULL))
);
--> statement-breakpoint
CREATE INDEX grants_of_fund ON grants (fund_id, dossier);
--> statement-breakpoint
CREATE INDEX grants_of_organisation ON grants (organisation_id, granted_on DESC);
--> statement-breakpoint
CREATE TABLE grant_agreements (
  application_id text COLLATE "C" NOT NULL REFERENCES grants (application_id),
  version integer NOT NULL CHECK (version >= 1),
  -- Format voorsprong-agreement/1, byte for byte as it was hashed (RFC 8785).
  document text NOT NULL,
  hash text NOT NULL,
  -- Why there is a new version; null for version 1.
  reason text,
  made_by uuid REFERENCES people (id),
  made_at timestamptz NOT NULL,
  ledger_seq bigint NOT NULL UNIQUE REFERENCES ledger (seq),
  PRIMARY KEY (application_id, version),
  CHECK ((version = 1) = (reason IS NULL))
);
--> statement-breakpoint
CREATE TRIGGER grant_agreements_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON grant_agreements
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Every movement of a grant's money, each with its ledger entry. `awarded` and `changed` add up to the grant; `changed`
-- can be below zero, and so can a settlement that is lowered later (Awb 4:49). Nothing is corrected in place: a
-- correction is another movement.
CREATE TABLE grant_money (
  ledger_seq bigint PRIMARY KEY REFERENCES ledger (seq),
  application_id text COLLATE "C" NOT NULL REFERENCES grants (application_id),
  fund_id text NOT NULL,
  example boolean NOT NULL,
  kind text NOT NULL CHECK (kind IN
    ('grant.awarded', 'grant.changed', 'payment.made', 'grant.settled', 'recovery.ordered', 'recovery.received')),
  cents bigint NOT NULL CHECK (cents >= 0 OR kind IN ('grant.changed', 'grant.settled')),
  -- The day it counts for: of the decision, or of the payment.
  on_day date NOT NULL,
  at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX grant_money_of_grant ON grant_money (application_id, ledger_seq);
--> statement-breakpoint
CREATE INDEX grant_money_of_fund ON grant_money (fund_id, example, kind, ledger_seq) INCLUDE (cents);
--> statement-breakpoint
CREATE TRIGGER grant_money_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON grant_money
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Whether a milestone of the agreement was met; the latest mark counts.
CREATE TABLE grant_milestone_marks (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  application_id text COLLATE "C" NOT NULL REFERENCES grants (application_id),
  milestone text NOT NULL,
  met boolean NOT NULL,
  note text NOT NULL,
  marked_by uuid NOT NULL REFERENCES people (id),
  marked_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX grant_milestone_marks_of_grant ON grant_milestone_marks (application_id, id);
--> statement-breakpoint
CREATE TABLE payment_batches (
  id uuid PRIMARY KEY,
  fund_id text NOT NULL,
  number integer NOT NULL,
  -- The order file as it was handed to the payer; it holds no bank data and no person.
  file text NOT NULL,
  sha256 text NOT NULL,
  made_by uuid NOT NULL REFERENCES people (id),
  made_at timestamptz NOT NULL,
  UNIQUE (fund_id, number)
);
--> statement-breakpoint
CREATE TABLE payment_orders (
  id uuid PRIMARY KEY,
  application_id text COLLATE "C" NOT NULL REFERENCES grants (application_id),
  fund_id text NOT NULL,
  -- The advance of the agreement that it pays, or the balance after settlement.
  purpose text NOT NULL CHECK (purpose IN ('advance', 'balance')),
  advance text,
  cents bigint NOT NULL CHECK (cents > 0),
  -- What the payer writes on the payment, and the confirmation names.
  reference text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('proposed', 'approved', 'ordered', 'paid', 'rejected')),
  proposed_by uuid NOT NULL REFERENCES people (id),
  proposed_at timestamptz NOT NULL,
  -- Four eyes: never the one who proposed it.
  judged_by uuid REFERENCES people (id),
  judged_at timestamptz,
  judgement text,
  batch_id uuid REFERENCES payment_batches (id),
  paid_on date,
  ledger_seq bigint UNIQUE REFERENCES ledger (seq),
  CHECK ((purpose = 'advance') = (advance IS NOT NULL)),
  CHECK (judged_by IS NULL OR judged_by <> proposed_by),
  CHECK ((state = 'proposed') = (judged_at IS NULL)),
  CHECK ((state IN ('ordered', 'paid')) = (batch_id IS NOT NULL)),
  CHECK ((state = 'paid') = (paid_on IS NOT NULL AND ledger_seq IS NOT NULL))
);
--> statement-breakpoint
-- An advance is paid once, and so is the balance; a rejected order makes room for another.
CREATE UNIQUE INDEX payment_orders_once ON payment_orders (application_id, purpose, COALESCE(advance, ''))
  WHERE state <> 'rejected';
--> statement-breakpoint
CREATE INDEX payment_orders_of_fund ON payment_orders (fund_id, state, proposed_at);
--> statement-breakpoint
CREATE TABLE grant_reports (
  id uuid PRIMARY KEY,
  application_id text COLLATE "C" NOT NULL REFERENCES grants (application_id),
  number integer NOT NULL CHECK (number >= 1),
  until date NOT NULL,
  progress text NOT NULL,
  -- Costs so far, in the cells of the agreement's budget; each report states the whole, not what came since the last.
  costs jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('submitted', 'accepted', 'returned')),
  submitted_by uuid NOT NULL REFERENCES people (id),
  submitted_at timestamptz NOT NULL,
  judged_by uuid REFERENCES people (id),
  judged_at timestamptz,
  judgement text,
  UNIQUE (application_id, number),
  CHECK ((state = 'submitted') = (judged_at IS NULL))
);
--> statement-breakpoint
CREATE TABLE grant_changes (
  id uuid PRIMARY KEY,
  -- Order of arrival.
  position bigint GENERATED ALWAYS AS IDENTITY,
  application_id text COLLATE "C" NOT NULL REFERENCES grants (application_id),
  -- The agreement it changes, and the one it asks for.
  from_version integer NOT NULL,
  proposal jsonb NOT NULL,
  reason text NOT NULL,
  state text NOT NULL CHECK (state IN ('proposed', 'accepted', 'refused', 'withdrawn')),
  proposed_by uuid NOT NULL REFERENCES people (id),
  proposed_at timestamptz NOT NULL,
  decided_by uuid REFERENCES people (id),
  decided_at timestamptz,
  decision text,
  CHECK ((state = 'proposed') = (decided_at IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX grant_changes_one_open ON grant_changes (application_id) WHERE state = 'proposed';
--> statement-breakpoint
-- Suspension of payment (Awb 4:56).
CREATE TABLE payment_suspensions (
  id uuid PRIMARY KEY,
  -- Order of arrival.
  position bigint GENERATED ALWAYS AS IDENTITY,
  application_id text COLLATE "C" NOT NULL REFERENCES grants (application_id),
  reason text NOT NULL,
  suspended_by uuid NOT NULL REFERENCES people (id),
  suspended_at timestamptz NOT NULL,
  lifted_by uuid REFERENCES people (id),
  lifted_at timestamptz,
  lifting text
);
--> statement-breakpoint
CREATE UNIQUE INDEX payment_suspensions_one_open ON payment_suspensions (application_id) WHERE lifted_at IS NULL;
--> statement-breakpoint
-- What the recipient sends to have the grant settled (Awb 4:44, 4:45).
CREATE TABLE settlement_requests (
  id uuid PRIMARY KEY,
  -- Order of arrival.
  position bigint GENERATED ALWAYS AS IDENTITY,
  application_id text COLLATE "C" NOT NULL REFERENCES grants (application_id),
  statement text NOT NULL,
  costs jsonb NOT NULL,
  -- Which kinds of evidence it says to bring: `performance`, `costs`, `auditor`.
  evidence text[] NOT NULL,
  requested_by uuid NOT NULL REFERENCES people (id),
  requested_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX settlement_requests_of_grant ON settlement_requests (application_id, position);
--> statement-breakpoint
-- What one person proposes and another decides: a settlement, or a withdrawal.
CREATE TABLE grant_proposals (
  id uuid PRIMARY KEY,
  -- Order of arrival.
  position bigint GENERATED ALWAYS AS IDENTITY,
  application_id text COLLATE "C" NOT NULL REFERENCES grants (application_id),
  kind text NOT NULL CHECK (kind IN ('settlement', 'withdrawal')),
  -- What it rests on, and what the engine made of it.
  content jsonb NOT NULL,
  outcome jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('proposed', 'approved', 'sent-back')),
  proposed_by uuid NOT NULL REFERENCES people (id),
  proposed_at timestamptz NOT NULL,
  decided_by uuid REFERENCES people (id),
  decided_at timestamptz,
  decision text,
  ledger_seq bigint UNIQUE REFERENCES ledger (seq),
  CHECK (decided_by IS NULL OR decided_by <> proposed_by),
  CHECK ((state = 'proposed') = (decided_at IS NULL)),
  CHECK ((state = 'approved') = (ledger_seq IS NOT NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX grant_proposals_one_open ON grant_proposals (application_id) WHERE state = 'proposed';
--> statement-breakpoint
CREATE TABLE recoveries (
  application_id text COLLATE "C" NOT NULL REFERENCES grants (application_id),
  id uuid PRIMARY KEY,
  -- The decision that made it due.
  proposal_id uuid NOT NULL UNIQUE REFERENCES grant_proposals (id),
  cents bigint NOT NULL CHECK (cents > 0),
  ordered_on date NOT NULL,
  -- The last day for paying (Awb 4:87); interest runs from the day after it.
  due date NOT NULL,
  ledger_seq bigint NOT NULL UNIQUE REFERENCES ledger (seq)
);
--> statement-breakpoint
-- Payment in parts (Awb 4:94); the latest plan counts.
CREATE TABLE recovery_plans (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recovery_id uuid NOT NULL REFERENCES recoveries (id),
  -- [{day, cents}], together what is recovered.
  instalments jsonb NOT NULL,
  reason text NOT NULL,
  made_by uuid NOT NULL REFERENCES people (id),
  made_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE recovery_receipts (
  ledger_seq bigint PRIMARY KEY REFERENCES ledger (seq),
  recovery_id uuid NOT NULL REFERENCES recoveries (id),
  cents bigint NOT NULL CHECK (cents > 0),
  received_on date NOT NULL,
  entered_by uuid NOT NULL REFERENCES people (id),
  entered_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX recovery_receipts_of_recovery ON recovery_receipts (recovery_id, received_on);
--> statement-breakpoint
-- A private link to one's own terms as a calendar: only the SHA-256 of its secret is kept.
CREATE TABLE task_feeds (
  person_id uuid PRIMARY KEY REFERENCES people (id),
  hash text NOT NULL UNIQUE,
  made_at timestamptz NOT NULL
);
