package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import latent.config.SettingSources;
import latent.key.KeyGrammar;
import latent.kit.Eventually;
import latent.local.RawHttp.Answer;
import latent.pictures.Encoded;
import latent.pictures.Likeness;
import latent.pictures.MatrixProfile;
import latent.pictures.Pictures;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;
import org.junit.jupiter.api.Test;

/** Small renditions of large photographs from their mezzanine: which of them, that none is outdated, and that nobody sees it. */
class MezzanineTest extends MezzanineSetUp {
    @Test
    void the_second_small_rendition_reads_no_byte_of_the_original_and_costs_one_request_more() throws Exception {
        withMezzanine("second.jpg", CLOUDS);
        int requests = requests();
        asked.clear();
        double hits = counted("hit");
        assertThat(stack.processor().get("/second_310_0.jpg").status()).isEqualTo(200);
        stack.storedAfter(2);
        assertThat(counted("hit")).isEqualTo(hits + 1);
        assertThat(asked)
                .contains("GET /originals/mezzanine/second.jpg.mezzanine 200", "HEAD /originals/second.jpg 200")
                .doesNotContain("GET /originals/second.jpg 200", "GET /originals/second.jpg 304");
        assertThat(requests() - requests).isLessThanOrEqualTo(5);
    }

    @Test
    void a_large_rendition_and_one_of_a_small_part_begin_with_the_original() throws Exception {
        withMezzanine("large.jpg", CLOUDS);
        double hits = counted("hit");
        for (String key : List.of("/large_1500_0.jpg", "/large_300_300_c-400-400-900-900.jpg")) {
            assertThat(stack.processor().get(key).status()).isEqualTo(200);
        }
        assertThat(counted("hit")).isEqualTo(hits);
    }

    @Test
    void a_replaced_original_is_never_shown_from_the_old_mezzanine_and_gets_a_new_one() throws Exception {
        withMezzanine("replaced.jpg", withBlue(0));
        double stale = counted("stale");
        double written = counted("written");
        stack.putOriginal("replaced.jpg", withBlue(0xff));
        assertThat(middle(stack.processor().get("/replaced_310_0.jpg"))).isBetween(200, 255);
        assertThat(counted("stale")).isEqualTo(stale + 1);
        Eventually.until("the new mezzanine is stored", () -> counted("written") == written + 1);
        double hits = counted("hit");
        assertThat(middle(stack.processor().get("/replaced_320_0.jpg"))).isBetween(200, 255);
        assertThat(counted("hit")).isEqualTo(hits + 1);
    }

    @Test
    void a_removed_original_is_missing_whatever_lies_in_its_mezzanine() throws Exception {
        withMezzanine("removed.jpg", CLOUDS);
        stack.s3.client().deleteObject(d -> d.bucket("originals").key("removed.jpg"));
        assertThat(stack.processor().get("/removed_310_0.jpg").status()).isEqualTo(404);
    }

    @Test
    void no_visitor_reaches_a_mezzanine() throws Exception {
        withMezzanine("hidden.jpg", CLOUDS);
        for (String path : List.of(
                "/mezzanine/hidden.jpg.mezzanine",
                "/mezzanine/hidden.jpg_300_0.mezzanine",
                "/mezzanine/hidden.jpg_300_0.mezzanine.jpg",
                "/mezzanine/hidden_300_0.jpg.mezzanine",
                "/mezzanine/hidden_300_0.jpg",
                "/mezzanine/hidden.jpg_300_0.jpg")) {
            assertThat(stack.processor().get(path).status()).as(path).isBetween(400, 404);
            assertThat(stack.website().get(path).status()).as(path).isBetween(302, 404);
        }
        KeyGrammar grammar = new SettingSources().read().keys().grammar();
        assertThat(grammar.original("mezzanine/hidden.jpg.mezzanine"))
                .as("what plans, audits and changes take for an original")
                .isEmpty();
    }

    @Test
    void turned_wide_gray_and_printed_pictures_look_the_same_from_their_mezzanine() throws Exception {
        BufferedImage gray = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        gray.getGraphics().drawImage(Encoded.read(CLOUDS), 0, 0, null);
        Map<String, byte[]> originals = Map.of(
                "turned", Encoded.withOrientation(CLOUDS, 6),
                "wide", Encoded.withProfile(CLOUDS, MatrixProfile.DISPLAY_P3.bytes()),
                "turned-wide",
                        Encoded.withOrientation(Encoded.withProfile(CLOUDS, MatrixProfile.DISPLAY_P3.bytes()), 7),
                "gray", Encoded.jpeg(gray),
                "ink", Encoded.inkJpeg(Pictures.fourChannels(WIDTH, HEIGHT, 200, 30, 90, 60), true));
        for (Map.Entry<String, byte[]> original : originals.entrySet()) {
            String name = original.getKey();
            stack.putOriginal(name + ".jpg", original.getValue());
            double written = counted("written");
            BufferedImage direct = seen("/" + name + "_300_300_fill_g-ea.jpg.png");
            Eventually.until("the mezzanine of " + name + " is stored", () -> counted("written") == written + 1);
            double hits = counted("hit");
            // the other spelling of the same transformation is not stored yet
            BufferedImage indirect = seen("/" + name + "-300x300_fill_g-ea.jpg.png");
            assertThat(counted("hit")).as(name).isEqualTo(hits + 1);
            assertThat(Likeness.meanDeltaE(direct, indirect)).as(name).isLessThan(1);
        }
    }

    @Test
    void it_is_upright_and_quick_to_decode() throws Exception {
        withMezzanine("form.jpg", Encoded.withOrientation(CLOUDS, 6));
        byte[] file = stack.s3
                .client()
                .getObjectAsBytes(get -> get.bucket("originals").key("mezzanine/form.jpg.mezzanine"))
                .asByteArray();
        var header = new HeaderGate(Limits.DEFAULT).admit(file);
        assertThat(header.stored()).hasToString("1536x2048");
        assertThat(header.upright()).hasToString("1536x2048");
        assertThat(header.interlaced()).isFalse();
    }

    @Test
    void a_small_original_has_none_and_is_asked_for_one_once() throws Exception {
        stack.putOriginal("small.jpg", Encoded.jpeg(Pictures.clouds(1600, 1200)));
        double missing = counted("missing");
        stack.processor().get("/small_300_0.jpg");
        stack.processor().get("/small_310_0.jpg");
        assertThat(counted("missing")).isEqualTo(missing + 1);
        assertThat(mezzanines("small")).isEmpty();
    }

    private BufferedImage seen(String path) throws Exception {
        Answer answer = stack.processor().get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Encoded.read(answer.body());
    }
}
