-- Five rules: when an application was complete, the part it was awarded, and seeds that are drawn by the ledger.

ALTER TABLE applications ADD COLUMN received text;
--> statement-breakpoint
-- Under the rule pro-rata the part of what was asked, as a decimal text.
ALTER TABLE awards ADD COLUMN part text;
--> statement-breakpoint
-- The secret of a draw is made with its round and never changed, so that a round is drawn once and in one way only.
CREATE TABLE round_draws (
  round_id text COLLATE "C" PRIMARY KEY REFERENCES rounds (id) DEFERRABLE INITIALLY DEFERRED,
  -- Hash of the canonical round as it was sent, without seed and draw: the same round is registered once.
  source_hash text NOT NULL,
  -- Shown to nobody before the round is decided.
  secret text NOT NULL
);
--> statement-breakpoint
CREATE INDEX round_draws_by_source ON round_draws (source_hash);
--> statement-breakpoint
CREATE TRIGGER round_draws_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON round_draws
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
