/** Something to press instead of typing: `words` are what a person would type after the command. */
export interface Suggestion {
  readonly label: string;
  readonly words: string;
}

/** An error that the person can mend: both texts are written for them, in full sentences. */
export class UserError extends Error {
  override readonly name: string = 'UserError';
  readonly hint: string;
  readonly suggestions: readonly Suggestion[];

  constructor(message: string, hint: string, options: ErrorOptions & { readonly suggestions?: readonly Suggestion[] } = {}) {
    super(message, options);
    this.hint = hint;
    this.suggestions = options.suggestions ?? [];
  }
}

/** A failure of a service that we depend on: told in words like any UserError, and logged with a reference for whoever runs the bot. */
export class ServiceError extends UserError {
  override readonly name: string = 'ServiceError';
}
