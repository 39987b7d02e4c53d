package latent.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import latent.Service;
import latent.config.SettingSources;
import latent.local.RawHttp;
import latent.local.topology.Processor;
import org.jspecify.annotations.NullMarked;

/** The processor that every deployment runs, counted by its own metrics. */
@NullMarked
public final class RealProcessor implements Processor {
    private final Service service;
    private final RawHttp http;

    private RealProcessor(Service service) {
        this.service = service;
        this.http = RawHttp.to(url());
    }

    /** Starts it on a free port, with the buckets {@code originals} and {@code images} of this S3. */
    public static RealProcessor start(URI s3) {
        return start(Map.of("LATENT_RENDITIONS_BUCKET", "images"), s3);
    }

    /** Starts it on a free port in this environment, but for where S3 is. */
    public static RealProcessor start(Map<String, String> environment, URI s3) {
        Map<String, String> settings = S3Settings.of(s3, "http.host", "127.0.0.1", "http.port", "0");
        return new RealProcessor(Service.start(new SettingSources()
                .withEnvironment(environment)
                .with(settings, "topology")
                .read()));
    }

    /** An original for it: a gradient of 1200 by 800 pixels. */
    public static byte[] original() throws IOException {
        return Stack.jpeg(1200, 800);
    }

    @Override
    public URI url() {
        return URI.create("http://localhost:" + service.port());
    }

    @Override
    public int transformations() {
        return metric("latent_render_seconds_count");
    }

    @Override
    public int requests() {
        return metric("latent_requests_total");
    }

    @Override
    public void settle() {
        while (metric("latent_write_back_pending") > 0) {
            Thread.onSpinWait();
        }
    }

    /** The sum over all labels; 0 when it has not been counted yet. */
    private int metric(String name) {
        try {
            return (int) http.get("/-/metrics")
                    .text()
                    .lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
