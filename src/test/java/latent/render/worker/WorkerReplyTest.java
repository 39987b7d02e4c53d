package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import latent.image.PixelSize;
import latent.refusal.Reason;
import latent.render.ShrunkPicture.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerReplyTest {
    @Test
    void a_rendition_larger_than_an_answer_may_be_is_a_refusal_and_no_crash() throws IOException {
        assertThat(sent(new WorkerReply.Rendition(new byte[WorkerReply.MOST_BYTES + 1], Optional.empty())))
                .isInstanceOfSatisfying(
                        WorkerReply.Refused.class,
                        no -> assertThat(no.refusal().reason()).isEqualTo(Reason.TOO_LARGE));
        assertThat(sent(new WorkerReply.Rendition(new byte[1_000], Optional.empty())))
                .isInstanceOf(WorkerReply.Rendition.class);
    }

    @Test
    void the_form_of_what_was_decoded_arrives_behind_the_rendition() throws IOException {
        Form form = new Form(4, new PixelSize(400, 300), 3, 11.8, 2.5, "cm", new byte[] {1, 2, 3});
        assertThat(sent(new WorkerReply.Rendition(new byte[] {4, 5}, Optional.of(form))))
                .isInstanceOfSatisfying(WorkerReply.Rendition.class, rendition -> {
                    assertThat(rendition.bytes()).containsExactly(4, 5);
                    assertThat(rendition.decoded())
                            .get()
                            .usingRecursiveComparison()
                            .isEqualTo(form);
                });
    }

    /** What a worker sends that was taken over by a hostile file: the number of bands, of pixels and of bytes of a profile. */
    @ParameterizedTest
    @CsvSource({
        "4, 400, 300, 4, 0",
        "1, 400, 300, 3, 0",
        "4, 0, 300, 3, 0",
        "4, 40000, 40000, 3, 0",
        "4, 400, 300, 3, -1"
    })
    void a_form_of_no_picture_is_no_answer(int shrink, int width, int height, int bands, int profile)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(4);
        out.writeInt(0);
        for (int number : new int[] {shrink, width, height, bands}) {
            out.writeInt(number);
        }
        out.writeDouble(1);
        out.writeDouble(1);
        out.writeUTF("");
        out.writeInt(profile);
        assertThatIOException()
                .isThrownBy(() -> WorkerReply.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))));
    }

    private static WorkerReply sent(WorkerReply answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WorkerReply.write(new DataOutputStream(bytes), answer);
        return WorkerReply.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
