-- What clients have done in the present window, counted by all web servers together. Kept by rate-limiter-flexible,
-- whose columns these are. Unlogged: counts that a crash forgets harm nobody, and no write waits for the disk.
CREATE UNLOGGED TABLE rate_limits (
  key text PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  -- Milliseconds since 1970.
  expire bigint
);
