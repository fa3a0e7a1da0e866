-- The colours that a picture has much of, by name, from its palette embedding: the square of each value is the share of a
-- cell of CIELAB. The cells are those of lib/vision/palette.ts, as [lightness][a*][b*].
CREATE FUNCTION gafu_palette_colours(palette bytea) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH cells AS (
    SELECT at, (get_byte(palette, 4 * at + 3) << 24) | (get_byte(palette, 4 * at + 2) << 16)
      | (get_byte(palette, 4 * at + 1) << 8) | get_byte(palette, 4 * at) AS bits
    FROM generate_series(0, 124) AS at
  ), shares AS (
    -- Little-endian float32, none negative: exponent and fraction by IEEE 754.
    SELECT at, CASE WHEN bits >> 23 = 0 THEN 0
      ELSE ((1 + (bits & 8388607) / 8388608.0::float8) * 2::float8 ^ ((bits >> 23) - 127)) ^ 2 END AS share
    FROM cells
  ), named AS (
    SELECT (ARRAY[
    'black', 'black', 'black', 'black', 'black',
    'black', 'black', 'black', 'black', 'black',
    'black', 'black', 'black', 'black', 'black',
    'black', 'black', 'black', 'black', 'black',
    'black', 'black', 'black', 'black', 'black',
    'blue', 'green', 'green', 'green', 'green',
    'blue', 'blue', 'grey', 'green', 'green',
    'blue', 'blue', 'grey', 'brown', 'brown',
    'blue', 'purple', 'brown', 'brown', 'brown',
    'purple', 'purple', 'red', 'red', 'red',
    'blue', 'green', 'green', 'green', 'green',
    'blue', 'blue', 'grey', 'green', 'green',
    'blue', 'blue', 'grey', 'brown', 'yellow',
    'blue', 'purple', 'brown', 'brown', 'brown',
    'purple', 'purple', 'red', 'red', 'red',
    'blue', 'green', 'green', 'green', 'green',
    'blue', 'blue', 'grey', 'green', 'yellow',
    'blue', 'blue', 'grey', 'beige', 'yellow',
    'blue', 'purple', 'beige', 'beige', 'orange',
    'pink', 'pink', 'pink', 'pink', 'orange',
    'blue', 'green', 'green', 'green', 'green',
    'blue', 'white', 'white', 'beige', 'yellow',
    'blue', 'white', 'white', 'beige', 'yellow',
    'blue', 'white', 'white', 'beige', 'yellow',
    'pink', 'pink', 'pink', 'pink', 'orange'
    ])[at + 1] AS colour, sum(share) AS share FROM shares GROUP BY 1
  )
  SELECT coalesce(array_agg(colour ORDER BY share DESC, colour), '{}') FROM named
  -- A little of a strong colour is seen at once; nearly every picture has some brown and grey.
  WHERE share >= CASE WHEN colour IN ('black', 'white', 'grey', 'brown', 'beige') THEN 0.3 ELSE 0.1 END
$$;

ALTER TABLE artworks ADD COLUMN colours text[] NOT NULL DEFAULT '{}';

CREATE FUNCTION gafu_is_palette(space text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM spaces WHERE id = space AND extractor LIKE 'cielab-histogram-1/%' AND dimensions = 125)
$$;

CREATE FUNCTION gafu_note_colours() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found text[];
BEGIN
  IF NOT gafu_is_palette(NEW.space_id) THEN
    RETURN NULL;
  END IF;
  found := gafu_palette_colours(NEW.vector);
  UPDATE artworks SET colours = found WHERE id = NEW.artwork_id AND colours IS DISTINCT FROM found;
  RETURN NULL;
END $$;
CREATE TRIGGER embeddings_note_colours AFTER INSERT OR UPDATE OF vector ON embeddings
  FOR EACH ROW EXECUTE FUNCTION gafu_note_colours();

UPDATE artworks SET colours = gafu_palette_colours(vector) FROM embeddings JOIN live_spaces USING (space_id)
  WHERE artwork_id = artworks.id AND kind = 'palette' AND gafu_is_palette(space_id);

CREATE INDEX artworks_colours_idx ON artworks USING gin (colours);

-- An index outside of Postgres holds them too: every work is written to it again.
UPDATE index_changes SET version = nextval('index_changes_version_seq'), due = true;
