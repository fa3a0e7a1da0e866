-- While there is a row, workers take no new works. One at most.
CREATE TABLE job_pauses (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  paused_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- Works that a worker has in hand, or had when its process died: a row is deleted when the work was done or failed in
-- an orderly way. So it counts how many processes a picture may have ended.
CREATE TABLE extraction_tries (
  artwork_id text PRIMARY KEY REFERENCES artworks (id) ON UPDATE CASCADE ON DELETE CASCADE,
  tries integer NOT NULL CHECK (tries > 0)
);

-- How many jobs ended in each minute of the last day, for throughput.
CREATE TABLE finished_jobs (
  minute timestamptz(0) NOT NULL,
  task text NOT NULL,
  status text NOT NULL,
  jobs integer NOT NULL CHECK (jobs > 0),
  PRIMARY KEY (minute, task, status)
);
