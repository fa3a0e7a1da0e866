ALTER TABLE "uploaded_queries" ADD COLUMN "photograph_id" TEXT;
ALTER TABLE "uploaded_queries" ADD CONSTRAINT "uploaded_queries_photograph_id_fkey"
  FOREIGN KEY ("photograph_id") REFERENCES "uploaded_queries" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "uploaded_queries_photograph_id_idx" ON "uploaded_queries" ("photograph_id");
