package latent;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import latent.config.Settings;
import latent.image.ImageFormat;
import latent.local.LocalCloud;
import latent.local.playground.DeploymentFacts;
import latent.local.playground.LiveServer;
import latent.local.playground.PlaygroundEdges;
import latent.local.playground.PlaygroundPage;
import latent.store.Uploads;
import software.amazon.awssdk.services.s3.S3Client;

/** The page to try renditions on, as the demo has it: its files in the bucket of renditions, two edges, and the server of its numbers. */
final class Playground implements AutoCloseable {
    private final URI url;
    private final Closer opened;

    private Playground(URI url, Closer opened) {
        this.url = url;
        this.opened = opened;
    }

    /** Opens the edges and the numbers, and stores the page. */
    static Playground start(Settings settings, LocalCloud cloud, Service service, List<DemoOriginal> originals) {
        return Closer.opening(opened -> {
            URI bucket = URI.create(cloud.s3().url() + "/" + settings.buckets().renditions());
            URI processor = URI.create("http://localhost:" + service.port());
            PlaygroundEdges edges = PlaygroundEdges.start(bucket, processor, Clock.systemUTC());
            opened.add(edges::close);
            LiveServer live = LiveServer.start(cloud.website().url(), service.meters()::scrape, edges);
            opened.add(live::close);
            Set<ImageFormat> writes = service.capabilities().writes();
            store(settings, PlaygroundFacts.of(settings, originals, writes, Optional.of(live.url()), edges.facts()));
            return new Playground(cloud.website().url().resolve("/" + PlaygroundPage.PREFIX), opened);
        });
    }

    private static void store(Settings settings, DeploymentFacts facts) {
        try (S3Client s3 = settings.s3().connect()) {
            Uploads page = new Uploads(s3, settings.buckets().renditions());
            PlaygroundPage.files()
                    .forEach((name, bytes) ->
                            page.put(PlaygroundPage.PREFIX + name, PlaygroundPage.mediaType(name), bytes));
            page.put(
                    PlaygroundPage.PREFIX + PlaygroundPage.DEPLOYMENT,
                    PlaygroundPage.mediaType(PlaygroundPage.DEPLOYMENT),
                    facts.json());
        }
    }

    /** Where to open it. */
    URI url() {
        return url;
    }

    @Override
    public void close() {
        opened.close();
    }
}
