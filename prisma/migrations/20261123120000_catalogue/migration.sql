CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Text as it is compared: lower case, without accents, ligatures and strokes written out. Not the unaccent
-- extension: its function is not immutable, so a generated column cannot use it, and it needs one more extension.
CREATE FUNCTION gafu_fold(input text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN replace(replace(replace(
  translate(lower(regexp_replace(normalize(input, NFKD), '[\u0300-\u036f]', '', 'g')), 'łøđħı''’', 'lodhi'),
  'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss');

CREATE TYPE artwork_state AS ENUM ('pending', 'ready', 'failed');

CREATE TABLE artists (
  name text PRIMARY KEY CHECK (name <> '')
);

CREATE TABLE images (
  key text PRIMARY KEY,
  width integer NOT NULL CHECK (width > 0),
  height integer NOT NULL CHECK (height > 0),
  size_bytes integer NOT NULL CHECK (size_bytes > 0),
  media_type text NOT NULL,
  thumbhash text NOT NULL,
  colour text NOT NULL,
  perceptual_hash text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- The artist's name is the key of artists, so that generated columns and facets need no join and a renaming cascades.
CREATE TABLE artworks (
  id text PRIMARY KEY,
  title text NOT NULL,
  artist text REFERENCES artists (name) ON UPDATE CASCADE ON DELETE RESTRICT,
  movement text,
  subject text,
  medium text,
  date_text text,
  year integer,
  description text,
  source text,
  rights text,
  image_key text NOT NULL REFERENCES images (key) ON UPDATE CASCADE ON DELETE RESTRICT,
  state artwork_state NOT NULL DEFAULT 'pending',
  failure text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  century integer GENERATED ALWAYS AS
    (CASE WHEN year > 0 THEN (year + 99) / 100 WHEN year < 0 THEN -((99 - year) / 100) END) STORED,
  search_vector tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', gafu_fold(title)), 'A') ||
    setweight(to_tsvector('simple', gafu_fold(coalesce(artist, ''))), 'A') ||
    setweight(to_tsvector('simple', gafu_fold(coalesce(movement, '') || ' ' || coalesce(subject, ''))), 'B') ||
    setweight(to_tsvector('simple', gafu_fold(coalesce(medium, ''))), 'C') ||
    setweight(to_tsvector('simple', gafu_fold(coalesce(description, ''))), 'D')) STORED,
  search_text text GENERATED ALWAYS AS (gafu_fold(
    title || ' ' || coalesce(artist, '') || ' ' || coalesce(movement, '') || ' ' || coalesce(subject, ''))) STORED
);

CREATE UNIQUE INDEX artworks_image_key_key ON artworks (image_key);
CREATE INDEX artworks_artist_idx ON artworks (artist);
CREATE INDEX artworks_movement_idx ON artworks (movement);
CREATE INDEX artworks_subject_idx ON artworks (subject);
CREATE INDEX artworks_century_idx ON artworks (century);
CREATE INDEX artworks_state_created_at_id_idx ON artworks (state, created_at DESC, id);
CREATE INDEX artworks_search_vector_idx ON artworks USING gin (search_vector);
CREATE INDEX artworks_search_text_idx ON artworks USING gin (search_text gin_trgm_ops);

CREATE TABLE spaces (
  id text PRIMARY KEY,
  kind text NOT NULL,
  extractor text NOT NULL,
  descriptor jsonb NOT NULL,
  projection_id text NOT NULL,
  dimensions integer NOT NULL CHECK (dimensions > 0),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE live_spaces (
  kind text PRIMARY KEY,
  space_id text NOT NULL REFERENCES spaces (id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX live_spaces_space_id_key ON live_spaces (space_id);

CREATE TABLE embeddings (
  artwork_id text NOT NULL REFERENCES artworks (id) ON UPDATE CASCADE ON DELETE CASCADE,
  space_id text NOT NULL REFERENCES spaces (id) ON UPDATE CASCADE ON DELETE RESTRICT,
  vector bytea NOT NULL CHECK (octet_length(vector) > 0 AND octet_length(vector) % 4 = 0),
  changed_xid xid8,
  PRIMARY KEY (artwork_id, space_id)
);
-- Float noise does not compress: stored as it is.
ALTER TABLE embeddings ALTER COLUMN vector SET STORAGE EXTERNAL;
CREATE INDEX embeddings_space_id_idx ON embeddings (space_id);
CREATE INDEX embeddings_changed_xid_artwork_id_space_id_idx ON embeddings (changed_xid, artwork_id, space_id);

CREATE TABLE removed_artworks (
  artwork_id text PRIMARY KEY,
  removed_xid xid8
);
CREATE INDEX removed_artworks_removed_xid_idx ON removed_artworks (removed_xid);

-- What a search index reads to catch up: see lib/catalog/embeddings.repository.ts.
CREATE FUNCTION gafu_stamp_embedding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_xid := pg_current_xact_id();
  RETURN NEW;
END $$;
CREATE TRIGGER embeddings_stamp BEFORE INSERT OR UPDATE ON embeddings
  FOR EACH ROW EXECUTE FUNCTION gafu_stamp_embedding();

CREATE FUNCTION gafu_note_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO removed_artworks (artwork_id, removed_xid) VALUES (OLD.id, pg_current_xact_id())
    ON CONFLICT (artwork_id) DO UPDATE SET removed_xid = excluded.removed_xid;
  RETURN NULL;
END $$;
CREATE TRIGGER artworks_note_removal AFTER DELETE ON artworks
  FOR EACH ROW EXECUTE FUNCTION gafu_note_removal();

CREATE TABLE uploaded_queries (
  id text PRIMARY KEY,
  image_key text NOT NULL REFERENCES images (key) ON UPDATE CASCADE ON DELETE RESTRICT,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL
);
CREATE INDEX uploaded_queries_image_key_idx ON uploaded_queries (image_key);
CREATE INDEX uploaded_queries_expires_at_idx ON uploaded_queries (expires_at);

CREATE TABLE uploaded_query_embeddings (
  query_id text NOT NULL REFERENCES uploaded_queries (id) ON UPDATE CASCADE ON DELETE CASCADE,
  space_id text NOT NULL REFERENCES spaces (id) ON UPDATE CASCADE ON DELETE RESTRICT,
  vector bytea NOT NULL CHECK (octet_length(vector) > 0 AND octet_length(vector) % 4 = 0),
  PRIMARY KEY (query_id, space_id)
);

CREATE TABLE expired_queries (
  id text PRIMARY KEY,
  expired_at timestamptz(3) NOT NULL
);
