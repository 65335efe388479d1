-- Who is here: people, organisations and what they may do. Names and e-mail addresses stand in `people` only.

CREATE TABLE people (
  id uuid PRIMARY KEY,
  -- Who the sign-in service says it is (OpenID Connect Core, 2: `iss` and `sub` together are unique). Null once erased.
  issuer text,
  subject text,
  -- Null once erased.
  name text,
  email text,
  language text NOT NULL DEFAULT 'nl' CHECK (language IN ('nl', 'en')),
  example boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz,
  erased_at timestamptz,
  UNIQUE (issuer, subject),
  CHECK ((erased_at IS NOT NULL) = (name IS NULL)),
  CHECK (erased_at IS NULL OR (issuer IS NULL AND subject IS NULL AND email IS NULL))
);
--> statement-breakpoint
CREATE TABLE organisations (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^O[0-9A-HJKMNP-TV-Z]{12}$'),
  name text NOT NULL CHECK (name <> ''),
  -- `person`: a natural person, or a business that bears a person's name; the ledger and what is public have a pseudonym.
  kind text NOT NULL CHECK (kind IN ('company', 'school', 'research', 'public', 'other', 'person')),
  -- Number in the Dutch trade register (KvK), eight digits; an organisation without one is never blocked by that.
  kvk text CHECK (kvk ~ '^[0-9]{8}$'),
  -- When and by which register or sign-in service the number was confirmed; null: nobody checked it.
  kvk_confirmed_at timestamptz,
  -- Region and size class as the programme names them, where they are known.
  region text,
  size text,
  postcode text,
  place text,
  country text NOT NULL DEFAULT 'NL',
  -- Division of the standard business classification (SBI/NACE), where it is known.
  sector text,
  employees integer CHECK (employees >= 0),
  website text,
  example boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  -- Name without case and accents.
  search text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX organisations_kvk ON organisations (kvk) WHERE kvk IS NOT NULL;
--> statement-breakpoint
CREATE INDEX organisations_by_name ON organisations (search, id);
--> statement-breakpoint
CREATE TABLE memberships (
  person_id uuid NOT NULL REFERENCES people (id),
  organisation_id text COLLATE "C" NOT NULL REFERENCES organisations (id),
  role text NOT NULL CHECK (role IN ('member', 'admin')),
  since timestamptz NOT NULL,
  PRIMARY KEY (person_id, organisation_id)
);
--> statement-breakpoint
CREATE INDEX memberships_of_organisation ON memberships (organisation_id);
--> statement-breakpoint
CREATE TABLE fund_roles (
  person_id uuid NOT NULL REFERENCES people (id),
  role text NOT NULL CHECK (role IN ('reviewer', 'fund-manager', 'decider', 'finance', 'auditor', 'programme-director')),
  -- Null: for all funds of the programme.
  fund_id text,
  since timestamptz NOT NULL,
  granted_by uuid REFERENCES people (id),
  -- What handed it out; roles of a sign-in service follow what it says at each sign-in.
  source text NOT NULL DEFAULT 'person' CHECK (source IN ('person', 'sign-in', 'environment', 'example')),
  UNIQUE NULLS NOT DISTINCT (person_id, role, fund_id)
);
--> statement-breakpoint
CREATE TABLE sessions (
  -- SHA-256 of the secret in the cookie: who reads the table can sign in as nobody.
  hash text PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people (id),
  csrf text NOT NULL,
  -- The sign-in service's ID token, which it wants back when signing out there too.
  id_token text,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX sessions_of_person ON sessions (person_id);
--> statement-breakpoint
-- Who registered a round: four eyes, another person decides it. Null: an example, or a visitor's trial.
ALTER TABLE rounds ADD COLUMN registered_by uuid REFERENCES people (id);
--> statement-breakpoint
-- Who asks to join an organisation; a member of it says yes or no.
CREATE TABLE membership_requests (
  person_id uuid NOT NULL REFERENCES people (id),
  organisation_id text COLLATE "C" NOT NULL REFERENCES organisations (id),
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, organisation_id)
);
--> statement-breakpoint
CREATE INDEX membership_requests_of_organisation ON membership_requests (organisation_id, asked_at);
--> statement-breakpoint
-- Invitations by link, each for one person: to an organisation, or to a role on a fund.
CREATE TABLE invitations (
  -- SHA-256 of the code in the link.
  hash text PRIMARY KEY,
  organisation_id text COLLATE "C" REFERENCES organisations (id),
  membership text CHECK (membership IN ('member', 'admin')),
  fund_role text CHECK (fund_role IN ('reviewer', 'fund-manager', 'decider', 'finance', 'auditor', 'programme-director')),
  fund_id text,
  created_by uuid NOT NULL REFERENCES people (id),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CHECK ((organisation_id IS NULL) = (membership IS NULL)),
  CHECK ((organisation_id IS NULL) <> (fund_role IS NULL)),
  CHECK (fund_id IS NULL OR fund_role IS NOT NULL)
);
--> statement-breakpoint
CREATE INDEX invitations_by ON invitations (created_by);
--> statement-breakpoint
-- What programs sign in with, made by a person for themselves.
CREATE TABLE access_tokens (
  id uuid PRIMARY KEY,
  -- SHA-256 of the token.
  hash text NOT NULL UNIQUE,
  person_id uuid NOT NULL REFERENCES people (id),
  name text NOT NULL,
  may text NOT NULL CHECK (may IN ('read', 'change')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
--> statement-breakpoint
CREATE INDEX access_tokens_of_person ON access_tokens (person_id, created_at);
