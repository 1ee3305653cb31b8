import 'server-only'
import { env } from '../../platform/env'
import { openApiDocument } from '../openapi-document'
import { operations } from '../router'

/** The OpenAPI document of this installation. */
export const apiDocument = () => openApiDocument(operations, `${env().NEXTAUTH_URL.replace(/\/$/, '')}/api/v1`)
