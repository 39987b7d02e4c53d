package latent.local.playground;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latent.local.edge.CacheBehavior;
import latent.local.edge.CacheLayer;
import latent.local.edge.CachePolicy;
import latent.local.edge.Edge;
import latent.local.edge.EdgeSettings;
import latent.local.edge.Origin;
import latent.local.edge.OriginGroup;
import latent.local.edge.OriginRequestPolicy;
import latent.local.edge.Origins;
import latent.local.edge.PathPattern;
import latent.local.edge.ViewerRequestFunction;
import latent.local.playground.DeploymentFacts.EdgeFacts;
import latent.local.web.LoopbackServer;

/**
 * Two emulated edges of one distribution, each on a port of its own: the topology failover, in which an edge asks the bucket, and the processor when the bucket has
 * no such key. What each keeps, the other does not have; what is in the bucket, both find.
 */
public final class PlaygroundEdges implements AutoCloseable {
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(60);

    /** A page of another origin may read all of an answer, its timing too. */
    private static final Map<String, String> READABLE = Map.of(
            "Access-Control-Allow-Origin", "*",
            "Access-Control-Expose-Headers", "*",
            "Timing-Allow-Origin", "*");

    private record Place(String name, String code, EdgeCounters counters, LoopbackServer server) {}

    private final Origins origins = new Origins(RESPONSE_TIMEOUT);
    private final List<Place> places = new ArrayList<>();

    private PlaygroundEdges() {}

    /**
     * Opens both.
     *
     * @param bucket    of renditions, as everyone may read it, without a slash at the end; likewise the processor
     */
    public static PlaygroundEdges start(URI bucket, URI processor, InstantSource clock) {
        PlaygroundEdges edges = new PlaygroundEdges();
        try {
            EdgeSettings settings = settings(bucket, processor);
            edges.open("Stockholm", "ARN1", settings, clock);
            edges.open("Paris", "CDG1", settings, clock);
            return edges;
        } catch (RuntimeException failure) {
            edges.close();
            throw failure;
        }
    }

    private static EdgeSettings settings(URI bucket, URI processor) {
        return EdgeSettings.of(new CacheBehavior(
                PathPattern.DEFAULT,
                OriginGroup.of(Origin.at(bucket), Origin.at(processor), 403, 404),
                CachePolicy.asTheOriginSays(),
                OriginRequestPolicy.nothing(),
                ViewerRequestFunction.none(),
                READABLE));
    }

    private void open(String name, String code, EdgeSettings settings, InstantSource clock) {
        EdgeCounters counters = new EdgeCounters();
        Edge edge = new Edge(code, settings, new CacheLayer(settings, counters.counting(origins), clock));
        LoopbackServer server = LoopbackServer.start(
                "the edge in " + name, "another start", 0, request -> counters.count(edge.answer(request)));
        places.add(new Place(name, code, counters, server));
    }

    /** Where each of them listens. */
    public List<EdgeFacts> facts() {
        return places.stream()
                .map(place -> new EdgeFacts(place.name, place.code, place.server.url()))
                .toList();
    }

    List<EdgeCounters.Counts> counts() {
        return places.stream().map(place -> place.counters.counts(place.code)).toList();
    }

    @Override
    public void close() {
        places.forEach(place -> place.server.close());
        origins.close();
    }
}
