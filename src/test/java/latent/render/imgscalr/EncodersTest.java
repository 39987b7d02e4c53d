package latent.render.imgscalr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.refusal.Fault;
import latent.refusal.FaultException;
import latent.render.JpegCoding;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A writer of ImageIO that fails is a failed render, and not a fault that nobody has foreseen. */
class EncodersTest {
    private static final Encoders ENCODERS = new Encoders(JpegCoding.PROGRESSIVE);
    private static final int LONGER_THAN_A_JPEG = 65_501;

    static Stream<Arguments> unwritable() {
        BufferedImage small = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        return Stream.of(
                Arguments.of(
                        "an IOException: JPEG has no transparency",
                        new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB),
                        80),
                Arguments.of(
                        "an IOException: too long for JPEG",
                        new BufferedImage(LONGER_THAN_A_JPEG, 1, BufferedImage.TYPE_INT_RGB),
                        80),
                Arguments.of("a RuntimeException: no such quality", small, 101));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unwritable")
    void a_writer_that_fails_is_a_failed_render(String claim, BufferedImage picture, int quality) {
        failsToRender(() -> ENCODERS.encode(picture, ImageFormat.JPEG, quality));
    }

    @Test
    void a_file_of_its_own_that_cannot_be_read_again_is_a_failed_render() {
        failsToRender(() -> new ImageReaders().jpeg().luma(new byte[100]));
    }

    private static void failsToRender(ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.RENDER_FAILED))
                .hasMessageContaining("ImageIO cannot");
    }
}
