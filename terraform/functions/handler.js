// What CloudFront calls for every request, before its cache.

function handler(event) {
  const request = event.request;
  const path = decoded(request.uri.slice(1));
  // A key in the path says everything, and a query beside it nothing: campaign tags must not make a second rendition.
  const key = parseKey(path) || keyOfQuery(path, request.querystring);
  if (!key || (settings.signingSecrets.length === 0 && signatureOf(key))) return refuse(400, 'Bad Request', 'This is no rendition key: see the key grammar.');
  if (settings.signingSecrets.length > 0 && !isSigned(key)) return refuse(403, 'Forbidden', 'This rendition key is not signed.');
  request.uri = '/' + encoded(printKey(negotiate(key, request.headers)));
  request.querystring = {};
  return request;
}

function refuse(status, description, sentence) {
  return {
    statusCode: status,
    statusDescription: description,
    headers: {
      'content-type': { value: 'text/plain; charset=utf-8' },
      'cache-control': { value: 'public, max-age=' + settings.maxAge },
      'x-content-type-options': { value: 'nosniff' },
    },
    body: { encoding: 'text', data: sentence + '\n' },
  };
}
