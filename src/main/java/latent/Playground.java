package latent;

import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import latent.config.Settings;
import latent.image.ImageFormat;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.key.RequestedSize;
import latent.key.Spelling;
import latent.key.Transformation;
import latent.local.LocalCloud;
import latent.local.playground.DeploymentFacts;
import latent.local.playground.LiveServer;
import latent.local.playground.PlaygroundEdges;
import latent.local.playground.PlaygroundPage;
import latent.refusal.Refusal;
import latent.store.Uploads;
import software.amazon.awssdk.services.s3.S3Client;

/** The page to try renditions on, as the demo has it: its files in the bucket of renditions, two edges, and the server of its numbers. */
final class Playground implements AutoCloseable {
    private static final RequestedSize THUMBNAIL = new RequestedSize(320, 0);

    /** What every browser shows. */
    private static final Set<ImageFormat> SHOWN = Set.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.GIF, ImageFormat.WEBP);

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
            PlaygroundEdges edges = PlaygroundEdges.start(bucket, cloud.processor(), Clock.systemUTC());
            opened.add(edges::close);
            LiveServer live = LiveServer.start(cloud.website().url(), service.meters()::scrape, edges);
            opened.add(live::close);
            Set<ImageFormat> writes = service.capabilities().writes();
            store(settings, new DeploymentFacts(
                    originals.stream().flatMap(o -> fact(o, settings.keys(), writes).stream()).toList(),
                    writes.stream().sorted().map(ImageFormat::extension).toList(),
                    rules(settings.keys()),
                    ladder(settings.keys()).map(Playground::text).toList(),
                    settings.buckets().watermarks().keySet().stream().sorted().toList(),
                    settings.keys().signing().on(),
                    limits(settings),
                    Optional.of(live.url()),
                    edges.facts()));
            return new Playground(cloud.website().url().resolve("/" + PlaygroundPage.PREFIX), opened);
        });
    }

    private static void store(Settings settings, DeploymentFacts facts) {
        try (S3Client s3 = settings.s3().connect()) {
            Uploads page = new Uploads(s3, settings.buckets().renditions());
            PlaygroundPage.files().forEach((name, bytes) ->
                    page.put(PlaygroundPage.PREFIX + name, PlaygroundPage.mediaType(name), bytes));
            page.put(
                    PlaygroundPage.PREFIX + PlaygroundPage.DEPLOYMENT,
                    PlaygroundPage.mediaType(PlaygroundPage.DEPLOYMENT),
                    facts.json());
        }
    }

    static DeploymentFacts.Rules rules(Settings.Keys keys) {
        return new DeploymentFacts.Rules(
                keys.rules().alphabet().name().toLowerCase(Locale.ROOT),
                keys.rules().maxSide(),
                keys.rules().presets());
    }

    private static Stream<RequestedSize> ladder(Settings.Keys keys) {
        return keys.ladder().rungs().stream()
                .sorted(Comparator.comparingInt(RequestedSize::width).thenComparingInt(RequestedSize::height));
    }

    private static String text(RequestedSize size) {
        return size.width() + "x" + size.height();
    }

    /** Empty for an original that no key can name here. */
    private static Optional<DeploymentFacts.Original> fact(
            DemoOriginal original, Settings.Keys keys, Set<ImageFormat> writes) {
        KeyGrammar grammar = keys.grammar();
        RequestedSize size = ladder(keys).findFirst().orElse(THUMBNAIL);
        return grammar.original(original.key().value()).flatMap(key -> {
            ImageFormat format = format(key)
                    .filter(own -> SHOWN.contains(own) && writes.contains(own))
                    .orElse(ImageFormat.JPEG);
            try {
                String thumbnail = grammar.spell(key, new Spelling.Underscore(), Transformation.of(size, format))
                        .value();
                return Optional.of(new DeploymentFacts.Original(
                        key.value(), original.bytes(), original.size(), thumbnail));
            } catch (Refusal tooLong) {
                return Optional.empty();
            }
        });
    }

    private static Optional<ImageFormat> format(OriginalKey key) {
        return ImageFormat.ofOriginalExtension(
                key.value().substring(key.value().lastIndexOf('.') + 1));
    }

    private static List<String> limits(Settings settings) {
        return List.of(
                "One client may have renditions of %,d megapixels made at once, and of %,d more each minute."
                        .formatted(settings.rates().client().burst() / 1000, settings.rates().client().refill() / 1000),
                "Of one original, %,d new renditions are made in a day."
                        .formatted(settings.rates().original().refill()),
                "All clients together may have %,d megapixels made at once, and %,d more each minute."
                        .formatted(
                                settings.rates().service().burst() / 1000, settings.rates().service().refill() / 1000),
                "%d renders run at one time; %d requests may wait for room, %d seconds each."
                        .formatted(
                                settings.render().threads(),
                                settings.render().maxWaiting(),
                                settings.render().patience().toSeconds()));
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
