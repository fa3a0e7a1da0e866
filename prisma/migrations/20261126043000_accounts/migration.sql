-- Accounts. Sessions now belong to a person, so those of before end: curators sign in once more.
CREATE TABLE people (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  role text NOT NULL CHECK (role IN ('curator', 'administrator')),
  disabled_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE credentials (
  id text PRIMARY KEY,
  person_id text NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  provider_id text NOT NULL,
  account_id text NOT NULL,
  password text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (provider_id, account_id)
);
CREATE INDEX credentials_person_id_idx ON credentials (person_id);

DROP TABLE sessions;
CREATE TABLE sessions (
  id text PRIMARY KEY,
  token text NOT NULL UNIQUE,
  person_id text NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  user_agent text,
  password_version text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL
);
CREATE INDEX sessions_expires_at_idx ON sessions (expires_at);
CREATE INDEX sessions_person_id_idx ON sessions (person_id);

CREATE TABLE one_time_links (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL
);
CREATE INDEX one_time_links_identifier_idx ON one_time_links (identifier);
CREATE INDEX one_time_links_value_idx ON one_time_links (value);

CREATE TABLE api_tokens (
  id text PRIMARY KEY,
  name text NOT NULL,
  hash text NOT NULL UNIQUE,
  scopes text[] NOT NULL,
  created_by_id text NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  last_used_at timestamptz(3)
);
CREATE INDEX api_tokens_created_by_id_idx ON api_tokens (created_by_id);

-- Whoever signs in with ADMIN_PASSWORD, or with the password that an earlier version printed at its first start.
INSERT INTO people (id, name, email, role)
VALUES ('shared-password', 'Shared password', 'shared-password@gafu.invalid', 'administrator');
INSERT INTO credentials (id, person_id, provider_id, account_id, password)
VALUES ('shared-password', 'shared-password', 'credential', 'shared-password', 'shared-password');
