import { writeFileSync } from 'node:fs';
import { ndjson, savedObjects } from './saved-objects';

// node --import tsx deploy/kibana/write.ts
writeFileSync('deploy/kibana/saved-objects.ndjson', ndjson(savedObjects()));
