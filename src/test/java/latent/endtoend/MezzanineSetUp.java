package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import latent.kit.Eventually;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import latent.pictures.Encoded;
import latent.pictures.Pictures;
import latent.render.vips.LibvipsHere;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A processor with mezzanines in a folder of the bucket of originals, and large originals. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MezzanineSetUp {
    static final Map<String, String> SETTINGS =
            Map.of("render.engine", "vips", "mezzanine.bucket", "originals", "mezzanine.prefix", "mezzanine/");

    /** Of which parts of a rendition begin at whole pixels, by whatever a decoder shrinks them: else two decodes differ by half of one. */
    static final int WIDTH = 3072;

    static final int HEIGHT = 2304;
    static final byte[] CLOUDS = Encoded.jpeg(enlarged(Pictures.clouds(WIDTH / 4, HEIGHT / 4)));

    Stack stack = unstarted();
    final Queue<String> asked = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway") // JUnit starts it
    static Stack unstarted() {
        return null;
    }

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        LibvipsHere.orSkip();
        stack = Stack.start(data, SETTINGS);
        stack.between.onAnswer = asked::add;
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    void withMezzanine(String key, byte[] original) throws Exception {
        stack.putOriginal(key, original);
        double written = counted("written");
        String stem = key.substring(0, key.length() - ".jpg".length());
        assertThat(stack.processor().get("/" + stem + "_300_0.jpg").status()).isEqualTo(200);
        Eventually.until("the mezzanine of " + key + " is stored", () -> counted("written") == written + 1);
        Eventually.until("nothing waits to be stored", () -> stack.metric("latent_write_back_pending") == 0);
    }

    double counted(String outcome) throws Exception {
        return counted(stack, outcome);
    }

    static double counted(Stack stack, String outcome) throws Exception {
        return stack.metric("latent_mezzanines_total{outcome=\"" + outcome + "\"}");
    }

    int requests() {
        return stack.between.requests("GET") + stack.between.requests("PUT") + stack.between.requests("HEAD");
    }

    List<String> mezzanines(String prefix) {
        List<String> names = new ArrayList<>();
        stack.s3
                .client()
                .listObjectsV2(list -> list.bucket("originals").prefix("mezzanine/" + prefix))
                .contents()
                .forEach(object -> names.add(object.key()));
        return names;
    }

    static int middle(Answer answer) {
        BufferedImage picture = Encoded.read(answer.body());
        return picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2) & 0xff;
    }

    /** The clouds with an even blue, so that one version of an original is told from another. */
    static byte[] withBlue(int blue) {
        BufferedImage picture = Pictures.clouds(WIDTH / 4, HEIGHT / 4);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, (picture.getRGB(x, y) & 0xffff00) | blue);
            }
        }
        return Encoded.jpeg(enlarged(picture));
    }

    static BufferedImage enlarged(BufferedImage picture) {
        BufferedImage large = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        large.getGraphics().drawImage(picture, 0, 0, WIDTH, HEIGHT, null);
        return large;
    }
}
