-- Imports that curators start, pause, resume and cancel from their pages.
ALTER TABLE import_runs DROP CONSTRAINT import_runs_state_check;
ALTER TABLE import_runs ADD CONSTRAINT import_runs_state_check
  CHECK (state IN ('waiting', 'running', 'paused', 'stopped', 'cancelled', 'finished'));
ALTER TABLE import_runs
  -- Works at most; null: all of the list.
  ADD COLUMN works_max integer,
  -- Who began it, so that the audit log names them and not the worker.
  ADD COLUMN started_by jsonb;
CREATE INDEX import_runs_started_at_idx ON import_runs (started_at DESC);

ALTER TABLE imported_records DROP CONSTRAINT imported_records_outcome_check;
ALTER TABLE imported_records ADD CONSTRAINT imported_records_outcome_check
  CHECK (outcome IN ('added', 'updated', 'unchanged', 'refused', 'postponed', 'vanished'));

-- Lists of works that curators have uploaded: workers on any machine read them here.
CREATE TABLE import_lists (
  id         text PRIMARY KEY,
  name       text NOT NULL,
  bytes      bytea NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

-- What curators have decided about the sample collection; no row: it is shown.
CREATE TABLE sample_decision (
  one      boolean PRIMARY KEY DEFAULT true CHECK (one),
  decision text NOT NULL CHECK (decision IN ('hidden', 'removed')),
  -- The works that the decision concerns; what was a draft or withdrawn before is none of its business.
  works    text[] NOT NULL
);
