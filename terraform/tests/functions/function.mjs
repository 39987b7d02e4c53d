// The function as Terraform joins it, in a context with nothing of Node but what cloudfront-js-2.0 has too.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';

const folder = new URL('../../functions/', import.meta.url);
const require = createRequire(import.meta.url);

export const PARTS = ['key', 'query', 'negotiate', 'signature', 'handler'];
export const source = (part) => readFileSync(new URL(part + '.js', folder), 'utf8');

export function functionWith(given = {}) {
  const settings = { keyPrefix: '', maxAge: 300, formats: ['avif', 'webp'], dpr: false, maxSide: 4096, signingSecrets: [], unicode: false, ...given };
  const context = vm.createContext({ require: (name) => (name === 'crypto' ? require('node:crypto') : undefined) });
  vm.runInContext(['const settings = ' + JSON.stringify(settings) + ';', ...PARTS.map(source)].join('\n'), context);
  return (url, headers = {}) => {
    const [path, query = ''] = url.split('?');
    const request = { method: 'GET', uri: path, querystring: parsed(query), headers: valued(headers), cookies: {} };
    context.event = JSON.stringify({ version: '1.0', context: {}, viewer: {}, request });
    return JSON.parse(vm.runInContext('JSON.stringify(handler(JSON.parse(event)))', context));
  };
}

const valued = (headers) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), { value }]));

// As CloudFront hands a query over: the first value, and all of them where there are several.
function parsed(query) {
  const result = {};
  for (const pair of query.split('&').filter(Boolean)) {
    const [name, value = ''] = pair.split('=');
    if (Object.hasOwn(result, name)) (result[name].multiValue ??= [{ value: result[name].value }]).push({ value });
    else Object.defineProperty(result, name, { value: { value }, enumerable: true, writable: true, configurable: true });
  }
  return result;
}
