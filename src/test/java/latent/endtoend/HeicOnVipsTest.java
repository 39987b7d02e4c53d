package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import latent.render.heif.LibheifHere;
import latent.render.vips.LibvipsHere;
import org.junit.jupiter.api.Test;

/** The same with libvips and libheif in render workers, which can read it. */
class HeicOnVipsTest extends HeicOverHttpTest {
    @Override
    String engine() {
        LibvipsHere.orSkip();
        LibheifHere.orSkip();
        return "vips";
    }

    @Test
    @Override
    void a_phone_s_picture_is_shown_or_refused_with_what_it_takes() throws Exception {
        stack.putOriginal("phone.HEIC", PHONE);
        BufferedImage first = read(stack.processor().get("/phone_50_0.HEIC.jpg"));
        assertThat(first.getWidth() + "x" + first.getHeight()).isEqualTo("50x60");
        assertThat(first.getRGB(40, 10) >> 16 & 0xff).as("red is upper right").isGreaterThan(200);
        stack.storedAfter(1);
        read(stack.website().get("/phone_50_0.HEIC.jpg"));
        assertThat(stack.processor().get("/phone_50_0.HEIC.avif").status()).isEqualTo(200);
    }
}
