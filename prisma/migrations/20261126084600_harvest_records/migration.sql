-- What harvesters (OAI-PMH, site maps) have been told of each work: a work that was public and no longer is stays as a
-- deleted record. Records are listed by the time of their last change, so a list goes on correctly while works change.
CREATE TABLE harvest_records (
  artwork_id text PRIMARY KEY,
  changed_at timestamptz(0) NOT NULL,
  is_deleted boolean NOT NULL DEFAULT false,
  -- As the work had them last: the sets of a record outlive the work.
  collection text,
  movements text[] NOT NULL DEFAULT '{}'
);
CREATE INDEX harvest_records_order ON harvest_records (changed_at, artwork_id);

CREATE FUNCTION gafu_note_harvest() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  now_s timestamptz := date_trunc('second', clock_timestamp());
BEGIN
  IF TG_OP <> 'DELETE' AND NEW.is_public THEN
    INSERT INTO harvest_records VALUES (NEW.id, now_s, false, NEW.collection, NEW.movements)
    ON CONFLICT (artwork_id) DO UPDATE SET changed_at = excluded.changed_at, is_deleted = false,
      collection = excluded.collection, movements = excluded.movements;
  ELSE
    UPDATE harvest_records SET changed_at = now_s, is_deleted = true
    WHERE artwork_id = OLD.id AND NOT is_deleted;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER artworks_note_harvest_new AFTER INSERT ON artworks
  FOR EACH ROW WHEN (NEW.is_public) EXECUTE FUNCTION gafu_note_harvest();
CREATE TRIGGER artworks_note_harvest_removal AFTER DELETE ON artworks
  FOR EACH ROW EXECUTE FUNCTION gafu_note_harvest();
-- Not when only its features were found.
CREATE TRIGGER artworks_note_harvest AFTER UPDATE ON artworks
  FOR EACH ROW WHEN (OLD.version IS DISTINCT FROM NEW.version OR OLD.is_public IS DISTINCT FROM NEW.is_public
    OR OLD.image_key IS DISTINCT FROM NEW.image_key OR OLD.maker_text IS DISTINCT FROM NEW.maker_text)
  EXECUTE FUNCTION gafu_note_harvest();

INSERT INTO harvest_records
  SELECT id, date_trunc('second', updated_at), false, collection, movements FROM artworks WHERE is_public;
