import type { z } from 'zod';
import type { Call } from './call.ts';
import { ApiError, invalid } from './reply.ts';

export function bodyOf({ contentType = '', body }: Call): unknown {
  if (!/^application\/json\s*(;|$)/i.test(contentType))
    throw new ApiError('validation', { status: 415, message: 'Content-Type must be application/json' });
  try {
    return JSON.parse(body);
  } catch {
    throw new ApiError('validation');
  }
}

export function checked<T>(schema: z.ZodType<T>, request: unknown): T {
  const { success, data, error } = schema.safeParse(request);
  if (success) return data;
  throw invalid(error.issues.map(({ path, message }) => `${path.join('.') || 'request'}: ${message}`).join('; '));
}
