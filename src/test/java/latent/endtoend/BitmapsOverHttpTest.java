package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import latent.kit.Eventually;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import latent.pictures.BmpFile;
import latent.pictures.IconFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Windows uploads, from the redirect of the website to what it serves afterwards; with the portable engine. */
class BitmapsOverHttpTest {
    private static final int[] QUARTERS = {0xffff0000, 0xff00ff00, 0xff0000ff, 0xffffffff};

    private Stack stack;

    /** The engine that makes these claims true; a subclass asks the other. */
    String engine() {
        return "imgscalr";
    }

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        stack = Stack.start(data, Map.of("render.engine", engine()));
    }

    @AfterEach
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void a_bitmap_and_an_icon_are_made_stored_and_served() throws Exception {
        byte[] bitmap = new BmpFile(BmpFile.WINDOWS, 24).bytes();
        byte[] icon = new IconFile()
                .with(new BmpFile(BmpFile.WINDOWS, 32).alpha(255), 32)
                .bytes();
        Map<String, byte[]> originals =
                Map.of("a/paint.bmp", bitmap, "a/SCAN.BMP", bitmap, "a/old.dib", bitmap, "favicon.ico", icon);
        for (Map.Entry<String, byte[]> original : originals.entrySet()) {
            String key = original.getKey().replaceFirst("\\.", "_42_20.") + ".png";
            stack.putOriginal(original.getKey(), original.getValue());
            assertThat(stack.website().get("/" + key).status()).as(key).isEqualTo(302);
            Answer made = stack.processor().get("/" + key);
            assertThat(made.status()).as(key + ": " + made.text()).isEqualTo(200);
            assertThat(made.header("Content-Type")).contains("image/png");
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(made.body()));
            assertThat(picture.getWidth()).isEqualTo(BmpFile.WIDTH);
            assertThat(new int[] {picture.getRGB(5, 5), picture.getRGB(35, 5), picture.getRGB(5, 15)})
                    .as(key)
                    .isEqualTo(Arrays.copyOf(QUARTERS, 3));
            Eventually.until("the rendition is stored", () -> stack.stored().contains(key));
            assertThat(stack.website().get("/" + key).body()).as(key).isEqualTo(made.body());
        }
        assertThat(stack.storedAfter(originals.size())).hasSize(originals.size());
    }

    @Test
    void no_rendition_is_a_bitmap() throws Exception {
        stack.putOriginal("paint.bmp", new BmpFile(BmpFile.WINDOWS, 24).bytes());
        Answer refused = stack.processor().get("/paint_21_10.bmp");
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.text()).contains("BMP pictures cannot be written here");
    }

    @Test
    void hostile_bitmaps_are_refused_and_the_next_is_made() throws Exception {
        for (Map.Entry<String, byte[]> hostile : hostile().entrySet()) {
            stack.putOriginal("hostile.bmp", hostile.getValue());
            Answer refused = stack.processor().get("/hostile_42_20.bmp.png");
            assertThat(refused.status())
                    .as(hostile.getKey() + ": " + refused.text())
                    .isEqualTo(415);
            assertThat(refused.header("Cache-Control").orElse("")).startsWith("public, max-age=");
            assertThat(refused.text()).endsWith(".\n").doesNotContain("Exception");
        }
        assertThat(stack.stored()).isEmpty();
        assertThat(stack.metric("latent_requests_total{status=\"503\"}")).isZero();
        stack.putOriginal("paint.bmp", new BmpFile(BmpFile.WINDOWS, 24).bytes());
        assertThat(stack.processor().get("/paint_42_20.bmp.png").status()).isEqualTo(200);
    }

    /** Fields at their places in the header: 10 where the pixels begin, 14 its length, 18 and 22 the sides, 28 bits, 30 compression, 46 colours. */
    private static Map<String, byte[]> hostile() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "a bomb of 60,000 by 60,000",
                with(24, file -> file.putInt(18, 60_000).putInt(22, 60_000)));
        files.put(
                "more pixels than bytes",
                with(24, file -> file.putInt(18, 5_000).putInt(22, 5_000)));
        files.put("the largest width there is", with(24, file -> file.putInt(18, Integer.MAX_VALUE)));
        files.put("a width below nothing", with(24, file -> file.putInt(18, -42)));
        files.put("the height that has no positive", with(24, file -> file.putInt(22, Integer.MIN_VALUE)));
        files.put("no height", with(24, file -> file.putInt(22, 0)));
        files.put("a header without end", with(24, file -> file.putInt(14, -1)));
        files.put("seven bits", with(24, file -> file.putShort(28, (short) 7)));
        files.put("a compression of nobody", with(24, file -> file.putInt(30, 77)));
        files.put("pixels behind the end", with(24, file -> file.putInt(10, 1 << 30)));
        files.put("half of it", Arrays.copyOf(new BmpFile(BmpFile.WINDOWS, 24).bytes(), 1300));
        files.put("a header alone", Arrays.copyOf(new BmpFile(BmpFile.WINDOWS, 24).bytes(), 54));
        files.put("two letters", new byte[] {'B', 'M'});
        return files;
    }

    private static byte[] with(int bits, Consumer<ByteBuffer> damage) {
        byte[] file = new BmpFile(BmpFile.WINDOWS, bits).bytes();
        damage.accept(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
        return file;
    }
}
