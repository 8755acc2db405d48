/** Google's way of saying no: the JSON error that its APIs answer, with the texts seen from the real ones. */

/** An answer that is an error, in the shape that Google's APIs use. */
export class ApiError extends Error {
  constructor(
    readonly code: number,
    readonly status: string,
    message: string,
    readonly reason: string,
  ) {
    super(message);
  }

  /** The body as Google sends it. */
  toJSON() {
    const { code, message, status, reason } = this;
    return {
      error: { code, message, errors: [{ message, domain: 'global', reason }], status },
    };
  }
}

export const badRequest = (message = 'Request contains an invalid argument.') =>
  new ApiError(400, 'INVALID_ARGUMENT', message, 'badRequest');

export const unauthenticated = () =>
  new ApiError(
    401,
    'UNAUTHENTICATED',
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
    'authError',
  );

export const apiSwitchedOff = () =>
  new ApiError(
    403,
    'PERMISSION_DENIED',
    'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.',
    'forbidden',
  );

export const noRights = () =>
  new ApiError(403, 'PERMISSION_DENIED', 'The caller does not have permission', 'forbidden');

export const notFound = () =>
  new ApiError(404, 'NOT_FOUND', 'Requested entity was not found.', 'notFound');

/** Drive's words for a file that there is not, or that the caller may not see. */
export const fileNotFound = (id: string) =>
  new ApiError(404, 'NOT_FOUND', `File not found: ${id}.`, 'notFound');

export const quotaExceeded = () =>
  new ApiError(
    429,
    'RESOURCE_EXHAUSTED',
    "Quota exceeded for quota metric 'Management requests' and limit 'Management requests per minute' of service 'script.googleapis.com'.",
    'rateLimitExceeded',
  );
