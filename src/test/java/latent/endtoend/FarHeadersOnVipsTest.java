package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import latent.local.RawHttp.Answer;
import latent.pictures.Encoded;
import latent.pictures.FarHeaders;
import latent.pictures.Pictures;
import latent.render.vips.LibvipsHere;
import org.junit.jupiter.api.Test;

/** The same claims, with libvips in its workers; and those of formats that the portable engine does not read. */
class FarHeadersOnVipsTest extends FarHeadersOverHttpTest {
    @Override
    String engine() {
        LibvipsHere.orSkip();
        return "vips";
    }

    @Test
    void a_tiff_with_its_directory_at_the_end_is_shown_upright() throws Exception {
        stack.putOriginal("far.tif", FarHeaders.tiff(Pictures.quarters(900, 600)));
        stack.putOriginal("big.tif", FarHeaders.bigTiff(Pictures.quarters(900, 600)));
        for (String target : new String[] {"/far_90_0.tif.png", "/big_90_0.tif.png"}) {
            BufferedImage made = made(target);
            assertThat(made.getHeight()).isEqualTo(135);
            assertThat(made.getRGB(9, 9)).isEqualTo(PICTURE.getRGB(9, 51));
        }
    }

    @Test
    void an_avif_with_its_pixels_before_its_boxes_is_shown() throws Exception {
        stack.putOriginal("far.avif", FarHeaders.avif());
        assertThat(made("/far_64_0.avif.png").getHeight()).isEqualTo(8);
    }

    private BufferedImage made(String target) throws Exception {
        Answer answer = stack.processor().get(target);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Encoded.read(answer.body());
    }
}
