-- Pictures that a curator uploads together, so that an upload goes on after a lost connection, a closed tab or a
-- restarted server.
CREATE TABLE batches (
  id            text PRIMARY KEY,
  name          text NOT NULL,
  -- Who began it, as they were called then.
  created_by    text NOT NULL,
  created_at    timestamptz(3) NOT NULL DEFAULT now(),
  -- When a file came or something was decided last: old batches expire by it.
  updated_at    timestamptz(3) NOT NULL DEFAULT now(),
  -- The list that came with the pictures: its name, and its lines.
  manifest_name text,
  manifest      jsonb
);
CREATE INDEX batches_updated_at_idx ON batches (updated_at);

CREATE TABLE batch_files (
  id          text PRIMARY KEY,
  batch_id    text NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
  position    integer NOT NULL,
  -- As on the curator's machine, with the folders that were chosen. Never used as a path here.
  path        text NOT NULL,
  size_bytes  bigint NOT NULL,
  modified_at timestamptz(3) NOT NULL,
  -- Under this key of the image store are the parts that have arrived, with these sizes.
  upload_key  text NOT NULL UNIQUE,
  part_sizes  integer[] NOT NULL DEFAULT '{}',
  state       text NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'received', 'checked', 'refused', 'adding', 'added', 'replaced', 'skipped')),
  -- Why it was refused.
  reason      text,
  -- In how many tries to check it the process may have died.
  tries       integer NOT NULL DEFAULT 0,
  -- The checked picture, until it belongs to a work.
  image_key   text REFERENCES images (key) ON DELETE RESTRICT,
  -- What is said of the work, by column: in the file itself, in the list, and by a curator.
  embedded    jsonb NOT NULL DEFAULT '{}',
  listed      jsonb NOT NULL DEFAULT '{}',
  typed       jsonb NOT NULL DEFAULT '{}',
  -- Works and files of the batch with a picture that looks the same.
  lookalikes  jsonb NOT NULL DEFAULT '[]',
  decision    text CHECK (decision IN ('skip', 'replace', 'keep')),
  -- Whose picture is replaced.
  replaces_id text,
  artwork_id  text REFERENCES artworks (id) ON DELETE SET NULL,
  updated_at  timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX batch_files_batch_id_idx ON batch_files (batch_id, position);
CREATE INDEX batch_files_image_key_idx ON batch_files (image_key);
CREATE INDEX batch_files_artwork_id_idx ON batch_files (artwork_id);
