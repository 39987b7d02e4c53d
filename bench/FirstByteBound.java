import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import latent.image.ImageHeader;
import latent.key.RenditionKey;
import latent.local.LocalS3;
import latent.render.SourceFile;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;
import latent.render.vips.VipsEngine;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** What a visitor of a new rendition has to wait for whoever serves it: one round trip to S3, and the render by libvips alone, in this process. */
final class FirstByteBound {
    /** For what the program around the render may take. */
    private static final double RENDER_SHARE = 1.2;

    private final LocalS3 s3;
    private final List<String> names;

    FirstByteBound(LocalS3 s3, List<String> names) {
        this.s3 = s3;
        this.names = names;
    }

    /** Compares the median first byte, in milliseconds, with the bound, where S3 takes so many milliseconds longer. */
    String sentence(double firstByte, int delayMillis) throws IOException {
        List<Double> trips = new ArrayList<>();
        List<Double> renders = new ArrayList<>();
        VipsEngine engine = EngineShare.libvips();
        try (DelayingProxy proxy = new DelayingProxy(s3.url());
                S3Client client = BenchS3.connect(URI.create(proxy.url()), ServiceBench.KEY, ServiceBench.KEY)) {
            proxy.delay(delayMillis);
            for (int round = 0; round < 3; round++) { // the last counts: the first are for warmth
                trips.clear();
                renders.clear();
                Iterator<List<String>> keys = VisitorLoad.NEVER_SEEN_FAR.groups(names, false);
                for (int i = 0; i < names.size(); i++) {
                    RenditionKey key = EngineShare.GRAMMAR.parse(keys.next().getFirst());
                    byte[] original = fetch(client, key.original().value(), trips);
                    render(engine, original, key, renders);
                }
            }
        }
        double trip = ServiceReport.median(trips, Double::doubleValue);
        double render = ServiceReport.median(renders, Double::doubleValue);
        double bound = trip + RENDER_SHARE * render;
        return String.format(
                Locale.ROOT,
                "(h) first byte after %.0f ms; one round trip to S3 takes %.0f ms, the bare render %.0f ms: %.2f times the trip and %.1f renders",
                firstByte, trip, render, firstByte / bound, RENDER_SHARE);
    }

    private static byte[] fetch(S3Client client, String original, List<Double> trips) throws IOException {
        long start = System.nanoTime();
        try (ResponseInputStream<GetObjectResponse> body = client.getObject(get -> get.bucket("originals").key(original))) {
            trips.add((System.nanoTime() - start) / 1e6);
            return body.readAllBytes();
        }
    }

    private static void render(VipsEngine engine, byte[] original, RenditionKey key, List<Double> renders) {
        ImageHeader header = new HeaderGate(Limits.DEFAULT).admit(original);
        try (Arena arena = Arena.ofConfined()) {
            SourceFile<MemorySegment> source = new SourceFile<>(arena.allocateFrom(ValueLayout.JAVA_BYTE, original), header);
            long start = System.nanoTime();
            engine.render(source, key.transformation(), Optional.empty());
            renders.add((System.nanoTime() - start) / 1e6);
        }
    }
}
