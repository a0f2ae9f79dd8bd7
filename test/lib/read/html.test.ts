import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorCodeIn, visibleText } from '../../../lib/read/html.ts';

describe('visibleText', () => {
  it.each([
    ['<h1>We are sorry...</h1><p>Invalid parameter: <b>redirect_uri</b></p>', 'We are sorry... Invalid parameter: redirect_uri'],
    ['<p>a &amp; b &lt;c&gt; &quot;d&quot; &#39;e&#x27; f&nbsp;g</p>', 'a & b <c> "d" \'e\' f g'],
    ['before<script>var secret = "CANARY";</script>after', 'before after'],
    ['<style>p { color: red }</style>text', 'text'],
    ['<SCRIPT src="x">CANARY</SCRIPT>text', 'text'],
    ['text<script>never closed CANARY', 'text'],
    ['no markup at all', 'no markup at all'],
    ['  many\n\n\tspaces  ', 'many spaces'],
    ['&amp;lt;', '&lt;'],
    ['a < b', 'a < b'],
    ['', ''],
    ['İİİİ<script>CANARY</script>text', 'İİİİ text'],
  ])('reads %j as %j', (html, text) => {
    expect(visibleText(html)).toBe(text);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (html) => typeof visibleText(html) === 'string'));
  });
});

describe('errorCodeIn', () => {
  const known = (code: string) => ['invalid_scope', 'redirect_uri_mismatch', 'invalid_client'].includes(code);

  it.each([
    ['{"error":"invalid_scope"}', 'invalid_scope'],
    ['<p>Error: redirect_uri_mismatch</p>', 'redirect_uri_mismatch'],
    ["window.config = { error: 'invalid_client', other: 1 }", 'invalid_client'],
    ['<input name="error" value="invalid_scope">', 'invalid_scope'],
    ['error=invalid_scope&state=CANARY', 'invalid_scope'],
    ['Error: invalid_scope', 'invalid_scope'],
    ['Error: invalid_scope.', 'invalid_scope'],
  ])('finds the code in %j', (source, code) => {
    expect(errorCodeIn(source, known)).toBe(code);
  });

  it.each([
    '{"hint":"invalid_scope"}',
    'error: something_else, sorry',
    'terror: invalid_scope, no',
    '',
    `error ${' '.repeat(300)}"invalid_scope"`,
  ])('finds none in %j', (source) => {
    expect(errorCodeIn(source, known)).toBeNull();
  });

  it('leaves applications alone', () => {
    expect(errorCodeIn(`${'x'.repeat(200_001)} {"error":"invalid_scope"}`, known)).toBeNull();
  });
});
