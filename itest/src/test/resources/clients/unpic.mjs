// Has the library unpic make addresses: lines of a verb, an address and operations as JSON in, a line of the result each out.
import { createInterface } from 'node:readline';
import { parseUrl, transformUrl } from 'unpic';
import { generate, transform } from 'unpic/providers/scene7';

const verbs = {
  generate: (url, operations) => generate(url, operations),
  transform: (url, operations) => transform(url, operations),
  detect: (url, operations) => transformUrl({ url, ...operations }),
  parse: url => {
    const { cdn, src, operations } = parseUrl(url);
    return [cdn, src, ...Object.entries(operations).map(([name, value]) => `${name}=${value}`).sort()].join(' ');
  },
};
for await (const line of createInterface({ input: process.stdin })) {
  const [verb, url, operations] = line.split('\t');
  console.log(verbs[verb](url, JSON.parse(operations || '{}')));
}
