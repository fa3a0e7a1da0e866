-- Embeddings of pictures that belong to no work yet: those of a batch are embedded before it is published.
CREATE TABLE picture_embeddings (
  image_key text NOT NULL REFERENCES images (key) ON DELETE CASCADE,
  space_id  text NOT NULL REFERENCES spaces (id) ON DELETE RESTRICT,
  -- Little-endian float32, as many as the space has dimensions.
  vector    bytea NOT NULL,
  PRIMARY KEY (image_key, space_id)
);
CREATE INDEX picture_embeddings_space_id_idx ON picture_embeddings (space_id);
