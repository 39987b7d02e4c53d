package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.image.PixelSize;
import latent.key.Enlarge;
import latent.key.Fit;
import latent.key.Gravity;
import latent.key.RequestedSize;
import latent.key.Rotation;
import latent.kit.BesideOtherClasses;
import latent.pictures.Encoded;
import latent.pictures.Pictures;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No rendition is larger than its box, nor larger than its original without {@code up}, whatever the shape, and as a viewer shows it: turned as
 * the file says. The shapes are drawn from a fixed seed, since a render in a worker is too slow for thousands of tries;
 * {@code -Dlatent.shapes=3000} makes it more.
 */
@BesideOtherClasses
class ExtremeShapesTest {
    private static final int TRIES = Integer.getInteger("latent.shapes", 200);
    private static final List<ImageFormat> OUTPUTS = List.of(ImageFormat.PNG, ImageFormat.JPEG, ImageFormat.AVIF);

    static Stream<Engine> engines() {
        return TestedEngines.all();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_rendition_stays_within_its_box(Engine engine) {
        for (int boxes : new int[] {8, 100, 1_000}) {
            Random random = new Random(boxes);
            for (int i = 0; i < TRIES; i++) {
                BufferedImage drawn = picture(random, side(random, 16_000), side(random, 20));
                RenderJob original = original(random, drawn);
                check(engine, original, wish(random, boxes));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "WEBP", "AVIF"})
    void a_rendition_of_a_turned_original_is_upright_as_its_file_says(ImageFormat format) {
        WantedRendition wish = WantedRendition.box(0, 20).as(format);
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] file = Encoded.withOrientation(Encoded.jpeg(Pictures.quarters(80, 40)), orientation);
            RenderJob job = Row.job(file, wish.transformation(), Optional.empty());
            TestedEngines.all()
                    .filter(engine -> engine.capabilities().writes().contains(format))
                    .forEach(engine -> assertThat(shown(engine.render(job))).isEqualTo(expected(job)));
        }
    }

    private static PixelSize expected(RenderJob job) {
        PixelSize upright = job.header().upright();
        return new PixelSize(20 * upright.width() / upright.height(), 20);
    }

    private static WantedRendition wish(Random random, int boxes) {
        int width = random.nextInt(6) == 0 ? 0 : side(random, boxes);
        int height = width > 0 && random.nextInt(6) == 0 ? 0 : side(random, boxes);
        WantedRendition wish = WantedRendition.box(width, height)
                .fit(pick(random, List.of(Fit.values())))
                .as(pick(random, OUTPUTS));
        wish = random.nextInt(4) == 0 ? wish : wish.rotated(pick(random, List.of(Rotation.values())));
        wish = random.nextInt(8) == 0 ? wish : wish.trim(1 + random.nextInt(30));
        wish = random.nextInt(4) == 0 ? wish.dpr(2) : wish;
        wish = random.nextInt(4) == 0 ? wish.gravity(new Gravity.Smart()) : wish;
        return random.nextInt(4) == 0 ? wish.enlarged() : wish;
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static void check(Engine engine, RenderJob original, WantedRendition wish) {
        PixelSize rendition;
        try {
            rendition =
                    shown(engine.render(new RenderJob(original.original(), wish.transformation(), Optional.empty())));
        } catch (Refusal refusal) {
            assertThat(refusal.reason()).isIn(Reason.TOO_LARGE, Reason.UNSUPPORTED_FORMAT);
            return;
        }
        String what = original.header() + " as " + wish + " is " + rendition;
        boolean onItsSide = wish.transformation()
                .find(Rotation.class)
                .filter(rotation -> rotation != Rotation.HALF)
                .isPresent();
        PixelSize upright = original.header().upright();
        PixelSize turned = onItsSide ? upright.transposed() : upright;
        boolean growing = wish.transformation().has(Enlarge.class)
                || wish.transformation().fit() == Fit.PAD;
        RequestedSize box = wish.transformation().deviceBox();
        assertThat(rendition.width()).as(what).isLessThanOrEqualTo(most(box.width(), growing, turned.width()));
        assertThat(rendition.height()).as(what).isLessThanOrEqualTo(most(box.height(), growing, turned.height()));
    }

    private static PixelSize shown(byte[] file) {
        return Row.job(file, WantedRendition.box(1, 1).transformation(), Optional.empty())
                .header()
                .upright();
    }

    private static int most(int box, boolean growing, int original) {
        int free = box == 0 ? Integer.MAX_VALUE : box;
        return growing ? free : Math.min(free, original);
    }

    private static RenderJob original(Random random, BufferedImage drawn) {
        byte[] file = switch (random.nextInt(4)) {
            case 0 -> Encoded.withOrientation(Encoded.jpeg(drawn), 1 + random.nextInt(8));
            case 1 -> Encoded.gif(drawn, Pictures.plain(drawn.getWidth(), drawn.getHeight(), Color.WHITE));
            default -> Encoded.png(drawn);
        };
        return Row.job(file, WantedRendition.box(1, 1).transformation(), Optional.empty());
    }

    /** Small ones as often as large ones. */
    private static int side(Random random, int most) {
        return (int) Math.exp(random.nextDouble() * Math.log(most + 0.99));
    }

    /** White, and in most of them an odd pixel, an odd part, or noise. */
    private static BufferedImage picture(Random random, int longer, int shorter) {
        boolean upright = random.nextBoolean();
        BufferedImage picture = Pictures.plain(upright ? shorter : longer, upright ? longer : shorter, Color.WHITE);
        int left = random.nextInt(picture.getWidth());
        int top = random.nextInt(picture.getHeight());
        int kind = random.nextInt(4);
        for (int x = kind == 3 ? 0 : left; kind > 0 && x < picture.getWidth(); x += kind == 1 ? 1 << 20 : 1) {
            for (int y = kind == 3 ? 0 : top; y < picture.getHeight(); y += kind == 1 ? 1 << 20 : 1) {
                picture.setRGB(x, y, kind == 3 ? random.nextInt(1 << 24) : 0x2040a0);
            }
        }
        return picture;
    }
}
