-- Imports from museums: each run, so that it can go on after it was ended, and each record that a source has given, so
-- that it is not fetched twice and can be brought up to date.
CREATE TABLE import_runs (
  id          text PRIMARY KEY,
  source      text NOT NULL,
  -- What was asked for, as JSON with its keys in order: the same words mean the same list.
  request     text NOT NULL,
  state       text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'stopped', 'finished')),
  -- The page that is in hand; null: the first.
  cursor      text,
  total       integer,
  problem     text,
  -- The process that works on it.
  holder      text,
  started_at  timestamptz(3) NOT NULL DEFAULT now(),
  updated_at  timestamptz(3) NOT NULL DEFAULT now(),
  finished_at timestamptz(3)
);
CREATE INDEX import_runs_source_request_idx ON import_runs (source, request, started_at DESC);

CREATE TABLE imported_records (
  source           text NOT NULL,
  source_id        text NOT NULL,
  artwork_id       text REFERENCES artworks (id) ON DELETE SET NULL,
  -- The last run that dealt with it, and how that ended.
  run_id           text NOT NULL REFERENCES import_runs (id) ON DELETE CASCADE,
  outcome          text NOT NULL CHECK (outcome IN ('added', 'updated', 'unchanged', 'refused', 'vanished')),
  reason           text,
  -- The request that listed it last: what is missing from its next list has vanished.
  request          text NOT NULL,
  -- As the source said it last, so that an update leaves alone what a curator has changed.
  details          jsonb,
  picture_url      text,
  record_etag      text,
  record_modified  text,
  picture_etag     text,
  picture_modified text,
  seen_at          timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (source, source_id)
);
CREATE INDEX imported_records_artwork_id_idx ON imported_records (artwork_id);
CREATE INDEX imported_records_run_id_outcome_idx ON imported_records (run_id, outcome);
CREATE INDEX imported_records_source_request_idx ON imported_records (source, request);
