import type { HttpAnswer } from '../http-answer.ts'
import type { S3Error } from './s3-error.ts'
import { xml } from './xml.ts'

export function xmlAnswer(document: Parameters<typeof xml>[0], status = 200): HttpAnswer {
  return { status, headers: { 'content-type': 'application/xml' }, body: xml(document) }
}

export function errorAnswer(error: S3Error, resource: string): HttpAnswer {
  return xmlAnswer({ Error: { Code: error.code, Message: error.message, Resource: resource } }, error.status)
}
