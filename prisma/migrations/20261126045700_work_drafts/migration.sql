-- What curators have typed into the form of a work and not saved yet, or what was refused. Kept for a while, so that
-- nothing typed is lost by a conflict, a closed window or a long text.
CREATE TABLE work_drafts (
  id text PRIMARY KEY,
  artwork_id text NOT NULL REFERENCES artworks (id) ON UPDATE CASCADE ON DELETE CASCADE,
  actor_kind text NOT NULL,
  actor_id text,
  fields jsonb NOT NULL,
  saved_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX work_drafts_artwork_id_idx ON work_drafts (artwork_id);
CREATE INDEX work_drafts_saved_at_idx ON work_drafts (saved_at);
