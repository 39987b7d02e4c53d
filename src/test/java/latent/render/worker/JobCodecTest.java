package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.channels.Channels;
import java.util.Optional;
import java.util.OptionalInt;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.key.Adjustments;
import latent.key.Box;
import latent.key.CropBox;
import latent.key.Encoding;
import latent.key.Fit;
import latent.key.Framing;
import latent.key.Gravity;
import latent.key.Quality;
import latent.key.Rgb;
import latent.key.Transformation;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.RenderJob;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JobCodecTest {
    private static final ImageHeader HEADER =
            new ImageHeader(ImageFormat.WEBP, new PixelSize(640, 480), Orientation.LEFT_BOTTOM, 12, true);

    @Property(tries = 300)
    void what_a_worker_reads_is_what_was_asked(@ForAll("transformations") Transformation asked) throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        JobCodec.write(new DataOutputStream(wire), HEADER, asked);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(wire.toByteArray()));
        assertThat(JobCodec.readHeader(in)).isEqualTo(HEADER);
        assertThat(JobCodec.readTransformation(in)).isEqualTo(asked);
        assertThat(in.available()).isZero();
    }

    @Provide
    Arbitrary<Transformation> transformations() {
        Arbitrary<Gravity> gravities = Arbitraries.oneOf(
                Arbitraries.of(Gravity.Compass.values()),
                Arbitraries.just(new Gravity.Smart()),
                Combinators.combine(percents(), percents()).as(Gravity.FocalPoint::new));
        Arbitrary<Optional<CropBox>> crops =
                Arbitraries.just(new CropBox(10, 20, 30, 40)).optional();
        Arbitrary<Framing> framings = Combinators.combine(
                        Arbitraries.of(Fit.values()),
                        Arbitraries.of(true, false),
                        gravities,
                        crops,
                        Arbitraries.of(1, 4))
                .as(Framing::new);
        Arbitrary<Adjustments> adjustments = Combinators.combine(
                        Arbitraries.of(Adjustments.Rotation.values()),
                        Arbitraries.of(Adjustments.Flip.values()),
                        tenths(),
                        tenths(),
                        tenths(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Rgb.WHITE, new Rgb(1, 2, 3)).optional(),
                        Arbitraries.of("logo", "éß").optional())
                .as(Adjustments::new);
        Arbitrary<Quality> qualities =
                Arbitraries.of(new Quality.Default(), new Quality.Auto(), new Quality.Fixed(1), new Quality.Fixed(100));
        Arbitrary<Encoding> encodings = Combinators.combine(
                        Arbitraries.of(ImageFormat.values()),
                        qualities,
                        tenths(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Encoding::new);
        return Combinators.combine(Arbitraries.of(new Box(600, 0), new Box(1, 9000)), framings, adjustments, encodings)
                .as(Transformation::new);
    }

    private static Arbitrary<Integer> percents() {
        return Arbitraries.integers().between(0, 100);
    }

    private static Arbitrary<OptionalInt> tenths() {
        return Arbitraries.of(OptionalInt.empty(), OptionalInt.of(1), OptionalInt.of(500));
    }

    @Test
    void the_files_arrive_as_they_were_sent_one_job_after_the_other() throws IOException {
        Transformation asked =
                new Transformation(new Box(10, 10), Framing.DEFAULT, Adjustments.NONE, Encoding.of(ImageFormat.JPEG));
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        JobFrame.write(
                wire, Tray.NONE, new RenderJob(new byte[] {1, 2, 3}, HEADER, asked, Optional.of(new byte[] {4, 5})));
        JobFrame.write(wire, Tray.NONE, new RenderJob(new byte[0], HEADER, asked, Optional.empty()));
        try (var in = Channels.newChannel(new ByteArrayInputStream(wire.toByteArray()));
                Arena arena = Arena.ofConfined()) {
            Inbox inbox = Inbox.open();
            JobFrame first = JobFrame.read(in, inbox, arena).orElseThrow();
            assertThat(first.original().toArray(ValueLayout.JAVA_BYTE)).containsExactly(1, 2, 3);
            assertThat(first.watermark().orElseThrow().toArray(ValueLayout.JAVA_BYTE))
                    .containsExactly(4, 5);
            JobFrame second = JobFrame.read(in, inbox, arena).orElseThrow();
            assertThat(second.original().byteSize()).isZero();
            assertThat(second.watermark()).isEmpty();
            assertThat(JobFrame.read(in, inbox, arena)).isEmpty();
        }
    }

    @Test
    void a_refusal_keeps_its_reason_and_its_sentence() throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        Answer.write(
                new DataOutputStream(wire),
                new Answer.Refused(new Refusal(Reason.NOT_A_PICTURE, "The original is no picture.")));
        Answer answer = Answer.read(new DataInputStream(new ByteArrayInputStream(wire.toByteArray())));
        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, no -> {
            assertThat(no.refusal().reason()).isEqualTo(Reason.NOT_A_PICTURE);
            assertThat(no.refusal().sentence()).isEqualTo("The original is no picture.");
        });
    }
}
