package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import latent.local.RawHttp.Answer;
import latent.pictures.Encoded;
import latent.pictures.FarHeaders;
import latent.pictures.Pictures;
import org.junit.jupiter.api.Test;

/** Originals of which the header stands behind the first mebibyte: shown, and read with few requests; with the portable engine. */
class FarHeadersOverHttpTest extends LazyRenditionSetUp {
    private static final int MEBIBYTE = 1 << 20;

    /** Bytes of a part before the place that the header pointed at. */
    private static final int BEFORE_THE_PLACE = 4 << 10;

    static final BufferedImage PICTURE = Pictures.quarters(90, 60);

    @Test
    void originals_with_far_headers_are_shown_upright() throws Exception {
        for (Map.Entry<String, byte[]> original : FarHeaders.everywhere(PICTURE).entrySet()) {
            stack.putOriginal("far.jpg", original.getValue());
            Answer answer = stack.processor().get("/far_45_0.jpg.png");
            assertThat(answer.status())
                    .as(original.getKey() + ": " + answer.text())
                    .isEqualTo(200);
            BufferedImage made = Encoded.read(answer.body());
            boolean turned = !original.getKey().startsWith("GIF");
            assertThat(made.getHeight()).as(original.getKey()).isEqualTo(turned ? 68 : 30);
            Color corner = new Color(made.getRGB(4, 4));
            Color wanted = new Color(turned ? PICTURE.getRGB(4, 56) : PICTURE.getRGB(4, 4));
            assertThat(distance(corner, wanted)).as(original.getKey()).isLessThan(40);
            stack.storedAfter(1);
            stack.s3.client().deleteObject(delete -> delete.bucket("renditions").key("far_45_0.jpg.png"));
        }
    }

    @Test
    void originals_with_far_headers_cost_no_more_requests_than_their_parts_and_the_whole_once() throws Exception {
        assertReads("widgets/myimage.jpg", Arrays.copyOf(Encoded.jpeg(Pictures.quarters(600, 400)), 2 * MEBIBYTE), 0);
        assertReads("small.jpg", Arrays.copyOf(FarHeaders.jpeg(PICTURE, 5), MEBIBYTE), 0);
        assertReads("two.jpg", FarHeaders.jpeg(PICTURE, 20), 2);
        assertReads("five.jpg", FarHeaders.jpeg(PICTURE, 80), 2);
        assertReads("text.png", FarHeaders.png(PICTURE, 1), 1);
        assertReads("comment.gif", FarHeaders.gif(PICTURE, 6 * MEBIBYTE), 2);
    }

    /** The second rendition looks for no header, and reads nothing: S3 says that the original is the same. */
    private void assertReads(String original, byte[] file, int parts) throws Exception {
        stack.putOriginal(original, file);
        int dot = original.indexOf('.');
        String target = "/" + original.substring(0, dot) + "_%d_0" + original.substring(dot)
                + (original.endsWith(".png") ? ".jpg" : ".png");
        assertAnswerReads(target.formatted(33), 200, parts, 1);
        double sameBefore = gets("304");
        assertAnswerReads(target.formatted(34), 200, 0, 0);
        assertThat(gets("304") - sameBefore).isEqualTo(1);
    }

    private Answer assertAnswerReads(String target, int status, int parts, int wholes) throws Exception {
        double partsBefore = gets("206");
        double wholesBefore = gets("200");
        double missingBefore = gets("404");
        Answer answer = stack.processor().get(target);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(gets("404") - missingBefore).as("look-ups for " + target).isEqualTo(1);
        assertThat(gets("206") - partsBefore).as("parts for " + target).isEqualTo(parts);
        assertThat(gets("200") - wholesBefore).as("wholes for " + target).isEqualTo(wholes);
        return answer;
    }

    private double gets(String outcome) throws Exception {
        return stack.metric("latent_s3_calls_total{operation=\"GetObject\",outcome=\"" + outcome + "\"}");
    }

    @Test
    void files_that_are_no_pictures_are_refused_and_read_as_a_whole_once_for_many_keys() throws Exception {
        stack.putOriginal("end.jpg", Arrays.copyOf(FarHeaders.jpeg(PICTURE, 80), 4 * MEBIBYTE));
        Answer answer = assertAnswerReads("/end_20_0.jpg", 415, 2, 1);
        assertThat(answer.text()).contains("ends too early");
        for (int width = 21; width < 30; width++) {
            assertAnswerReads("/end_" + width + "_0.jpg", 415, 0, 0);
        }
    }

    @Test
    void an_ordinary_refusal_begins_to_read_the_original_and_reads_its_beginning_once_more() throws Exception {
        byte[] noise = new byte[3 * MEBIBYTE];
        new Random(1).nextBytes(noise);
        stack.putOriginal("noise.jpg", noise);
        assertAnswerReads("/noise_20_0.jpg", 415, 1, 1);
    }

    @Test
    void originals_replaced_between_two_readings_are_read_anew_and_never_mixed() throws Exception {
        byte[] before = FarHeaders.jpeg(Pictures.plain(90, 60, Color.RED), 20);
        byte[] after = FarHeaders.jpeg(Pictures.plain(60, 60, Color.BLUE), 30);
        stack.putOriginal("far.jpg", before);
        stack.between.beforePart = range -> {
            if (!range.startsWith("bytes=0-")) {
                stack.between.beforePart = later -> {};
                stack.putOriginal("far.jpg", after);
            }
        };
        Answer answer = stack.processor().get("/far_30_0.jpg.png");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        BufferedImage made = Encoded.read(answer.body());
        assertThat(made.getHeight()).isEqualTo(30);
        assertThat(distance(new Color(made.getRGB(15, 15)), Color.BLUE)).isLessThan(40);
    }

    @Test
    void originals_replaced_again_and_again_end_in_a_fault_that_no_cache_keeps() throws Exception {
        stack.putOriginal("far.jpg", FarHeaders.jpeg(PICTURE, 20));
        int[] versions = {20};
        stack.between.beforePart = range -> {
            if (!range.startsWith("bytes=0-")) {
                stack.putOriginal("far.jpg", FarHeaders.jpeg(PICTURE, ++versions[0]));
            }
        };
        Answer answer = stack.processor().get("/far_30_0.jpg.png");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(versions[0]).isEqualTo(23);
    }

    @Test
    void a_flipped_bit_in_a_part_makes_no_refusal_that_caches_keep() throws Exception {
        stack.putOriginal("far.png", FarHeaders.png(PICTURE, 1));
        // the length of the chunk behind the text, which then is longer than a chunk may be
        stack.between.flipOnce(body -> body.length > BEFORE_THE_PLACE && body.length < 64 << 10, BEFORE_THE_PLACE);
        Answer answer = stack.processor().get("/far_30_0.png");
        assertThat(stack.between.flipped.get()).isEqualTo(1);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(stack.processor().get("/far_30_0.png").status()).isEqualTo(200);
    }

    static int distance(Color one, Color other) {
        return Math.max(
                Math.abs(one.getRed() - other.getRed()),
                Math.max(Math.abs(one.getGreen() - other.getGreen()), Math.abs(one.getBlue() - other.getBlue())));
    }
}
