-- What a search index outside of Postgres has to follow: for each work a version that only grows, and whether the
-- index still has to be told of it. Filled by triggers, so that no writer can forget it and it is committed with
-- the change itself. The row is locked until then: two changes of one work get their versions in the order of
-- their commits. See the decision "The index follows an outbox" under docs/decisions.
CREATE TABLE index_changes (
  artwork_id text PRIMARY KEY,
  version bigserial NOT NULL,
  due boolean NOT NULL DEFAULT true
);
CREATE INDEX index_changes_due_idx ON index_changes (version) WHERE due;

CREATE FUNCTION gafu_note_index_change(changed_id text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- The version of an update is taken after the lock; excluded.version was taken before it.
  INSERT INTO index_changes (artwork_id) VALUES (changed_id)
    ON CONFLICT (artwork_id) DO UPDATE
      SET version = nextval('index_changes_version_seq'), due = true;
  -- Delivered when the transaction commits, once however often it is said.
  PERFORM pg_notify('gafu_index_changes', '');
END $$;

CREATE FUNCTION gafu_note_artwork_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM gafu_note_index_change(CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END);
  RETURN NULL;
END $$;
CREATE TRIGGER artworks_note_change AFTER INSERT OR UPDATE OR DELETE ON artworks
  FOR EACH ROW EXECUTE FUNCTION gafu_note_artwork_change();

CREATE FUNCTION gafu_note_embedding_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM gafu_note_index_change(CASE TG_OP WHEN 'DELETE' THEN OLD.artwork_id ELSE NEW.artwork_id END);
  RETURN NULL;
END $$;
CREATE TRIGGER embeddings_note_change AFTER INSERT OR UPDATE OR DELETE ON embeddings
  FOR EACH ROW EXECUTE FUNCTION gafu_note_embedding_change();

-- Which spaces are searched is followed too.
CREATE FUNCTION gafu_note_live_spaces() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('gafu_index_changes', '');
  RETURN NULL;
END $$;
CREATE TRIGGER live_spaces_note_change AFTER INSERT OR UPDATE OR DELETE ON live_spaces
  FOR EACH STATEMENT EXECUTE FUNCTION gafu_note_live_spaces();

INSERT INTO index_changes (artwork_id) SELECT id FROM artworks;
