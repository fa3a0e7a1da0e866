import { element, xmlDocument, type XmlElement } from '@/lib/standards/xml';
import { type OaiError } from './oai-error';
import { oaiDate, type OaiRequest } from './oai-request';

/**
 * An answer as OAI-PMH wraps it (section 3.2). The request's arguments are repeated unless the request itself is wrong.
 * @param request null if it could not be understood
 */
export function oaiResponse(
  baseUrl: string,
  request: OaiRequest | null,
  content: XmlElement | OaiError,
): string {
  const isError = content instanceof Error;
  const isUnderstood = request !== null && !(isError && ['badVerb', 'badArgument'].includes(content.code));
  const attributes = isUnderstood ? { verb: request.verb, ...request.arguments } : {};
  return xmlDocument(
    element(
      'OAI-PMH',
      {
        xmlns: 'http://www.openarchives.org/OAI/2.0/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation':
          'http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd',
      },
      element('responseDate', {}, oaiDate(new Date())),
      element('request', attributes, baseUrl),
      isError ? element('error', { code: content.code }, content.message) : content,
    ),
  );
}
