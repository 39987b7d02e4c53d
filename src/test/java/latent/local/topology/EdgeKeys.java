package latent.local.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.key.Option;

/** Keys and almost-keys, the same ones for each seed: misleading names, options that are right, wrong or misplaced, and typing errors. */
final class EdgeKeys {
    private static final List<String> FOLDERS =
            List.of("", "", "", "dir/", "a/b.c/", "-x/", "-/", "../", "./", "a//", "/", "a_600_400/");
    private static final List<String> NAMES =
            parts("a|a|myimage|a_1_2|a-1x2|a_600_400|a-60x40|a_600_400_fill|a_p-card|a.jpg|a.b|_|-|a_|it's(1)!*|"
                    + "photo.JPG|a_g-50-50|x_s-0123456789abcdef0123456789abcdef||\u00e4|a b|0");
    private static final List<String> SIZES =
            parts("_600_400|_600_400|-600x400|-600x400|_600_0|_0_400|-0x400|_0_0|-0x0|_06_4|_1_1|_4096_1|_5000_1|"
                    + "_99999_1|_100000_1|_9999999_1|_600|-600|_600x400|-600_400|_p-card|_p-card|_p-none|_p-|_p-Card|"
                    + "_p-card-2|_0_0_p-card|_600_400_p-wide|_600_400-60x40|-600x400_60_40|");
    private static final List<String> OPTIONS = and(
            Option.kinds().stream().map(kind -> kind.documentation().example()),
            parts("fill|fill|pad|force|fit|up|g-no|g-sm|g-30-70|g-101-0|c-8-6-0-0|dpr-2|dpr-1|r-90|flip-h|trim-10|"
                    + "blur-15|sharpen-10|gray|bg-ffffff|bg-FFFFFF|wm-logo|keep-icc|keep-copyright|q-80|q-080|q-auto|"
                    + "max-20000|s-0123456789abcdef0123456789abcdef|s-0123|p-card|600|a-60x40|Fill|x||q-80.5"));
    private static final List<String> ENDINGS = and(
            Stream.of(ImageFormat.values())
                    .flatMap(format -> format.extensions().stream())
                    .flatMap(extension -> Stream.of("." + extension, ".png." + extension)),
            parts(
                    ".jpg|.jpg|.jpg|.JPG|.jpeg|.png|.gif|.webp|.avif|.tif|.tiff|.heic|.heif|.svg|.jpg.webp|"
                            + ".jpg.avif|.jpg.png|.jpeg.jpg|.jpg.jpg|.jpg.jpeg|.PNG.png|.tiff.jpg|.HEIC.jpg|.heic.heic|"
                            + ".jpg.tiff|.jpg.svg|.jpg.heic|.png.JPG|.jpg.webp.avif|.exe|.jpg.exe|.exe.jpg|.||.jpg.|.tif.tiff"));
    private static final String SLIPS = "_-.x/0149aZ %\\\u00e9\n?#&;+";

    private static List<String> parts(String texts) {
        return List.of(texts.split("\\|", -1));
    }

    /** What the grammar says itself, so that what is new in it is tried here too, and more. */
    private static List<String> and(Stream<String> own, List<String> more) {
        return Stream.concat(own, more.stream()).toList();
    }

    private final Random random;

    EdgeKeys(long seed) {
        this.random = new Random(seed);
    }

    /** Put together of parts; one in three with typing errors. */
    String next() {
        StringBuilder key = new StringBuilder(pick(FOLDERS)).append(pick(NAMES)).append(pick(SIZES));
        for (int options = random.nextInt(4); options > 0; options--) {
            key.append('_').append(pick(OPTIONS));
        }
        key.append(pick(ENDINGS));
        for (int slips = Math.max(0, random.nextInt(9) - 5); slips > 0; slips--) {
            slip(key);
        }
        if (random.nextInt(50) == 0) {
            key.insert(0, "x".repeat(505 - Math.min(505, key.length()) + random.nextInt(10)));
        }
        return key.toString();
    }

    /** This text with one character more, less or other. */
    String slipped(String text) {
        StringBuilder slipped = new StringBuilder(text);
        slip(slipped);
        return slipped.toString();
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** So many of them. */
    List<String> many(int count) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(next());
        }
        return keys;
    }

    private void slip(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        String other = String.valueOf(SLIPS.charAt(random.nextInt(SLIPS.length())));
        int end = Math.min(text.length(), at + random.nextInt(2));
        text.replace(at, end, random.nextBoolean() ? other : "");
    }
}
