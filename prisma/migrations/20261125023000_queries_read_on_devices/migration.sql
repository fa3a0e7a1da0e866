-- A picture that was read on its owner's device never came here: its query has vectors, and no image unless the
-- visitor sent a small one along.
ALTER TABLE uploaded_queries
  ALTER COLUMN image_key DROP NOT NULL,
  ADD COLUMN read_on_device boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT uploaded_queries_image_check CHECK (image_key IS NOT NULL OR read_on_device);
