package latent.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import latent.config.SettingSources;
import latent.config.Settings;
import latent.key.KeyGrammar;
import latent.kit.RenditionBuckets;
import latent.kit.Stack;
import latent.pictures.AvifFiles;
import latent.render.Engine;
import latent.render.header.HeaderGate;
import latent.render.imgscalr.ImgscalrEngine;
import latent.store.RenditionInspection;
import latent.store.S3Originals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** What is found of single renditions, by how closely they are looked at. */
class RenditionExaminationTest {
    private final SettingSources sources = new SettingSources();
    private RenditionBuckets buckets;
    private S3Client s3;
    private Settings settings;
    private Engine engine;
    private String a = "";
    private byte[] jpeg = new byte[0];

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        buckets = new RenditionBuckets(data);
        settings = sources.with(buckets.settings(), "test").read();
        s3 = settings.s3().connect();
        engine = new ImgscalrEngine(settings.render().qualities());
        a = buckets.original("a.jpg", Stack.jpeg(120, 90));
        jpeg = Stack.jpeg(60, 40);
    }

    @AfterEach
    void stop() {
        engine.close();
        s3.close();
        buckets.close();
    }

    @Test
    void one_that_is_right_is_right_at_every_depth() {
        buckets.rendition("a_60_40.jpg", jpeg, "image/jpeg", "a.jpg", a);
        for (AuditDepth depth : AuditDepth.values()) {
            assertThat(found("a_60_40.jpg", depth)).as(depth.name()).isEmpty();
        }
        assertThat(found("a_1_1.jpg", AuditDepth.BYTES))
                .as("removed since it was listed")
                .isEmpty();
    }

    @Test
    void one_of_another_version_is_stale_and_says_of_which() {
        buckets.rendition("a_60_40.jpg", jpeg, "image/jpeg", "a.jpg", "\"old\"");
        assertThat(found("a_60_40.jpg", AuditDepth.HEADERS))
                .isEqualTo(Map.of(FindingKind.STALE, "It was made from \"old\", and the original is " + a + "."));
        assertThat(found("a_60_40.jpg", AuditDepth.LISTING))
                .as("nothing in a listing by dates makes it look so")
                .isEmpty();
        AuditCandidate told =
                new AuditCandidate("a_60_40.jpg", "a.jpg", Optional.of(a), 1, Optional.of("\"old\""), false);
        assertThat(examination(AuditDepth.LISTING).examine(told).findings()).containsOnlyKeys(FindingKind.STALE);
    }

    @Test
    void one_that_does_not_say_is_stale_when_it_is_older_than_its_original_and_that_is_still_the_same() {
        buckets.rendition("a_60_40.jpg", jpeg, "image/jpeg", "max-age=1", Map.of());
        AuditCandidate older = new AuditCandidate("a_60_40.jpg", "a.jpg", Optional.of(a), 1, Optional.empty(), true);
        assertThat(examination(AuditDepth.LISTING).examine(older).findings()).containsOnlyKeys(FindingKind.STALE);
        AuditCandidate before =
                new AuditCandidate("a_60_40.jpg", "a.jpg", Optional.of("\"then\""), 1, Optional.empty(), true);
        assertThat(examination(AuditDepth.LISTING).examine(before).findings()).isEmpty();
    }

    @Test
    void one_without_an_original_is_orphaned_unless_that_has_come_back() throws Exception {
        buckets.rendition("gone_60_40.jpg", jpeg, "image/jpeg", "gone.jpg", "\"any\"");
        AuditCandidate gone =
                new AuditCandidate("gone_60_40.jpg", "gone.jpg", Optional.empty(), 0, Optional.empty(), false);
        assertThat(examination(AuditDepth.LISTING).examine(gone).findings()).containsOnlyKeys(FindingKind.ORPHANED);
        String back = buckets.original("gone.jpg", Stack.jpeg(30, 30));
        assertThat(examination(AuditDepth.LISTING).examine(gone).findings())
                .as("the listing is older")
                .containsOnlyKeys(FindingKind.STALE);
        buckets.rendition("gone_60_40.jpg", jpeg, "image/jpeg", "gone.jpg", back);
        assertThat(examination(AuditDepth.LISTING).examine(gone).findings()).isEmpty();
    }

    @Test
    void types_and_headers_are_those_that_the_processor_gives() throws Exception {
        buckets.rendition("a_40_0.jpg", jpeg, "text/html", "a.jpg", a);
        assertThat(found("a_40_0.jpg", AuditDepth.HEADERS))
                .isEqualTo(Map.of(
                        FindingKind.WRONG_TYPE, "Its Content-Type is 'text/html', and its name says image/jpeg."));
        buckets.rendition("a_41_0.jpg.png", jpeg, "image/png", "a.jpg", a);
        assertThat(found("a_41_0.jpg.png", AuditDepth.HEADERS)).isEmpty();
        assertThat(found("a_41_0.jpg.png", AuditDepth.BYTES))
                .isEqualTo(Map.of(FindingKind.WRONG_TYPE, "Its bytes are image/jpeg, and its name says image/png."));
        buckets.rendition("a_42_0.jpg", jpeg, "image/jpeg", "", Map.of("cache-tag", "a.jpg"));
        assertThat(found("a_42_0.jpg", AuditDepth.HEADERS))
                .isEqualTo(Map.of(FindingKind.MISSING_HEADERS, "It lacks Cache-Control, the original's ETag."));
    }

    @Test
    void what_is_cut_off_or_no_picture_is_torn_and_what_nobody_here_decodes_is_said() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", png);
        buckets.rendition("a_40_0.jpg", Arrays.copyOf(jpeg, jpeg.length / 2), "image/jpeg", "a.jpg", a);
        buckets.rendition("a_41_0.jpg.png", Arrays.copyOf(png.toByteArray(), png.size() - 30), "image/png", "a.jpg", a);
        buckets.rendition("a_42_0.jpg", "no picture".getBytes(UTF_8), "image/jpeg", "a.jpg", a);
        buckets.rendition("a_43_0.jpg", new byte[0], "image/jpeg", "a.jpg", a);
        for (String key : new String[] {"a_40_0.jpg", "a_41_0.jpg.png", "a_42_0.jpg", "a_43_0.jpg"}) {
            assertThat(found(key, AuditDepth.BYTES)).as(key).containsOnlyKeys(FindingKind.TORN);
        }
        buckets.rendition("a_44_0.jpg.avif", AvifFiles.of(1, 13), "image/avif", "a.jpg", a);
        AuditedRendition audited = examination(AuditDepth.BYTES).examine(candidate("a_44_0.jpg.avif"));
        assertThat(audited.findings()).isEmpty();
        assertThat(audited.undecoded()).as("the portable engine reads no AVIF").isTrue();
    }

    @Test
    void one_that_is_replaced_under_our_eyes_is_looked_at_again() throws Exception {
        buckets.rendition("a_60_40.jpg", jpeg, "image/jpeg", "a.jpg", "\"old\"");
        AtomicBoolean done = new AtomicBoolean();
        byte[] uploaded = Stack.jpeg(90, 120);
        byte[] made = Stack.jpeg(60, 41);
        buckets.between.onAnswer = line -> {
            if (line.equals("HEAD /renditions/a_60_40.jpg 200") && done.compareAndSet(false, true)) {
                buckets.rendition("a_60_40.jpg", made, "image/jpeg", "a.jpg", buckets.original("a.jpg", uploaded));
            }
        };
        assertThat(found("a_60_40.jpg", AuditDepth.HEADERS)).isEmpty();
        assertThat(done).isTrue();
    }

    @Test
    void what_s3_does_not_tell_is_unknown_and_not_right() {
        buckets.rendition("a_60_40.jpg", jpeg, "image/jpeg", "a.jpg", a);
        buckets.between.headStatus = 403;
        AuditedRendition audited = examination(AuditDepth.HEADERS).examine(candidate("a_60_40.jpg"));
        assertThat(audited.findings()).isEmpty();
        assertThat(audited.unknown()).isPresent();
    }

    private Map<FindingKind, String> found(String key, AuditDepth depth) {
        return examination(depth).examine(candidate(key)).findings();
    }

    private AuditCandidate candidate(String key) {
        return new AuditCandidate(key, "a.jpg", Optional.of(a), 1, Optional.empty(), false);
    }

    private RenditionExamination examination(AuditDepth depth) {
        KeyGrammar grammar = settings.keys().grammar();
        return new RenditionExamination(
                grammar,
                new S3Originals(s3, "originals", settings.buckets().listing()),
                new RenditionInspection(s3, "renditions"),
                depth,
                Optional.of(new PictureExamination(
                        new HeaderGate(settings.buckets().limits()),
                        engine,
                        grammar.sign("x_16_16.jpg").transformation())));
    }
}
