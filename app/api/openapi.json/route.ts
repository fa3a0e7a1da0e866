import { jsonAnswer } from '@/app/api/_lib/answer';
import { openapiDocument } from '@/app/api/_lib/openapi';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { siteOrigin } from '@/lib/platform/site-origin';

/** The API's description, OpenAPI 3.1. */
const get = endpoint((request) => {
  const servers = [{ url: siteOrigin(), description: 'This site' }];
  return jsonAnswer(request, { ...openapiDocument(), servers });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
