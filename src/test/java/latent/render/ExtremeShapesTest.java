package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import latent.key.Adjustments.Rotation;
import latent.key.Fit;
import latent.key.Gravity;
import latent.pictures.Encoded;
import latent.pictures.Pictures;
import latent.refusal.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No rendition is larger than its box, nor larger than its original without {@code up}, whatever the shape. The shapes are drawn from a fixed
 * seed, since a render in a worker is too slow for thousands of tries.
 */
class ExtremeShapesTest {
    private static final int TRIES = Integer.getInteger("latent.shapes", 400);

    static Stream<Engine> engines() {
        return Engines.all();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_trimmed_rendition_stays_within_its_box(Engine engine) {
        Random random = new Random(20);
        for (int i = 0; i < TRIES; i++) {
            BufferedImage original = picture(random, side(random, 16_000), side(random, 20));
            check(engine, random, original);
        }
    }

    /** Small ones as often as large ones. */
    private static int side(Random random, int most) {
        return (int) Math.exp(random.nextDouble() * Math.log(most + 0.99));
    }

    private static void check(Engine engine, Random random, BufferedImage drawn) {
        boolean enlarge = random.nextInt(4) == 0;
        int width = random.nextInt(6) == 0 ? 0 : side(random, 1_000);
        int height = width > 0 && random.nextInt(6) == 0 ? 0 : side(random, 1_000);
        Fit fit = Fit.values()[random.nextInt(Fit.values().length)];
        Rotation rotation = Rotation.values()[random.nextInt(4)];
        Wish wish = Wish.box(width, height).fit(fit).rotated(rotation);
        wish = random.nextInt(8) == 0 ? wish : wish.trim(1 + random.nextInt(30));
        wish = random.nextInt(4) == 0 ? wish.dpr(2) : wish;
        wish = random.nextInt(4) == 0 ? wish.gravity(new Gravity.Smart()) : wish;
        wish = enlarge ? wish.enlarged() : wish;
        byte[] file = random.nextBoolean() ? Encoded.png(drawn) : Encoded.jpeg(drawn);
        BufferedImage rendition;
        try {
            rendition = Encoded.read(engine.render(Row.job(file, wish.transformation(), Optional.empty())));
        } catch (Refusal tooLarge) {
            return;
        }
        String what = drawn.getWidth() + "x" + drawn.getHeight() + " as " + wish + " is " + rendition.getWidth() + "x"
                + rendition.getHeight();
        boolean onItsSide = rotation == Rotation.QUARTER || rotation == Rotation.THREE_QUARTERS;
        int across = onItsSide ? drawn.getHeight() : drawn.getWidth();
        int down = onItsSide ? drawn.getWidth() : drawn.getHeight();
        boolean growing = enlarge || fit == Fit.PAD;
        assertThat(rendition.getWidth()).as(what).isLessThanOrEqualTo(most(wish.transformation().deviceBox().width(), growing, across));
        assertThat(rendition.getHeight()).as(what).isLessThanOrEqualTo(most(wish.transformation().deviceBox().height(), growing, down));
    }

    private static int most(int box, boolean growing, int original) {
        int free = box == 0 ? Integer.MAX_VALUE : box;
        return growing ? free : Math.min(free, original);
    }

    /** Of one colour, with one odd pixel, with an odd part, or noise. */
    private static BufferedImage picture(Random random, int longer, int shorter) {
        boolean upright = random.nextBoolean();
        int width = upright ? shorter : longer;
        int height = upright ? longer : shorter;
        BufferedImage picture = Pictures.plain(width, height, Color.WHITE);
        int left = random.nextInt(width);
        int top = random.nextInt(height);
        switch (random.nextInt(4)) {
            case 1 -> picture.setRGB(left, top, 0);
            case 2 -> {
                for (int x = left; x < width; x++) {
                    for (int y = top; y < height; y++) {
                        picture.setRGB(x, y, 0x2040a0);
                    }
                }
            }
            case 3 -> {
                for (int x = 0; x < width; x++) {
                    for (int y = 0; y < height; y++) {
                        picture.setRGB(x, y, random.nextInt(1 << 24));
                    }
                }
            }
            default -> {}
        }
        return picture;
    }
}
