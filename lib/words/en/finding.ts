/** One finding: what was seen, where, what to do, and where the standards say so. */
import { section } from '../speaking.ts';

export const finding = section('finding', {
  problem: 'Problem',
  warning: 'Warning',
  remark: 'Remark',
  consequence: 'Consequence',
  likely: 'Likely: everything seen points to it, but it is not proven.',
  possible: 'Possible: it fits what was seen; other causes do as well.',
  seen: 'What was seen',
  where: 'Where',
  whatToDo: 'What to do',
  source: 'Source',
  nameOfCheck: 'The name of this check',
  aboutCheck: 'About this check:',
  /** `about`: what the clause is about, may be empty. Read aloud after its name. */
  opensTab: (about: string) => `${about === '' ? '' : ` on ${about}`}, opens in a new tab`,

  /** After the name of a hop: what of it is meant. Names stand in backticks. */
  wholes: {
    'request.url': 'its address',
    'request.method': 'its method',
    'request.body': 'its body',
    'response.status': 'its status',
    'response.body': 'the text of its page',
    'outcome.reason': 'its network error',
    timing: 'its time',
  },
  inQuery: (name: string) => `${name} in the query`,
  inFragment: (name: string) => `${name} behind the #`,
  inForm: (name: string) => `${name} in the form`,
  header: (name: string) => `the header ${name}`,
  headers: 'its request headers',
  cookie: (name: string) => `the cookie ${name}`,
  answerHeader: (name: string) => `the answer’s header ${name}`,
  answerHeaders: 'its answer’s headers',
  inAnswer: (name: string) => `${name} in the answer`,
  inRedirect: (name: string) => `${name} in the redirect`,
  inRedirectFragment: (name: string) => `${name} behind the redirect’s #`,
  missing: (place: string) => `${place} is missing`,
});
