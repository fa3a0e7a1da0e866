-- The catalogue as a museum keeps it: makers as records of their own, several titles, movements, genres and subjects,
-- what a label and a register hold, and whether a work is published. See the decision "A work is described as a museum
-- describes it" under docs/decisions. Nothing of before is lost: see lib/catalog/catalogue-model.migration.test.ts.

CREATE TYPE publication AS ENUM ('draft', 'published', 'withdrawn');

CREATE TABLE makers (
  id text PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  other_names text[] NOT NULL DEFAULT '{}',
  -- Negative before the common era.
  birth_year integer,
  death_year integer,
  nationality text,
  wikidata_id text,
  ulan_id text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX makers_name_idx ON makers (name);
CREATE UNIQUE INDEX makers_wikidata_id_key ON makers (wikidata_id);
CREATE UNIQUE INDEX makers_ulan_id_key ON makers (ulan_id);

-- Who made a work, in the order in which a label names them.
CREATE TABLE attributions (
  artwork_id text NOT NULL REFERENCES artworks (id) ON UPDATE CASCADE ON DELETE CASCADE,
  position integer NOT NULL CHECK (position >= 0),
  maker_id text NOT NULL REFERENCES makers (id) ON UPDATE CASCADE ON DELETE RESTRICT,
  role text,
  qualifier text CHECK (qualifier IN ('attributed-to', 'possibly', 'workshop-of', 'circle-of', 'follower-of', 'manner-of', 'after', 'unknown')),
  PRIMARY KEY (artwork_id, position)
);
CREATE INDEX attributions_maker_id_idx ON attributions (maker_id);

INSERT INTO makers (id, name) SELECT 'm' || left(md5(gen_random_uuid()::text), 11), name FROM artists;
INSERT INTO attributions (artwork_id, position, maker_id)
  SELECT artworks.id, 0, makers.id FROM artworks JOIN makers ON makers.name = artworks.artist;

ALTER TABLE artworks
  -- [{"text": …, "language": BCP 47 tag or null}, …]; the first title is the main one.
  ADD COLUMN titles jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(titles) = 'array'),
  ADD COLUMN descriptions jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(descriptions) = 'array'),
  ADD COLUMN alt_texts jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(alt_texts) = 'array'),
  ADD COLUMN movements text[] NOT NULL DEFAULT '{}',
  ADD COLUMN genres text[] NOT NULL DEFAULT '{}',
  ADD COLUMN subjects text[] NOT NULL DEFAULT '{}',
  ADD COLUMN technique text,
  ADD COLUMN dimensions_text text,
  ADD COLUMN height_cm double precision CHECK (height_cm > 0),
  ADD COLUMN width_cm double precision CHECK (width_cm > 0),
  ADD COLUMN object_kind text,
  ADD COLUMN collection text,
  ADD COLUMN accession_number text,
  ADD COLUMN credit_line text,
  ADD COLUMN rights_url text,
  ADD COLUMN source_url text,
  ADD COLUMN place_made text,
  ADD COLUMN publication publication NOT NULL DEFAULT 'published',
  ADD COLUMN deleted_at timestamptz(3),
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  -- {"x", "y", "width", "height"} as fractions of the picture: what is embedded. Null: all of it.
  ADD COLUMN crop jsonb,
  -- Kept by the triggers below.
  ADD COLUMN artist_names text[] NOT NULL DEFAULT '{}',
  ADD COLUMN maker_text text NOT NULL DEFAULT '';

