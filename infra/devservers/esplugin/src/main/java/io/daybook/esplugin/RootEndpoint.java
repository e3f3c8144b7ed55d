package io.daybook.esplugin;

import java.util.List;
import org.apache.lucene.util.Version;
import org.elasticsearch.Build;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;

/** {@code GET /} and {@code HEAD /}: without them every client's ping and info call gets 405 from the core distribution. */
final class RootEndpoint extends BaseRestHandler {

    @Override
    public String getName() {
        return "daybook_root";
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(RestRequest.Method.GET, "/"), new Route(RestRequest.Method.HEAD, "/"));
    }

    @Override
    protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
        String node = client.settings().get("node.name", "daybook");
        String cluster = client.settings().get("cluster.name", "elasticsearch");
        Build build = Build.current();
        return channel -> {
            var body = channel.newBuilder().startObject();
            body.field("name", node).field("cluster_name", cluster).field("cluster_uuid", "_na_");
            body.startObject("version");
            body.field("number", build.version()).field("build_flavor", "default");
            body.field("build_type", build.type().displayName()).field("build_hash", build.hash());
            body.field("build_date", build.date()).field("build_snapshot", build.isSnapshot());
            body.field("lucene_version", Version.LATEST.toString());
            body.field("minimum_wire_compatibility_version", build.minWireCompatVersion());
            body.field("minimum_index_compatibility_version", build.minIndexCompatVersion());
            body.endObject().field("tagline", "You Know, for Search").endObject();
            channel.sendResponse(new RestResponse(RestStatus.OK, body));
        };
    }
}
