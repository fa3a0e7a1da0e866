import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { siteOrigin } from '@/lib/platform/site-origin';
import { registerExplainLikeness } from './tools/explain-likeness';
import { registerFindSimilar } from './tools/find-similar';
import { registerListWorks } from './tools/list-works';
import { registerReadWork } from './tools/read-work';
import { registerSearchByPicture } from './tools/search-by-picture';

const instructions =
  'Gafu finds paintings by how they are painted. Works have ids; list_works finds them by words, and find_similar_works goes on from one. Strengths say how rarely two works are so close, and are no percentages of likeness: say so when you report them. Answers hold small pictures of the works.';

/** The collection as tools for a language model (Model Context Protocol). They only read. */
export function mcpServer(): McpServer {
  const about = { name: 'gafu', title: 'Gafu', version: '1.0.0', websiteUrl: siteOrigin() };
  const server = new McpServer(about, { instructions });
  registerListWorks(server);
  registerFindSimilar(server);
  registerSearchByPicture(server);
  registerExplainLikeness(server);
  registerReadWork(server);
  return server;
}
