/** The API behind the apps: it wants an access token, and takes it from the header or, as it should not, from the query. */
import { type Handler, sendJson, targetOf } from '../http.ts';

export const basket: Handler = (req, res) => {
  const token = targetOf(req).searchParams.get('access_token') ?? (req.headers.authorization ?? '').replace(/^Bearer /i, '');
  if (token === '') sendJson(res, 401, { error: 'invalid_token' });
  else sendJson(res, 200, { basket: ['CANARY-shoes'] });
};
