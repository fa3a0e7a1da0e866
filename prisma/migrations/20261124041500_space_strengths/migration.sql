-- How close the works of a space are to each other: what a hit's strength is held against. Quantiles of cosines at
-- the shares of lib/search/strength/distribution.ts.
CREATE TABLE space_strengths (
  space_id text PRIMARY KEY REFERENCES spaces (id) ON UPDATE CASCADE ON DELETE CASCADE,
  works integer NOT NULL CHECK (works > 0),
  measured_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  random_pairs integer NOT NULL CHECK (random_pairs > 0),
  random_quantiles double precision[] NOT NULL,
  -- Pairs of one artist (style) or one subject (content); 0 and none where too few works have one.
  same_pairs integer NOT NULL CHECK (same_pairs >= 0),
  same_quantiles double precision[] NOT NULL
);
