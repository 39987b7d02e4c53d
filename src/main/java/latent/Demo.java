package latent;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latent.cli.DemoOptions;
import latent.config.SettingSources;
import latent.config.Settings;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.local.Gallery;
import latent.local.LocalCloud;
import latent.local.LocalS3;
import latent.metrics.Meters;
import latent.refusal.Refusal;
import latent.render.header.HeaderGate;
import latent.store.Uploads;
import software.amazon.awssdk.services.s3.S3Client;

/** The whole of Latent on one machine: the local cloud, a few originals in it, and the processor that every deployment runs. */
final class Demo implements AutoCloseable {
    private static final String ACCESS_KEY = "latent";
    private static final String SECRET_KEY = "latent-demo";

    private final LocalCloud cloud;
    private final Service service;
    private final Playground playground;
    private final String example;
    private final Path data;

    private Demo(LocalCloud cloud, Service service, Playground playground, String example, Path data) {
        this.cloud = cloud;
        this.service = service;
        this.playground = playground;
        this.example = example;
        this.data = data;
    }

    static Demo start(DemoOptions options, SettingSources sources, PrintStream out) throws IOException {
        Settings plain = sources.read();
        LocalCloud cloud = LocalCloud.start(new LocalCloud.Settings(
                new LocalS3.Settings(options.data(), options.s3Port(), ACCESS_KEY, SECRET_KEY),
                options.websitePort(),
                plain.buckets().originals(),
                plain.buckets().renditions()));
        try {
            Settings settings = onLoopback(sources, cloud, options.processorPort());
            List<DemoOriginal> originals = upload(options.originals(), settings, out);
            String example = originals.isEmpty()
                    ? "name_600_400.jpg"
                    : rendition(originals.getFirst().key());
            Service service = Service.start(settings);
            cloud.redirectMisses("localhost:" + service.port());
            return new Demo(
                    cloud,
                    service,
                    playground(settings, cloud, service, originals),
                    asked(settings.keys().grammar(), example),
                    options.data());
        } catch (RuntimeException | IOException failure) {
            cloud.close();
            throw failure;
        }
    }

    private static Playground playground(
            Settings settings, LocalCloud cloud, Service service, List<DemoOriginal> originals) {
        try {
            return Playground.start(settings, cloud, service, originals);
        } catch (RuntimeException failure) {
            service.close();
            throw failure;
        }
    }

    private static Settings onLoopback(SettingSources sources, LocalCloud cloud, int processorPort) {
        return sources.with(
                        Map.of(
                                "s3.endpoint",
                                cloud.s3().url().toString(),
                                "s3.access-key",
                                ACCESS_KEY,
                                "s3.secret-key",
                                SECRET_KEY,
                                "http.host",
                                "127.0.0.1",
                                "http.port",
                                Integer.toString(processorPort)),
                        "demo")
                .read();
    }

    private static List<DemoOriginal> upload(Optional<Path> folder, Settings settings, PrintStream out)
            throws IOException {
        try (S3Client s3 = settings.s3().connect()) {
            Uploads originals = new Uploads(s3, settings.buckets().originals());
            HeaderGate gate = new HeaderGate(settings.buckets().limits());
            List<DemoOriginal> uploaded = new DemoOriginals(folder, gate).upload(originals, out);
            KeyGrammar grammar = settings.keys().grammar();
            List<OriginalKey> keys = uploaded.stream().map(DemoOriginal::key).toList();
            byte[] page = Gallery.of(keys, key -> asked(grammar, key)).getBytes(StandardCharsets.UTF_8);
            new Uploads(s3, settings.buckets().renditions()).put("index.html", "text/html; charset=utf-8", page);
            return uploaded;
        }
    }

    /** The key as visitors must ask for it; one that this deployment refuses says so itself when it is asked for. */
    private static String asked(KeyGrammar grammar, String key) {
        try {
            return grammar.sign(key).value();
        } catch (Refusal refused) {
            return key;
        }
    }

    /** Prints the addresses, and commands to paste. */
    void introduce(PrintStream out) {
        String website = cloud.website().url().toString();
        out.printf(
                """

                  website     %1$s   open it in a browser
                  playground  %9$s
                  processor   %2$s
                  S3          %3$s   access key %4$s, secret %5$s
                  engine      %6$s

                The first look is a redirect to the processor, which makes the picture, answers with it and stores it:
                  curl -i %1$s/%7$s
                  curl -iL -o picture.jpg %1$s/%7$s
                From then on the website has it, and the processor's count stands still:
                  curl -I %1$s/%7$s
                  curl -s %2$s/-/metrics | grep latent_requests_total

                Ctrl-C stops. Both buckets stay in %8$s for the next start.
                """,
                website,
                "http://localhost:" + service.port(),
                cloud.s3().url(),
                ACCESS_KEY,
                SECRET_KEY,
                service.engine(),
                example,
                data,
                playground.url());
    }

    private static String rendition(OriginalKey original) {
        int dot = original.value().lastIndexOf('.');
        return original.value().substring(0, dot) + "_600_400"
                + original.value().substring(dot);
    }

    Meters meters() {
        return service.meters();
    }

    @Override
    public void close() {
        playground.close();
        service.close();
        cloud.close();
    }
}
