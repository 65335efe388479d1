-- Applications to calls: a draft that changes, versions that were submitted and do not, partners, attachments, flags.

CREATE TABLE grant_applications (
  -- Cannot be guessed: 60 random bits.
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^A[0-9A-HJKMNP-TV-Z]{12}$'),
  call_id text COLLATE "C" NOT NULL REFERENCES calls (id),
  fund_id text NOT NULL,
  -- The organisation that leads.
  organisation_id text COLLATE "C" NOT NULL REFERENCES organisations (id),
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'withdrawn')),
  -- Number within the call, given at the first submission, in order of receipt.
  number integer,
  -- Counts changes to the draft (optimistic locking).
  revision integer NOT NULL DEFAULT 1,
  -- The latest submitted version, or 0.
  version integer NOT NULL DEFAULT 0,
  -- The application as it is being written (format voorsprong-application/1).
  document jsonb NOT NULL,
  title text NOT NULL,
  -- What lists sort and filter by, kept beside the document in the same transaction.
  theme text,
  region text,
  size text,
  requested bigint NOT NULL DEFAULT 0 CHECK (requested >= 0),
  -- When the first submission arrived, and when the application was complete (order of receipt).
  received_at timestamptz,
  complete_at timestamptz,
  -- Dossier, title and organisation name without case and accents.
  search text NOT NULL,
  created_by uuid NOT NULL REFERENCES people (id),
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  -- Who changed the draft last, for telling another editor.
  changed_by uuid REFERENCES people (id),
  UNIQUE (call_id, number),
  CHECK ((number IS NULL) = (version = 0)),
  CHECK ((received_at IS NULL) = (version = 0)),
  CHECK ((state = 'draft') = (version = 0) OR state = 'withdrawn')
);
--> statement-breakpoint
CREATE INDEX grant_applications_of_call ON grant_applications (call_id, state, number);
--> statement-breakpoint
-- Holds what lists filter, sort and count by, so that they need not read documents.
CREATE INDEX grant_applications_list ON grant_applications (call_id, number, id)
  INCLUDE (fund_id, version, state, theme, region, size, requested, received_at, changed_at);
--> statement-breakpoint
CREATE INDEX grant_applications_by_requested ON grant_applications (call_id, requested);
--> statement-breakpoint
-- Documents lie apart from the rows, so that searching a call reads little.
ALTER TABLE grant_applications SET (toast_tuple_target = 512);
--> statement-breakpoint
CREATE INDEX grant_applications_of_organisation ON grant_applications (organisation_id, changed_at DESC);
--> statement-breakpoint
CREATE TABLE grant_application_versions (
  application_id text COLLATE "C" NOT NULL REFERENCES grant_applications (id),
  version integer NOT NULL CHECK (version >= 1),
  call_version integer NOT NULL,
  -- The application, byte for byte as it was hashed (RFC 8785, with a random salt inside). Null once erased under the
  -- retention rule; the hash stays.
  document text,
  hash text NOT NULL,
  -- The receipt: a JWS over application, hash and moment.
  receipt text NOT NULL,
  submitted_by uuid NOT NULL REFERENCES people (id),
  submitted_at timestamptz NOT NULL,
  ledger_seq bigint NOT NULL UNIQUE REFERENCES ledger (seq),
  PRIMARY KEY (application_id, version)
);
--> statement-breakpoint
CREATE TABLE grant_application_partners (
  application_id text COLLATE "C" NOT NULL REFERENCES grant_applications (id),
  -- The partner's id in the document.
  partner text NOT NULL,
  organisation_id text COLLATE "C" REFERENCES organisations (id),
  -- SHA-256 of the secret in the invitation link; null once it was used.
  invitation text,
  state text NOT NULL CHECK (state IN ('invited', 'confirmed', 'declined')),
  -- Hash of the partner's part of the document when it was confirmed: another part undoes the confirmation.
  part_hash text,
  answered_by uuid REFERENCES people (id),
  answered_at timestamptz,
  PRIMARY KEY (application_id, partner)
);
--> statement-breakpoint
CREATE INDEX grant_application_partners_of_organisation ON grant_application_partners (organisation_id);
--> statement-breakpoint
CREATE TABLE attachments (
  -- Chosen by whoever uploads, so it tells files of one owner apart and says nothing about those of another.
  id uuid NOT NULL,
  -- What it belongs to: `application`, `objection`, `report`, …, and which one.
  owner_kind text NOT NULL,
  owner_id text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes bytea NOT NULL,
  size integer NOT NULL CHECK (size > 0),
  sha256 text NOT NULL,
  uploaded_by uuid REFERENCES people (id),
  uploaded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_kind, owner_id, id)
);
--> statement-breakpoint
-- What an officer should look at; it never stops an applicant.
CREATE TABLE grant_application_flags (
  id uuid PRIMARY KEY,
  application_id text COLLATE "C" NOT NULL REFERENCES grant_applications (id),
  code text NOT NULL,
  text jsonb NOT NULL,
  raised_at timestamptz NOT NULL,
  resolved_at timestamptz,
  resolved_by uuid REFERENCES people (id),
  resolution text,
  UNIQUE (application_id, code)
);
--> statement-breakpoint
-- The chance to complete (Awb 4:5); the decision term stands still from `asked_at` to `ended_at` (Awb 4:15).
CREATE TABLE correction_requests (
  id uuid PRIMARY KEY,
  application_id text COLLATE "C" NOT NULL REFERENCES grant_applications (id),
  what text NOT NULL,
  due date NOT NULL,
  asked_by uuid NOT NULL REFERENCES people (id),
  asked_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by text CHECK (ended_by IN ('answered', 'expired', 'withdrawn')),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
--> statement-breakpoint
CREATE INDEX correction_requests_of_application ON correction_requests (application_id, asked_at);
