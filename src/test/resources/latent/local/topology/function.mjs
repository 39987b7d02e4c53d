// Runs a CloudFront function: its code, as JSON, is the first line of standard input; then an event a line, each answered by a line.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import vm from 'node:vm';

const require = createRequire(import.meta.url);
// Of Node nothing but what cloudfront-js-2.0 has too.
const context = vm.createContext({ require: (name) => (name === 'crypto' ? require('node:crypto') : undefined) });
let loaded = false;

for await (const line of createInterface({ input: process.stdin })) {
  if (!loaded) {
    vm.runInContext(JSON.parse(line), context);
    loaded = true;
  } else {
    context.event = line;
    process.stdout.write(vm.runInContext('JSON.stringify(handler(JSON.parse(event)))', context) + '\n');
  }
}
