package latent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import latent.refusal.Fault;
import latent.refusal.FaultException;
import org.eclipse.jetty.io.EofException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class FaultKindsTest {
    @Test
    void a_fault_is_told_by_the_first_known_kind_among_its_causes() {
        assertThat(FaultKinds.of(new IllegalStateException("?"))).isEqualTo(Fault.BROKEN);
        assertThat(FaultKinds.of(new FaultException(Fault.RENDER_FAILED, "libvips cannot write")))
                .isEqualTo(Fault.RENDER_FAILED);
        assertThat(FaultKinds.of(new IllegalStateException(new FaultException(Fault.CHANGED_WHILE_READ, "changed"))))
                .isEqualTo(Fault.CHANGED_WHILE_READ);
        assertThat(FaultKinds.of(new UncheckedIOException(new EofException("reset"))))
                .isEqualTo(Fault.CUT_OFF);
        assertThat(FaultKinds.of(new UncheckedIOException(new IOException("disk"))))
                .isEqualTo(Fault.BROKEN);
    }

    @Test
    void a_refusal_of_s3_no_answer_and_wrong_bytes_are_different_faults() {
        assertThat(FaultKinds.of(s3(403))).isEqualTo(Fault.S3_DENIED);
        assertThat(FaultKinds.of(s3(404))).isEqualTo(Fault.S3_DENIED);
        assertThat(FaultKinds.of(s3(412))).isEqualTo(Fault.CHANGED_WHILE_READ);
        assertThat(FaultKinds.of(s3(500))).isEqualTo(Fault.S3_UNAVAILABLE);
        assertThat(FaultKinds.of(s3(503))).isEqualTo(Fault.S3_UNAVAILABLE);
        assertThat(FaultKinds.of(SdkClientException.create("Unable to execute HTTP request")))
                .isEqualTo(Fault.S3_UNAVAILABLE);
        assertThat(FaultKinds.of(RetryableException.create("The answer of S3 broke off.", new IOException("reset"))))
                .isEqualTo(Fault.S3_UNAVAILABLE);
        assertThat(FaultKinds.of(RetryableException.create("The bytes differ"))).isEqualTo(Fault.S3_WRONG_BYTES);
    }

    private static Throwable s3(int status) {
        return S3Exception.builder().statusCode(status).message("x").build();
    }
}
