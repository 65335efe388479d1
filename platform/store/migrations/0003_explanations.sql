-- Explanations of decisions: of all of a round (no application), or of one application on request. Written once.

CREATE TABLE explanations (
  round_id text COLLATE "C" NOT NULL REFERENCES decisions (round_id),
  application text COLLATE "C",
  hash text NOT NULL,
  -- The explanation document, byte for byte as it was hashed.
  document text NOT NULL,
  -- Figures for the page.
  summary jsonb NOT NULL,
  seconds double precision NOT NULL,
  UNIQUE NULLS NOT DISTINCT (round_id, application)
);
--> statement-breakpoint
ALTER TABLE explanations ALTER COLUMN document SET STORAGE EXTERNAL;
--> statement-breakpoint
CREATE INDEX applications_by_received ON applications (round_id, rtrim(received, 'Z') COLLATE "C", position);
--> statement-breakpoint
CREATE TRIGGER explanations_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON explanations
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
