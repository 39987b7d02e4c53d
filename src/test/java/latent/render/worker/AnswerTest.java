package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import latent.refusal.Reason;
import org.junit.jupiter.api.Test;

class AnswerTest {
    @Test
    void a_rendition_larger_than_an_answer_may_be_is_a_refusal_and_no_crash() throws IOException {
        assertThat(sent(new Answer.Rendition(new byte[Answer.MOST_BYTES + 1])))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        no -> assertThat(no.refusal().reason()).isEqualTo(Reason.TOO_LARGE));
        assertThat(sent(new Answer.Rendition(new byte[1_000]))).isInstanceOf(Answer.Rendition.class);
    }

    private static Answer sent(Answer answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Answer.write(new DataOutputStream(bytes), answer);
        return Answer.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
