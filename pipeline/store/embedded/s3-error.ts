import { Failure } from '../../model/failure.ts'

/** The errors of the S3 protocol that this server knows, with their status. */
const statuses = {
  AccessDenied: 403,
  AuthorizationHeaderMalformed: 400,
  AuthorizationQueryParametersError: 400,
  BadDigest: 400,
  EntityTooLarge: 400,
  ExpiredToken: 400,
  IncompleteBody: 400,
  InsufficientStorage: 507,
  InternalError: 500,
  InvalidAccessKeyId: 403,
  InvalidArgument: 400,
  InvalidDigest: 400,
  InvalidRange: 416,
  InvalidRequest: 400,
  InvalidURI: 400,
  KeyConflict: 409,
  KeyTooLongError: 400,
  MalformedXML: 400,
  MethodNotAllowed: 405,
  MissingContentLength: 411,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  NotImplemented: 501,
  PreconditionFailed: 412,
  RequestTimeTooSkewed: 403,
  SignatureDoesNotMatch: 403,
  XAmzContentSHA256Mismatch: 400,
} as const

export type S3Code = keyof typeof statuses

/** The refusal of one request, told to its client. */
export class S3Error extends Error {
  readonly code: S3Code

  constructor(code: S3Code, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'S3Error'
    this.code = code
  }

  get status(): number {
    return statuses[this.code]
  }
}

/** What the client is told of any error; the store's failures keep their words. */
export function asS3Error(error: unknown): S3Error {
  if (error instanceof S3Error) return error
  const options = { cause: error }
  if (!(error instanceof Failure)) return new S3Error('InternalError', error instanceof Error ? error.message : String(error), options)
  const message = [error.text.what, error.text.why, error.text.next].filter((sentence) => sentence !== undefined).join(' ')
  switch (error.code) {
    case 'condition-failed':
      return new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', options)
    case 'key-refused':
      return new S3Error('InvalidArgument', message, options)
    case 'key-too-long':
      return new S3Error('KeyTooLongError', message, options)
    case 'key-conflict':
      return new S3Error('KeyConflict', message, options)
    default:
      return new S3Error('InsufficientStorage', message, options)
  }
}
