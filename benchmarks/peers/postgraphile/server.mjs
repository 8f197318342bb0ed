// PostGraphile 5 over the tables as they are: node server.mjs DATABASE_URL PORT
import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { grafserv } from "postgraphile/grafserv/node";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { jsonPgSmartTags } from "postgraphile/utils";

const [connectionString, port] = process.argv.slice(2);

// The ids of drafts are those of articles, which no foreign key says.
const tags = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      "public.relation": { tags: { foreignKey: "(target_id) references public.article (id)|@fieldName targetArticle" } },
      "public.collection_item": {
        tags: { foreignKey: "(target_id) references public.article (id)|@fieldName targetArticle" },
      },
    },
  },
});

const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [tags],
  pgServices: [makePgService({ connectionString, schemas: ["public"] })],
  grafserv: { graphiql: false, watch: false },
  grafast: { explain: false },
};

const server = createServer();
await postgraphile(preset).createServ(grafserv).addTo(server);
server.listen(Number(port), "127.0.0.1");
