package latent.kit;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import latent.Service;
import latent.config.SettingSources;
import latent.local.LocalCloud;
import latent.local.RawHttp;
import latent.local.TestS3;
import org.jspecify.annotations.NullMarked;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

/** All of Latent on free ports, with a switchable fault between the processor and S3. All requests are real HTTP. */
@NullMarked
public final class Stack implements AutoCloseable {
    public final LocalCloud cloud;
    public final FaultyS3 between;
    public final Service service;
    public final TestS3 s3;

    private Stack(LocalCloud cloud, FaultyS3 between, Service service, TestS3 s3) {
        this.cloud = cloud;
        this.between = between;
        this.service = service;
        this.s3 = s3;
    }

    /** A stack whose buckets live in this folder; settings by name. */
    public static Stack start(Path data, Map<String, String> settings) throws IOException {
        return start(data, settings, Map.of());
    }

    /** The same in another environment. */
    public static Stack start(Path data, Map<String, String> settings, Map<String, String> environment)
            throws IOException {
        LocalCloud cloud =
                LocalCloud.start(new LocalCloud.Settings(TestS3.settings(data), 0, "originals", "renditions"));
        FaultyS3 between = new FaultyS3(cloud.s3().url());
        Map<String, String> all = S3Settings.of(between.url(), "http.host", "127.0.0.1", "http.port", "0");
        all.putAll(settings);
        Service service = Service.start(new SettingSources().with(all, "test").read(), environment);
        between.gets.set(0); // what the start asks of both buckets
        cloud.redirectMisses("localhost:" + service.port());
        return new Stack(cloud, between, service, new TestS3(cloud.s3().url()));
    }

    public RawHttp website() {
        return RawHttp.to(cloud.website().url());
    }

    public RawHttp processor() {
        return RawHttp.to(URI.create("http://localhost:" + service.port()));
    }

    public void putOriginal(String key, byte[] bytes) {
        s3.client().putObject(put -> put.bucket("originals").key(key), RequestBody.fromBytes(bytes));
    }

    /** The keys of the renditions that are stored now. */
    public List<String> stored() {
        return s3.client().listObjectsV2(list -> list.bucket("renditions")).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** Waits until as many renditions are stored and nothing more is asked of S3 for them; the write-back comes after the answer. */
    public List<String> storedAfter(int count) throws Exception {
        Eventually.until(count + " renditions are stored", () -> stored().size() >= count);
        Eventually.until("no rendition waits to be stored", () -> metric("latent_write_back_pending") == 0);
        return stored();
    }

    /** A number out of the processor's metrics; 0 when it has not been counted yet. */
    public double metric(String line) throws IOException {
        return MetricSamples.value(processor().get("/-/metrics").text(), line);
    }

    /** A photograph-like JPEG: a gradient, so that no two places look the same. */
    public static byte[] jpeg(int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", file);
        return file.toByteArray();
    }

    @Override
    public void close() {
        service.close();
        s3.close();
        between.close();
        cloud.close();
    }
}
