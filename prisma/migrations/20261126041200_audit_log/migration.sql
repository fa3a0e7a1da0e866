-- Who changed what, and when. Rows are only ever added: they outlive the works, people and tokens that they name, so
-- nothing refers to other tables.
CREATE TABLE changes (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  changed_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  actor_kind text NOT NULL,
  actor_id text,
  actor_name text NOT NULL,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  subject_name text NOT NULL,
  before jsonb,
  after jsonb
);
CREATE INDEX changes_subject_idx ON changes (subject_kind, subject_id, id DESC);
CREATE INDEX changes_actor_idx ON changes (actor_kind, actor_id, id DESC);
CREATE INDEX changes_action_idx ON changes (action, id DESC);
