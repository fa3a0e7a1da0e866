-- A work's date as a range of years, and all centuries that it touches. `year` and `century` stay as they are, so a web
-- server of the previous version keeps working; what it writes counts by its one year.
ALTER TABLE artworks ADD COLUMN year_from integer, ADD COLUMN year_to integer;
UPDATE artworks SET year_from = year, year_to = year WHERE year IS NOT NULL;

-- 19 for 1801 to 1900, -1 for 100 to 1 BCE: from the first year's century to the last one's, without a century 0.
CREATE FUNCTION gafu_centuries(first integer, last integer) RETURNS integer[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(century ORDER BY century) FROM generate_series(
    CASE WHEN first > 0 THEN (first + 99) / 100 ELSE -((99 - first) / 100) END,
    CASE WHEN last > 0 THEN (last + 99) / 100 ELSE -((99 - last) / 100) END) AS century
  WHERE century <> 0
$$;

ALTER TABLE artworks ADD COLUMN centuries integer[] GENERATED ALWAYS AS
  (gafu_centuries(coalesce(year_from, year_to, year), coalesce(year_to, year_from, year))) STORED;
CREATE INDEX artworks_centuries_idx ON artworks USING gin (centuries);