UPDATE artworks SET
  titles = jsonb_build_array(jsonb_build_object('text', title, 'language', null)),
  descriptions = CASE WHEN description IS NULL THEN '[]'
    ELSE jsonb_build_array(jsonb_build_object('text', description, 'language', null)) END,
  movements = CASE WHEN movement IS NULL THEN '{}' ELSE ARRAY[movement] END,
  subjects = CASE WHEN subject IS NULL THEN '{}' ELSE ARRAY[subject] END,
  source_url = CASE WHEN source ~* '^https?://' THEN source END,
  collection = CASE WHEN source !~* '^https?://' THEN source END,
  rights_url = CASE
    WHEN rights ~* '^(cc0|cc zero|creative commons zero)' THEN 'https://creativecommons.org/publicdomain/zero/1.0/'
    WHEN rights ~* '^public domain' THEN 'https://creativecommons.org/publicdomain/mark/1.0/'
    WHEN rights ~* '^cc[ -]by(-nc)?(-sa|-nd)?[ -][1-4]\.[05]$' THEN 'https://creativecommons.org/licenses/'
      || lower(regexp_replace(rights, '^cc[ -](by.*)[ -]([1-4]\.[05])$', '\1/\2/', 'i'))
    WHEN rights ~* '^https?://(rightsstatements|creativecommons)\.org/' THEN rights END,
  artist_names = CASE WHEN artist IS NULL THEN '{}' ELSE ARRAY[artist] END,
  maker_text = coalesce(artist, '');

