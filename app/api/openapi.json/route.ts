import { jsonAnswer } from '@/app/api/_lib/answer';
import { openapiDocument } from '@/app/api/_lib/openapi';
import { endpoint } from '@/app/endpoint';
import { siteOrigin } from '@/lib/platform/site-origin';

/** The API's description, OpenAPI 3.1. */
export const GET = endpoint((request) => {
  const servers = [{ url: siteOrigin(), description: 'This site' }];
  return jsonAnswer(request, { ...openapiDocument(), servers });
});
