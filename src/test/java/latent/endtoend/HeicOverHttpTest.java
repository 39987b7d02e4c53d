package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import latent.local.RawHttp.Answer;
import latent.pictures.AvifFile;
import latent.pictures.Encoded;
import latent.pictures.HeicFiles;
import latent.pictures.HeicGrid;
import latent.pictures.HeicParts;
import org.junit.jupiter.api.Test;

/** A phone's HEIC picture on the portable engine, which cannot read it. */
class HeicOverHttpTest extends LazyRenditionSetUp {
    static final byte[] PHONE = new HeicGrid().with(AvifFile.irot(3)).bytes();

    @Test
    void a_phone_s_picture_is_shown_or_refused_with_what_it_takes() throws Exception {
        stack.putOriginal("phone.heic", PHONE);
        assertRefused(stack.processor().get("/phone_50_0.heic.jpg"), 415);
        assertThat(stack.processor().get("/phone_50_0.heic.jpg").text())
                .contains(
                        "HEIC pictures cannot be read here; that takes libvips and, beside it, libheif 1.15 or later");
    }

    @Test
    void what_is_cut_or_demands_more_than_it_says_is_refused() throws Exception {
        stack.putOriginal("cut.heic", Encoded.cut(HeicFiles.quarters(), 0.9));
        stack.putOriginal("bomb.heic", new HeicGrid().drawnOn(30_000, 30_000).bytes());
        stack.putOriginal(
                "inside.heic",
                new HeicGrid()
                        .withUnit(HeicParts.sequenceParametersOf(HeicFiles.quarters()))
                        .bytes());
        for (String name : new String[] {"cut", "bomb", "inside"}) {
            Answer answer = stack.processor().get("/" + name + "_50_0.heic.jpg");
            assertThat(answer.status()).as(name + ": " + answer.text()).isEqualTo(415);
        }
        assertThat(stack.processor().get("/widgets/myimage_60_0.jpg").status()).isEqualTo(200);
    }

    static BufferedImage read(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Encoded.read(answer.body());
    }
}
