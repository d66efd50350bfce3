/** One entry of the closed list of errors. `{name}` in a sentence stands for a parameter of the problem. */
export interface ErrorDefinition {
  /** HTTP status. */
  status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 429 | 500 | 503 | 507;
  /** What is wrong, where, and what to do; one sentence or two. */
  en: string;
  'zh-CN': string;
  /** Names of database constraints that mean this error. */
  constraints?: readonly string[];
}
