// Charts drawn on the server: http://localhost:8080/?target=fujian-valid-trademarks-2025 is a page that needs no script.
import { createServer } from 'node:http';
import { ready, renderSVG, targets } from 'indicator-widgets';

await ready;

const server = createServer((request, response) => {
  const asked = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const target = asked.get('target') ?? 'fujian-valid-trademarks-2025';
  const lang = asked.get('lang') ?? 'zh-CN';
  try {
    const svg = renderSVG({ target, lang, asOf: asked.get('as-of') ?? undefined, width: 800 });
    const links = targets({ plan: 'fujian-2025', lang }).map((one) => `<li><a href="?target=${one.id}">${one.indicator_name}</a></li>`);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="${lang === 'en' ? 'en' : 'zh-CN'}"><title>${target}</title>${svg}<ul>${links.join('')}</ul></html>`);
  } catch (error) {
    // Unknown ids and wrong values say what they are, in the language asked for.
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(error instanceof Error ? error.message : String(error));
  }
});

server.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () => {
  const at = server.address();
  console.log(`http://127.0.0.1:${at && typeof at === 'object' ? at.port : ''}/`);
});
