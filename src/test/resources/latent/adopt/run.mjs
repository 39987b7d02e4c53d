// Runs a function for CloudFront on URLs, in a context with nothing of Node but what cloudfront-js-2.0 has too: run.mjs FUNCTION URLS
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

const context = vm.createContext({ Buffer });
vm.runInContext(readFileSync(process.argv[2], 'utf8'), context);
for (const url of readFileSync(process.argv[3], 'utf8').split('\n').filter(Boolean)) {
  const path = url.replace(/^https?:\/\/[^/]+/, '');
  const [uri, query = ''] = (path.startsWith('/') ? path : '/' + path).split('?');
  const request = { method: 'GET', uri, querystring: parsed(query), headers: {}, cookies: {} };
  context.event = JSON.stringify({ version: '1.0', context: {}, viewer: {}, request });
  const answer = JSON.parse(vm.runInContext('JSON.stringify(handler(JSON.parse(event)))', context));
  const left = Object.keys(answer.querystring).length > 0;
  console.log(left ? path : answer.uri);
}

// As CloudFront hands a query over: the first value, and all of them where there are several.
function parsed(query) {
  const result = {};
  for (const pair of query.split('&').filter(Boolean)) {
    const [name, value = ''] = pair.split('=');
    if (Object.hasOwn(result, name)) (result[name].multiValue ??= [{ value: result[name].value }]).push({ value });
    else result[name] = { value };
  }
  return result;
}
