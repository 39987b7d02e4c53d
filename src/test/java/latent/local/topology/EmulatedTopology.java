package latent.local.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import latent.local.TurnedClock;
import latent.local.edge.CacheLayer;
import latent.local.edge.Edge;
import latent.local.edge.EdgeSettings;
import latent.local.edge.Origins;
import latent.local.edge.Upstream;
import latent.local.topology.Browser.Place;
import latent.local.web.HeaderFields;
import latent.local.web.Reply;

/** S3, its website, processors, and the distributions before them: several edges each. */
abstract class EmulatedTopology implements AutoCloseable {
    final TurnedClock clock = new TurnedClock();
    final AtomicInteger askedOfS3 = new AtomicInteger();
    final Cloud cloud;
    final Origins origins = new Origins(Duration.ofSeconds(30));
    private final List<Processor> processors;
    private final Map<String, Map<String, Place>> hostsByEdge;

    EmulatedTopology(Cloud cloud, List<String> edges, List<Processor> processors) {
        this.cloud = cloud;
        this.processors = List.copyOf(processors);
        this.hostsByEdge = edges.stream().collect(Collectors.toMap(edge -> edge, edge -> new HashMap<>()));
    }

    /** Puts a distribution before a host: at each edge a cache of its own. */
    final void distribution(String name, String host, Function<String, EdgeSettings> settings, Upstream next) {
        hostsByEdge.forEach((edge, hosts) -> {
            EdgeSettings here = settings.apply(edge);
            Edge at = new Edge(edge, here, new CacheLayer(here, next, clock));
            hosts.put(host, new Place(name + "@" + edge, at::answer));
        });
    }

    /** Leaves a host without a distribution: each visit reaches the origin. The settings cache nothing. */
    final void withoutEdges(String host, EdgeSettings settings) {
        Edge pass = new Edge("none", settings, origins);
        Place place = new Place("processor", request -> {
            Reply reply = pass.answer(request);
            return reply.withHeaders(
                    HeaderFields.of(reply.headers()).remove("X-Cache").build());
        });
        hostsByEdge.values().forEach(hosts -> hosts.put(host, place));
    }

    /** The origins, counting what is asked of S3. */
    final Upstream counted() {
        return fetch -> {
            String url = fetch.behavior().origins().primary().url().toString();
            boolean ofS3 = url.startsWith(cloud.s3().url().toString())
                    || url.startsWith(cloud.website().url().toString());
            askedOfS3.addAndGet(ofS3 ? 1 : 0);
            return origins.fetch(fetch);
        };
    }

    /** A new visitor near an edge. */
    final Browser at(String edge, String... headers) {
        Map<String, Place> hosts = hostsByEdge.get(edge);
        if (hosts == null) {
            throw new IllegalArgumentException("no edge " + edge);
        }
        return new Browser(hosts, headers);
    }

    /** Pictures rendered since the start. */
    final int transformations() {
        return processors.stream().mapToInt(Processor::transformations).sum();
    }

    /** Requests that reached a processor since the start. */
    final int requests() {
        return processors.stream().mapToInt(Processor::requests).sum();
    }

    /** Waits until all that was rendered is stored. */
    final void settle() {
        processors.forEach(Processor::settle);
    }

    @Override
    public void close() {
        origins.close();
        processors.forEach(Processor::close);
        cloud.close();
    }
}
