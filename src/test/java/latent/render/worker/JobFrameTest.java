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
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.key.RequestedSize;
import latent.key.Transformation;
import latent.key.Transformations;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.DecodeReuse;
import latent.render.JpegCoding;
import latent.render.RenderJob;
import latent.render.SourceFile;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JobFrameTest {
    private static final SharedMemory INBOX = SharedMemory.open();
    private static final ImageHeader HEADER =
            new ImageHeader(ImageFormat.WEBP, new PixelSize(640, 480), Orientation.LEFT_BOTTOM, 12, true);

    private static final ImageHeader MARK =
            new ImageHeader(ImageFormat.PNG, new PixelSize(30, 20), Orientation.RIGHT_TOP, 1, false);

    @Property(tries = 300)
    void what_a_worker_reads_is_what_was_asked(@ForAll("transformations") Transformation asked) throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        JobFrame.write(wire, SharedMemoryWriter.NONE, RenderJob.of(new byte[0], HEADER, asked));
        try (var in = Channels.newChannel(new ByteArrayInputStream(wire.toByteArray()));
                Arena arena = Arena.ofConfined()) {
            JobFrame read = JobFrame.read(in, INBOX, arena).orElseThrow();
            assertThat(read.original().header()).isEqualTo(HEADER);
            assertThat(read.transformation()).isEqualTo(asked);
        }
    }

    @Provide
    Arbitrary<Transformation> transformations() {
        return Transformations.any();
    }

    @Test
    void the_files_arrive_as_they_were_sent_one_job_after_the_other() throws IOException {
        Transformation asked = Transformation.of(new RequestedSize(10, 10), ImageFormat.JPEG);
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        SourceFile<byte[]> original = new SourceFile<>(new byte[] {1, 2, 3}, HEADER);
        SourceFile<byte[]> watermark = new SourceFile<>(new byte[] {4, 5}, MARK);
        JobFrame.write(
                wire,
                SharedMemoryWriter.NONE,
                new RenderJob(
                        original, asked, Optional.of(watermark), DecodeReuse.NONE, Optional.of(JpegCoding.SEQUENTIAL)));
        JobFrame.write(wire, SharedMemoryWriter.NONE, RenderJob.of(new byte[0], HEADER, asked));
        try (var in = Channels.newChannel(new ByteArrayInputStream(wire.toByteArray()));
                Arena arena = Arena.ofConfined()) {
            JobFrame first = JobFrame.read(in, INBOX, arena).orElseThrow();
            assertThat(first.original().file().toArray(ValueLayout.JAVA_BYTE)).containsExactly(1, 2, 3);
            assertThat(first.watermark().orElseThrow().header()).isEqualTo(MARK);
            assertThat(first.watermark().orElseThrow().file().toArray(ValueLayout.JAVA_BYTE))
                    .containsExactly(4, 5);
            assertThat(first.coding()).contains(JpegCoding.SEQUENTIAL);
            JobFrame second = JobFrame.read(in, INBOX, arena).orElseThrow();
            assertThat(second.original().file().byteSize()).isZero();
            assertThat(second.watermark()).isEmpty();
            assertThat(second.coding()).isEmpty();
            assertThat(JobFrame.read(in, INBOX, arena)).isEmpty();
        }
    }

    @Test
    void a_refusal_keeps_its_reason_and_its_sentence() throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        WorkerReply.write(
                new DataOutputStream(wire),
                new WorkerReply.Refused(new Refusal(Reason.NOT_A_PICTURE, "The original is no picture.")));
        WorkerReply answer = WorkerReply.read(new DataInputStream(new ByteArrayInputStream(wire.toByteArray())));
        assertThat(answer).isInstanceOfSatisfying(WorkerReply.Refused.class, no -> {
            assertThat(no.refusal().reason()).isEqualTo(Reason.NOT_A_PICTURE);
            assertThat(no.refusal().sentence()).isEqualTo("The original is no picture.");
        });
    }
}
