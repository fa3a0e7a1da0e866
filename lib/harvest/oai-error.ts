/** The conditions of OAI-PMH 2.0, section 3.6. */
export type OaiErrorCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch';

/** What keeps a request from being answered: an answer of its own in OAI-PMH, with status 200. */
export class OaiError extends Error {
  override readonly name = 'OaiError';

  constructor(
    readonly code: OaiErrorCode,
    message: string,
  ) {
    super(message);
  }
}
