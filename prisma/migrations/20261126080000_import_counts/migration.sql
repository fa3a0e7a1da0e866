-- What a run had brought when it ended: its records belong to the next run of the list from then on.
ALTER TABLE import_runs ADD COLUMN counts jsonb;