-- The texts of a list of texts with languages; of a list of values; for search.
CREATE FUNCTION gafu_texts(given jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  (SELECT coalesce(string_agg(element ->> 'text', ' ' ORDER BY at), '')
    FROM jsonb_array_elements(given) WITH ORDINALITY AS elements (element, at));
CREATE FUNCTION gafu_joined(given text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  (SELECT coalesce(string_agg(value, ' ' ORDER BY at), '') FROM unnest(given) WITH ORDINALITY AS elements (value, at));

ALTER TABLE artworks
  DROP COLUMN search_vector,
  DROP COLUMN search_text,
  DROP COLUMN search_details,
  DROP COLUMN century,
  DROP COLUMN title,
  DROP COLUMN artist,
  DROP COLUMN movement,
  DROP COLUMN subject,
  DROP COLUMN description,
  DROP COLUMN source;
DROP TABLE artists;

ALTER TABLE artworks
  ADD CONSTRAINT artworks_titles_check1 CHECK (titles -> 0 ->> 'text' <> ''),
  ADD COLUMN title text NOT NULL GENERATED ALWAYS AS (titles -> 0 ->> 'text') STORED,
  -- What visitors and the public API are shown.
  ADD COLUMN is_public boolean NOT NULL GENERATED ALWAYS AS (publication = 'published' AND deleted_at IS NULL) STORED,
  ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (
    gafu_search_vector(gafu_texts(titles), 'A') ||
    gafu_search_vector(maker_text, 'A') ||
    gafu_search_vector(gafu_joined(movements), 'B') ||
    gafu_search_vector(gafu_joined(genres), 'B') ||
    gafu_search_vector(gafu_joined(subjects), 'B') ||
    gafu_search_vector(object_kind, 'C') ||
    gafu_search_vector(medium, 'C') ||
    gafu_search_vector(technique, 'C') ||
    gafu_search_vector(place_made, 'C') ||
    gafu_search_vector(collection, 'C') ||
    gafu_search_vector(accession_number, 'C') ||
    gafu_search_vector(credit_line, 'D') ||
    gafu_search_vector(gafu_texts(descriptions), 'D') ||
    gafu_search_vector(gafu_texts(alt_texts), 'D')) STORED,
  ADD COLUMN search_text text GENERATED ALWAYS AS (gafu_romanise(gafu_fold(
    gafu_texts(titles) || ' ' || maker_text || ' ' || gafu_joined(movements) || ' ' || gafu_joined(genres) || ' '
    || gafu_joined(subjects)))) STORED,
  ADD COLUMN search_details text GENERATED ALWAYS AS (gafu_romanise(gafu_fold(
    coalesce(object_kind, '') || ' ' || coalesce(medium, '') || ' ' || coalesce(technique, '') || ' '
    || coalesce(place_made, '') || ' ' || coalesce(collection, '') || ' ' || coalesce(credit_line, '') || ' '
    || gafu_texts(descriptions) || ' ' || gafu_texts(alt_texts)))) STORED;

CREATE INDEX artworks_artist_names_idx ON artworks USING gin (artist_names);
CREATE INDEX artworks_movements_idx ON artworks USING gin (movements);
CREATE INDEX artworks_genres_idx ON artworks USING gin (genres);
CREATE INDEX artworks_subjects_idx ON artworks USING gin (subjects);
CREATE INDEX artworks_medium_idx ON artworks (medium);
CREATE INDEX artworks_object_kind_idx ON artworks (object_kind);
CREATE INDEX artworks_collection_idx ON artworks (collection);
CREATE INDEX artworks_rights_idx ON artworks (rights);
CREATE INDEX artworks_deleted_at_idx ON artworks (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX artworks_search_vector_idx ON artworks USING gin (search_vector);
CREATE INDEX artworks_search_text_idx ON artworks USING gin (search_text gin_trgm_ops);
CREATE INDEX artworks_search_details_idx ON artworks USING gin (search_details gin_trgm_ops);

-- The names of a work's makers, beside the work, so that facets and text search need no join. The facet has only those
-- to whom the work is given; the text has every name.
CREATE FUNCTION gafu_refresh_makers(changed_id text) RETURNS void LANGUAGE sql AS $$
  UPDATE artworks SET artist_names = found.names, maker_text = found.text FROM (
    SELECT
      coalesce(array_agg(maker_name ORDER BY first_position) FILTER (WHERE is_given), '{}') AS names,
      coalesce(string_agg(all_names, ' ' ORDER BY first_position), '') AS text
    FROM (
      SELECT makers.name AS maker_name, min(position) AS first_position,
        bool_or(qualifier IS NULL OR qualifier IN ('attributed-to', 'possibly')) AS is_given,
        min(makers.name || coalesce(' ' || nullif(gafu_joined(other_names), ''), '')) AS all_names
      FROM attributions JOIN makers ON makers.id = maker_id WHERE artwork_id = changed_id
      GROUP BY makers.name
    ) AS named
  ) AS found
  WHERE id = changed_id AND (artist_names, maker_text) IS DISTINCT FROM (found.names, found.text)
$$;

CREATE FUNCTION gafu_note_attribution() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM gafu_refresh_makers(CASE TG_OP WHEN 'DELETE' THEN OLD.artwork_id ELSE NEW.artwork_id END);
  RETURN NULL;
END $$;
CREATE TRIGGER attributions_note AFTER INSERT OR UPDATE OR DELETE ON attributions
  FOR EACH ROW EXECUTE FUNCTION gafu_note_attribution();

CREATE FUNCTION gafu_note_maker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM gafu_refresh_makers(artwork_id)
    FROM (SELECT DISTINCT artwork_id FROM attributions WHERE maker_id = NEW.id ORDER BY 1) AS works;
  RETURN NULL;
END $$;
CREATE TRIGGER makers_note AFTER UPDATE OF name, other_names ON makers
  FOR EACH ROW EXECUTE FUNCTION gafu_note_maker();

-- The index in memory follows embeddings: a work that is no longer public is removed from it, one that is public again
-- is added again.
CREATE FUNCTION gafu_note_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.is_public THEN
    DELETE FROM removed_artworks WHERE artwork_id = NEW.id;
    UPDATE embeddings SET vector = vector WHERE artwork_id = NEW.id;
  ELSE
    INSERT INTO removed_artworks (artwork_id, removed_xid) VALUES (NEW.id, pg_current_xact_id())
      ON CONFLICT (artwork_id) DO UPDATE SET removed_xid = excluded.removed_xid;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER artworks_note_publication AFTER UPDATE ON artworks
  FOR EACH ROW WHEN (OLD.is_public IS DISTINCT FROM NEW.is_public) EXECUTE FUNCTION gafu_note_publication();

ANALYZE artworks;

-- An index outside of Postgres holds these fields too: every work is written to it again.
UPDATE index_changes SET version = nextval('index_changes_version_seq'), due = true;
SELECT pg_notify('gafu_index_changes', '');
