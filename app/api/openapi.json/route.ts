import { endpoint, jsonAnswer } from '@/app/api/_lib/answer';
import { openapiDocument } from '@/app/api/_lib/openapi';

/** The API's description, OpenAPI 3.1. */
export const GET = endpoint((request) => jsonAnswer(request, openapiDocument()));
