/**
 * Tables that a backup leaves out, each with its reason. Every other table of the catalogue is in it, also one that is
 * added later: see docs/decisions on backups before adding to this list.
 */
export const leftOutTables: Readonly<Record<string, string>> = {
  _prisma_migrations: 'the header lists the migrations, and restoring applies them',
  index_changes: 'filled by triggers while works are restored, so that the search index follows',
  harvest_records: 'filled by triggers while works are restored; harvesters then get every record once more',
  removed_artworks: 'tells the search indexes of this database what is gone from it',
  job_pauses: 'whether the workers of this site are paused',
  extraction_tries: 'what the workers of this site have in hand',
  finished_jobs: 'counts of the last day',
  rate_limits: 'counts of the present hour',
  sessions: 'a copy of a backup must not sign anybody in',
  one_time_links: 'nor let anybody set a password',
  client_secrets: 'secrets that are deleted after their day',
  uploaded_queries: 'pictures of visitors, which were promised to be deleted',
  uploaded_query_embeddings: 'belongs to uploaded_queries',
  expired_queries: 'belongs to uploaded_queries',
};
