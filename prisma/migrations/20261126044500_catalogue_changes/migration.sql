-- When each work was last changed, as a transaction's id: what was counted before is still right as long as nothing has
-- changed since. See lib/catalog/unchanged.ts.
ALTER TABLE index_changes ADD COLUMN changed_xid xid8;
CREATE INDEX index_changes_changed_xid_idx ON index_changes (changed_xid);

CREATE OR REPLACE FUNCTION gafu_note_index_change(changed_id text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- The version of an update is taken after the lock; excluded.version was taken before it.
  INSERT INTO index_changes (artwork_id, changed_xid) VALUES (changed_id, pg_current_xact_id())
    ON CONFLICT (artwork_id) DO UPDATE
      SET version = nextval('index_changes_version_seq'), due = true, changed_xid = pg_current_xact_id();
  -- Delivered when the transaction commits, once however often it is said.
  PERFORM pg_notify('gafu_index_changes', '');
END $$;
