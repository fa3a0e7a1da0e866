-- Whose pictures are kept, for a quota per client: a keyed hash of the address, made with a secret that is deleted
-- after its day. From then on nobody can tell which address a hash was made of.
ALTER TABLE uploaded_queries ADD COLUMN client text;
CREATE INDEX uploaded_queries_created_at_idx ON uploaded_queries (created_at);

CREATE TABLE client_secrets (
  day date PRIMARY KEY,
  secret text NOT NULL
);
