import { jsonAnswer } from '@/app/api/_lib/answer';
import { openapiDocument } from '@/app/api/_lib/openapi';
import { endpoint } from '@/app/endpoint';

/** The API's description, OpenAPI 3.1. */
export const GET = endpoint((request) => jsonAnswer(request, openapiDocument()));
