-- From which file on the curator's machine a work was added, so that a corrected list finds its work again although
-- the file now has another picture. A table of its own: writing it is no change that a search index must follow.
CREATE TABLE source_files (
  path text PRIMARY KEY CHECK (path <> ''),
  artwork_id text NOT NULL REFERENCES artworks (id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX source_files_artwork_id_idx ON source_files (artwork_id);
