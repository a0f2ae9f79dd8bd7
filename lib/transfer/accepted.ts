/** For the end of a sentence about a file that can not be read. */
export const accepted = 'HAR 1.1 and 1.2 files, Roundtrip captures, JSON exports of SAML-tracer and addresses of logins are accepted.';
