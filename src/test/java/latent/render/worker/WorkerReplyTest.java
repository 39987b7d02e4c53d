package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import latent.refusal.Reason;
import org.junit.jupiter.api.Test;

class WorkerReplyTest {
    @Test
    void a_rendition_larger_than_an_answer_may_be_is_a_refusal_and_no_crash() throws IOException {
        assertThat(sent(new WorkerReply.Rendition(new byte[WorkerReply.MOST_BYTES + 1], false)))
                .isInstanceOfSatisfying(
                        WorkerReply.Refused.class,
                        no -> assertThat(no.refusal().reason()).isEqualTo(Reason.TOO_LARGE));
        assertThat(sent(new WorkerReply.Rendition(new byte[1_000], true))).isInstanceOf(WorkerReply.Rendition.class);
    }

    private static WorkerReply sent(WorkerReply answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WorkerReply.write(new DataOutputStream(bytes), answer);
        return WorkerReply.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
