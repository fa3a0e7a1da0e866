/** Writes openapi.json, which is committed so that a change of the API is seen in review: `npx tsx <this file>`. */
import { writeFileSync } from 'node:fs';
import { openapiDocument } from './openapi';

writeFileSync('openapi.json', `${JSON.stringify(openapiDocument(), null, 2)}\n`);
