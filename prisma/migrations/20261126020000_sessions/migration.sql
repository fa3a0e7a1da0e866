-- Curators who are signed in. A cookie names its row; signing out deletes the row, so that a copy of the cookie is
-- worth nothing afterwards.
CREATE TABLE sessions (
  id text PRIMARY KEY,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL
);
CREATE INDEX sessions_expires_at_idx ON sessions (expires_at);
